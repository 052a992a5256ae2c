import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { today as en } from "../en/today.ts";

export const today: RussianKeys<typeof en> = {
  title: "Сегодня",
  hello: "{{date}}",
  lead: "Что поступило, что найдено, что выполняется.",
  arrived: "Последние файлы",
  noFiles: {
    title: "Пока ничего не загружено",
    text: "Начните с ответов банков: перетащите их все сразу, можно папками.",
  },
  load: "Загрузить файлы",
  newReport: "Новое заявление",
  deadlines: "Сроки",
  noDeadlines: "В ближайшие две недели сроков нет.",
  found: "Кластеры на просмотр",
  allClusters: "Все кластеры",
  changed: "новые или выросшие с прошлого поиска",
  sinceVisit: "с прошлого посещения: новых {{fresh}}, выросших {{grown}}",
  running: "Выполняется сейчас",
  nothingRunning: "Сейчас ничего не выполняется.",
  cases: "Открытые дела",
  noCases: "Открытых дел нет.",
  allCases: "Все дела",
  allFiles: "Все файлы",
  figures: {
    accounts: "Счетов",
    transfers: "Переводов",
    reports: "Заявлений",
    clusters: "Кластеров",
    cases: "Открытых дел",
    claimed: "Заявлено ко взысканию",
    stolen: "Похищено по заявлениям",
    traced: "Получено дропперами",
  },
  undecided: "не решено",
};
