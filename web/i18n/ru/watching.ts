import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { watching as en } from "../en/watching.ts";

export const watching: RussianKeys<typeof en> = {
  title: "Наблюдение",
  lead: "Страница «Сегодня» сообщит, когда в новом файле появится что-то о них.",
  list: "Вы наблюдаете",
  watch: "Наблюдать",
  watched: "Под наблюдением",
  words: "Что искать",
  find: "Найти",
  save: "Сохранить поиск и наблюдать",
  stop: "Не наблюдать",
  stopOne: "Не наблюдать: {{what}}",
  since: "с {{date}}",
  search: "Поиск «{{text}}»",
  found_one: "{{count}} совпадение",
  found_few: "{{count}} совпадения",
  found_many: "{{count}} совпадений",
  found_other: "{{count}} совпадения",
  kinds: { account: "Счёт", person: "Человек", search: "Поиск" },
  none: {
    title: "Вы пока ни за чем не наблюдаете",
    text: "Нажмите «Наблюдать» в карточке счёта или у человека в деле либо сохраните поиск здесь.",
  },
};
