import { letters as texts } from "../../../contract/texts/ru/letters.ts";
import type { letters as en } from "../en/letters.ts";

/** Outgoing letters. */
export const letters: typeof en = {
  ...texts,
  lead: "Письма по искам и заявлениям, которые составила программа: номер, срок ответа, ответ. Бумага с пометкой «проект» — не письмо.",
  search: "Поиск",
  searchHint: "Имя, номер, банк",
  allKinds: "Все письма",
  allStands: "Все состояния",
  stand: "Состояние",
  bank: "Банк",
  allBanks: "Все банки",
  isOpen: "Открытые: ответа ещё нет",
  of: "Писем: {{formatted}}",
  none: "Писем ещё нет",
  noneText: "Составьте письмо в «Документах» утверждённого иска или на странице заявления.",
  nothing: "Под фильтр не подходит ни одно письмо",
  more: "Показать ещё",
  sentOn: "отправлено {{day}}",
  number: "№ {{number}}",
  due: "ответить до {{day}}",
  answer: "Записать ответ",
  answerDay: "День ответа",
  answerNote: "Что ответили",
  answerFile: "Имя файла ответа",
  answerSave: "Сохранить ответ",
  answerDone: "Ответ записан",
  answered: "ответ {{day}}",
  history: "Запись и её история",
  all: "Все письма дела",
  claim: "иск {{claim}}",
  /** Reasons of corrections that the program makes. */
  reasons: {
    "letter-made-anew": "Письмо составлено заново: изменилось его содержание.",
    "letter-another-language": "Письмо составлено и на другом языке.",
    "letter-by-step": "В иске сделан шаг «Претензия отправлена».",
    "letter-step-back": "Шаг «Претензия отправлена» в иске отменён.",
    "letter-superseded": "Вместо него составлено более новое письмо.",
    "letter-twin": "То же письмо на другом языке учтено одной записью.",
  },
};
