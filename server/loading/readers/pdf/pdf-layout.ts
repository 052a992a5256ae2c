import type { DecimalSign } from "../../../money/written.ts";
import type { HeadingWords } from "./pdf-headings.ts";

/** What moved the money: it says what the other side is where nobody is named. */
export type Movement =
  | "transfer"
  | "own"
  | "top-up"
  | "purchase"
  | "cash"
  | "charge"
  | "credit"
  | "other";

/** A kind of operation as the bank calls it in rows and in the totals above them. */
export interface PrintedKind {
  readonly moves: Movement;
  readonly names: readonly string[];
  readonly totals: readonly string[];
  /** The bank has not carried it out yet. */
  readonly pending?: boolean;
}

/** One form in which a bank prints a statement, in all languages it prints it in. */
export interface PdfLayout {
  readonly name: string;
  /** Three digits, as in account numbers. */
  readonly bank: string;
  /** BIC or site: printed above or below the rows of this bank's papers only. */
  readonly marks: RegExp;
  /** The bank's name, which rows of other banks' statements hold too: looked for above the rows. */
  readonly bankName: RegExp;
  /** Words above the rows, folded, that tell this form from the bank's others. */
  readonly title: RegExp;
  readonly headings: HeadingWords;
  /** Where in a row of several lines the day stands. */
  readonly align: "top" | "middle";
  readonly kinds: readonly PrintedKind[];
  readonly decimal: DecimalSign;
  /** What a sum without a sign is; "kind": the kind of operation tells. */
  readonly unsigned: "in" | "kind";
  /** Words are cut in two at the end of a line. */
  readonly cutsWords?: boolean;
  /** A note, folded, that some rows may not be carried out yet, without telling which. */
  readonly pendingNote?: RegExp;
}

/** The purchase, transfer and so on of most banks, where a layout has no words of its own. */
export const COMMON_KINDS: readonly PrintedKind[] = [
  {
    moves: "purchase",
    names: [
      "Покупка",
      "Покупки",
      "Покупки и траты",
      "Оплата",
      "Платеж",
      "Платежи",
      "Зат сатып алу",
      "Сатып алу",
      "Сатып алулар",
      "Сатып алулар мен шығындар",
      "Төлем",
      "Purchase",
      "Purchases",
      "Purchases and expenses",
      "Payment",
      "Payments",
    ],
    totals: ["Покупки", "Покупка", "Сатып алу", "Purchases", "Платеж", "Платежи"],
  },
  {
    moves: "transfer",
    names: ["Перевод", "Переводы", "Аударым", "Аударымдар", "Transfer", "Transfers"],
    totals: ["Переводы", "Перевод", "Аударым", "Аударымдар", "Transfers", "Transfer"],
  },
  {
    moves: "top-up",
    names: [
      "Пополнение",
      "Пополнения",
      "Поступление",
      "Поступления",
      "Пополнение счета",
      "Толықтыру",
      "Шотты толтыру",
      "Толықтырулар",
      "Replenishment",
      "Replenishments",
      "Top-up",
      "Account replenishment",
      "Deposit",
    ],
    totals: ["Пополнения", "Пополнение", "Толықтыру", "Толықтырулар", "Replenishment"],
  },
  {
    moves: "cash",
    names: [
      "Снятие",
      "Снятия",
      "Снятие наличных",
      "Ақша алу",
      "Қолма-қол ақша алу",
      "Withdrawal",
      "Withdrawals",
      "Cash withdrawal",
    ],
    totals: ["Снятия", "Снятие", "Ақша алу", "Withdrawals", "Withdrawal"],
  },
  {
    moves: "charge",
    names: [
      "Комиссия",
      "Вознаграждение",
      "Вознаграждения",
      "Сыйақы",
      "Fee",
      "Commission",
      "Interest",
    ],
    totals: ["Комиссия", "Вознаграждения", "Вознаграждение", "Сыйақы", "Interest"],
  },
  {
    moves: "other",
    names: ["Разное", "Другое", "Әртүрлі", "Басқа", "Others", "Other"],
    totals: ["Разное", "Другое", "Әртүрлі", "Others", "Other"],
  },
];
