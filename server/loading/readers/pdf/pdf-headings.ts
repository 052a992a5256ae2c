import { foldName } from "../../../identity/names.ts";

/** What a column of a printed statement holds. */
export type PdfColumn =
  | "date"
  | "valueDate"
  | "time"
  | "amount"
  | "accountAmount"
  | "currency"
  | "in"
  | "out"
  | "fee"
  | "kind"
  | "details"
  | "balance"
  | "card"
  | "bonus"
  | "mcc";

export type HeadingWords = Partial<Record<PdfColumn, readonly string[]>>;

/** Headings that several banks print, in the three languages; a layout adds or changes its own. */
const COMMON: Readonly<Record<PdfColumn, readonly string[]>> = {
  date: [
    "Дата",
    "Дата операции",
    "Дата проведения",
    "Дата проведения операции",
    "Дата транзакции",
    "Дата и время",
    "Дата и время операции",
    "Дата время",
    "Күні",
    "Операция күні",
    "Күні мен уақыты",
    "Күні және уақыты",
    "Күні уақыты",
    "Жүргізілген күні",
    "Date",
    "Transaction date",
    "Operation date",
    "Date and time",
    "Date time",
  ],
  valueDate: [
    "Дата обработки",
    "Дата обработки операции",
    "Дата отражения",
    "Дата отражения по счету",
    "Дата проводки",
    "Дата списания",
    "Дата валютирования",
    "Өңдеу күні",
    "Өңделген күні",
    "Processing date",
    "Posting date",
    "Value date",
  ],
  time: ["Время", "Время операции", "Уақыты", "Уақыт", "Time"],
  amount: [
    "Сумма",
    "Сумма операции",
    "Сумма в валюте операции",
    "Сумма операции в валюте операции",
    "Сома",
    "Сомасы",
    "Операция сомасы",
    "Операция валютасындағы сома",
    "Sum",
    "Amount",
    "Transaction amount",
    "Amount in transaction currency",
  ],
  accountAmount: [
    "Сумма в валюте счета",
    "Сумма в валюте карты",
    "Сумма по счету",
    "Шот валютасындағы сома",
    "Шот валютасындағы сомасы",
    "Amount in account currency",
    "Account amount",
  ],
  currency: ["Валюта", "Валюта операции", "Валютасы", "Операция валютасы", "Currency"],
  in: [
    "Приход",
    "Приход в валюте счета",
    "Поступление",
    "Поступления",
    "Зачисление",
    "Зачисления",
    "Кредит",
    "Кіріс",
    "Түсім",
    "Түсімдер",
    "Шот валютасындағы кіріс",
    "Receipts",
    "Receipt",
    "Income",
    "Credit",
    "Incoming",
    "Income in account currency",
  ],
  out: [
    "Расход",
    "Расход в валюте счета",
    "Расходы",
    "Списание",
    "Списания",
    "Дебет",
    "Шығыс",
    "Шығын",
    "Шығындар",
    "Шот валютасындағы шығыс",
    "Expenses",
    "Expense",
    "Debit",
    "Outgoing",
    "Expense in account currency",
  ],
  fee: ["Комиссия", "Комиссиясы", "Комиссия банка", "Fee", "Commission"],
  kind: [
    "Операция",
    "Вид операции",
    "Тип операции",
    "Тип",
    "Категория",
    "Операция түрі",
    "Түрі",
    "Санат",
    "Санаты",
    "Transaction",
    "Operation",
    "Operation type",
    "Transaction type",
    "Type",
    "Category",
  ],
  details: [
    "Детали",
    "Детали операции",
    "Детализация",
    "Назначение",
    "Назначение платежа",
    "Наименование",
    "Наименование операции",
    "Описание",
    "Описание операции",
    "Примечание",
    "Толығырақ",
    "Талдама",
    "Мәліметтер",
    "Мәлімет",
    "Төлем мақсаты",
    "Атауы",
    "Сипаттама",
    "Сипаттамасы",
    "Операция сипаттамасы",
    "Details",
    "Description",
    "Name",
    "Purpose",
    "Payment purpose",
  ],
  balance: [
    "На Депозите",
    "Остаток",
    "Остаток на счете",
    "Баланс",
    "Депозитте",
    "Қалдық",
    "Қалдығы",
    "Balance",
    "On deposit",
  ],
  card: [
    "Карта",
    "№ карты",
    "Номер карты",
    "№ карточки/счета",
    "Номер карточки/счета",
    "Карта нөмірі",
    "Карточка/шот нөмірі",
    "Card",
    "Card number",
    "Card/account number",
  ],
  bonus: ["Бонусы", "Бонус", "Бонустар", "Bonus", "Bonuses"],
  mcc: ["MCC", "МСС", "MCC код", "Код MCC", "MCC коды", "MCC code"],
};

/** Finds which column a printed heading names. */
export interface HeadingBook {
  /** The columns a text names, in order; null where a word of it names none. */
  columnsOf(text: string): readonly PdfColumn[] | null;
}

/** Several languages in one heading ("Күні / Дата") name the same column twice. */
export function headingBook(own: HeadingWords): HeadingBook {
  const known = new Map<string, PdfColumn>();
  const add = (words: HeadingWords) => {
    for (const [column, headings] of Object.entries(words) as [PdfColumn, readonly string[]][])
      for (const heading of headings) known.set(foldName(heading), column);
  };
  add(COMMON);
  add(own);
  const most = Math.max(...[...known.keys()].map((key) => key.split(" ").length));
  return {
    columnsOf(text) {
      const words = foldName(text).split(" ");
      const found: PdfColumn[] = [];
      for (let at = 0; at < words.length; ) {
        let taken = 0;
        for (let count = Math.min(most, words.length - at); count > 0; count -= 1) {
          const column = known.get(words.slice(at, at + count).join(" "));
          if (column === undefined) continue;
          if (found.at(-1) !== column) found.push(column);
          taken = count;
          break;
        }
        if (taken === 0) return null;
        at += taken;
      }
      return found;
    },
  };
}
