import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { watching as en } from "../en/watching.ts";

export const watching: SameKeys<typeof en> = {
  title: "Бақылау",
  lead: "Жаңа файлда олар туралы бірдеңе пайда болса, «Бүгін» беті хабарлайды.",
  list: "Сіз бақылайсыз",
  watch: "Бақылау",
  watched: "Бақылауда",
  words: "Нені іздеу керек",
  find: "Іздеу",
  save: "Іздеуді сақтап, бақылау",
  stop: "Бақыламау",
  stopOne: "Бақыламау: {{what}}",
  since: "{{date}} бастап",
  search: "«{{text}}» іздеуі",
  found_one: "{{count}} сәйкестік",
  found_other: "{{count}} сәйкестік",
  kinds: { account: "Шот", person: "Адам", search: "Іздеу" },
  none: {
    title: "Сіз әлі ештеңені бақыламайсыз",
    text: "Шот карточкасында немесе істегі адамның жанында «Бақылау» түймесін басыңыз не осында іздеуді сақтаңыз.",
  },
};
