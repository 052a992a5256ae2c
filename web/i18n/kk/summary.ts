import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { summary as en } from "../en/summary.ts";

export const summary: SameKeys<typeof en> = {
  title: "Жиынтық",
  lead: "Кезеңдегі көрсеткіштер; әрқайсысы жеке жазбаларға дейін ашылады.",
  from: "Басталу күні",
  until: "Аяқталу күні (қоса алғанда)",
  month: "Осы ай",
  lastMonth: "Өткен ай",
  year: "Осы жыл",
  all: "Бүкіл кезең",
  print: "Басып шығару",
  period: "Кезең: {{period}}",
  tiles: {
    reports: "Арыздар",
    stolen: "Арыз бойынша ұрланған сома",
    victims: "Жәбірленушілер",
    cases: "Ашылған істер",
    claims: "Жіберілген талап-арыздар",
    files: "Жүктелген файлдар",
  },
  byStatus: "Күйі бойынша талап-арыздар",
  perDay: "Арыз бойынша ұрланған сома, күн сайын",
  perDayText: "{{days}} арыз түскен; ең көбі {{date}}: {{amount}}",
  others: "Басқа қызметкерлердің істеріне қатысты болғандықтан көрсетілмеген: {{number}}.",
  none: {
    title: "Бұл кезеңде ештеңе жоқ",
    text: "Басқа кезеңді таңдаңыз немесе алдымен арыздарды жүктеп, істер ашыңыз.",
  },
};
