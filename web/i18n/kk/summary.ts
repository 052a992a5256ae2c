import type { SameKeys } from "../catalogue.ts";
import type { summary as en } from "../en/summary.ts";

export const summary: SameKeys<typeof en> = {
  title: "Қорытынды",
  lead: "Кезең көрсеткіштері, әрқайсысы жеке жазбаларына дейін.",
  from: "Бастап",
  until: "Дейін, қоса алғанда",
  month: "Осы ай",
  lastMonth: "Өткен ай",
  year: "Осы жыл",
  all: "Барлық уақыт",
  print: "Басып шығару",
  period: "Кезең: {{period}}",
  figures: {
    reports: "Арыздар",
    stolen: "Арыз бойынша ұрланған",
    clusters: "Табылған кластерлер",
    droppers: "Анықталған дропперлер",
    cases: "Ашылған істер",
    claims: "Талап қоюлар",
    claimed: "Өндіріледі",
    victims: "Жәбірленушілер",
    recovered: "Қайтарылды",
    loaded: "Жүктелген файлдар",
    transfers: "Аударымдар",
  },
  byStatus: "Талап қоюлар күйі бойынша",
  perDay: "Арыз бойынша күніне ұрланғаны",
  perDayText: "арыз түскен {{days}}; ең көбі {{date}}: {{amount}}",
  none: {
    title: "Бұл кезеңде ештеңе жоқ",
    text: "Басқа кезеңді таңдаңыз немесе алдымен арыздарды жүктеп, істер ашыңыз.",
  },
};
