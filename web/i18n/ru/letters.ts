import { letters as texts } from "../../../contract/texts/ru/letters.ts";
import type { letters as en } from "../en/letters.ts";

/** Outgoing letters. */
export const letters: typeof en = {
  ...texts,
  lead: "Письма по искам и заявлениям, которые составила программа: номер, срок ответа, ответ. Бумага с пометкой «проект» — не письмо.",
  search: "Поиск",
  searchHint: "Имя, номер, банк, письмо",
  allKinds: "Все письма",
  allStands: "Все состояния",
  stand: "Состояние",
  bank: "Банк",
  allBanks: "Все банки",
  isOpen: "Открытые: ответа ещё нет",
  count: "Писем: {{formatted}}",
  none: "Писем ещё нет",
  noneText: "Составьте письмо в «Документах» утверждённого иска или на странице заявления.",
  nothing: "Под фильтр не подходит ни одно письмо",
  more: "Показать ещё",
  sentOn: "отправлено {{day}}",
  number: "№ {{number}}",
  due: "ответить до {{day}}",
  sendBy: "отправить до {{day}}",
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
  print: "Печать",
  asSent: "Как отправлено",
  actions: "Действия",
  /** Headings of the page alone. */
  of: { parties: "Потерпевший → ответчик", claim: "Иск или заявление" },
  madeOn: "составлено {{day}}",
  sortedOf: "упорядочены первые {{formatted}}; сузьте фильтр, чтобы упорядочить остальные",
  attach: "Файл ответа",
  attachHint: "Выберите файл",
  attachAbout: "Ответ на письмо {{number}}",
  /** The same step for many letters. */
  again: "Номер может стоять на двух письмах",
  /** It asks for more than it would if it were made today. */
  outdated: {
    one: "Письмо уходит, хотя просит больше, чем осталось возместить",
    many: "Письма могут уйти, хотя просят больше, чем осталось возместить",
  },
  many: {
    all: "Все неотправленные письма",
    chosen: "Выбрано писем: {{formatted}}",
    reason: "Почему вычеркнуты",
    first: "Первый номер",
    firstHint: "У следующих писем номер растёт на единицу",
    due: "Ответить до, если срок один",
    done: "Сделано: {{done}} из {{all}}",
    takenBy: "Номер уже занят: {{by}}",
    taken:
      "Номеров, которые уже стоят на других письмах: {{formatted}}. Дайте другие или отметьте, что номер стоит на двух письмах.",
    nothing: "Ничего не сохранено: не принято писем {{refused}} из {{all}}",
  },
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
