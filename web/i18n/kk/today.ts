import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { today as en } from "../en/today.ts";

export const today: SameKeys<typeof en> = {
  title: "Бүгін",
  hello: "{{date}}",
  lead: "Не келді, не табылды, не орындалуда.",
  arrived: "Соңғы файлдар",
  noFiles: {
    title: "Әзірге ештеңе жүктелмеген",
    text: "Банк жауаптарынан бастаңыз: бәрін бірден, қалталарымен бірге сүйреп әкелуге болады.",
  },
  load: "Файлдарды жүктеу",
  newReport: "Жаңа арыз",
  deadlines: "Мерзімдер",
  noDeadlines: "Келесі екі аптада мерзім жоқ.",
  found: "Қаралатын кластерлер",
  allClusters: "Барлық кластерлер",
  changed: "алдыңғы іздеуден бері жаңа немесе ұлғайған",
  sinceVisit: "соңғы кіргеннен бері: жаңасы {{fresh}}, ұлғайғаны {{grown}}",
  running: "Қазір орындалуда",
  nothingRunning: "Қазір ештеңе орындалып жатқан жоқ.",
  cases: "Ашық істер",
  noCases: "Ашық іс жоқ.",
  allCases: "Барлық істер",
  allFiles: "Барлық файлдар",
  figures: {
    accounts: "Шоттар",
    transfers: "Аударымдар",
    reports: "Арыздар",
    clusters: "Кластерлер",
    cases: "Ашық істер",
    claimed: "Талап етілген",
    stolen: "Арыз бойынша ұрланған сома",
    traced: "Дропперлер алған сома",
  },
  undecided: "шешілмеген",
};
