/**
 * Statements as banks print them, as HTML that a browser or an office program turns into a PDF. All
 * names and numbers are made up.
 */
export type Language = "ru" | "kk" | "en";

/** One operation; money in minor units, below zero when it left the account. */
export interface PrintedOperation {
  readonly day: string;
  readonly time: string;
  readonly amount: number;
  readonly kind: Kind;
  readonly details: string;
}

export type Kind = "purchase" | "transfer" | "top-up" | "cash" | "other";
export type Words = Readonly<Record<Language, string>>;

export interface PrintedForm {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly account: string;
  /** What the form proves of its rows. */
  readonly proves: { readonly balances: boolean; readonly totals: boolean };
  readonly withTime: boolean;
  readonly kinds: Readonly<Record<Kind, Words>>;
  readonly landscape?: boolean;
  readonly middle?: boolean;
  above(rows: readonly PrintedOperation[], language: Language): string;
  readonly columns: readonly PrintedColumn[];
  /** The text of the column of details, lines joined. */
  detailsOf(row: PrintedOperation, language: Language): string;
  /** Printed at the foot of every page. */
  foot(language: Language): string;
}

export interface PrintedColumn {
  readonly head: Words;
  readonly width: number;
  readonly align: "left" | "right" | "center";
  text(row: PrintedOperation, language: Language, balance: number): string;
}

const DAYS = 60;
const DETAILS: Readonly<Record<Kind, readonly string[]>> = {
  purchase: [
    "Magnum",
    "ИП ДЕМО-ҚҰРЫЛЫС",
    "Билет Avtobys. Оплата проезда за одну поездку по городскому маршруту номер 12",
    "KASPI MAGAZIN ALMATY",
    "ДҮКЕН «ЖҰЛДЫЗ»",
  ],
  transfer: ["Айгерім С.", "Руслан Қ.", "Өмірзақ І.", "На карту Demo Bank*4417"],
  "top-up": ["Данияр Т.", "Гүлнәр Һ.", "TOO DEMO-TRADE"],
  cash: ["Банкомат Abay 12", "ATM DEMO MALL"],
  other: ["Разное 1", "Корректировка"],
};

/** Rows from the newest to the oldest; equal ones among them, as a bus ticket is bought twice. */
export function operations(count: number, seed = 1): PrintedOperation[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const kinds: readonly Kind[] = ["purchase", "purchase", "transfer", "top-up", "cash", "other"];
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[next(kinds.length)] ?? "purchase";
    const size = at % 9 === 0 ? 20_000 : 100 + next(at % 5 === 0 ? 90_000_000 : 900_000);
    const date = new Date(Date.UTC(2026, 2, 1 + Math.floor((DAYS * (count - 1 - at)) / count)));
    const texts = DETAILS[kind];
    return {
      day: date.toISOString().slice(0, 10),
      time: `${two(23 - (at % 24))}:${two(59 - (at % 60))}:${two(at % 60)}`,
      amount: kind === "top-up" || (kind === "purchase" && at % 17 === 0) ? size : -size,
      kind,
      details: texts[next(texts.length)] ?? "",
    };
  });
}

const two = (number: number) => String(number).padStart(2, "0");
export const short = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`;
export const long = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** "12 940,50": groups by `gap`, the fraction behind `point`. */
export function money(amount: number, gap: string, point: string): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, gap);
  return `${whole}${point}${two(size % 100)}`;
}

export const kaspiMoney = (amount: number) =>
  amount === 0 ? "0,00 ₸" : `${amount < 0 ? "-" : "+"} ${money(amount, " ", ",")} ₸`;
export const sum = (rows: readonly PrintedOperation[]) =>
  rows.reduce((all, { amount }) => all + amount, 0);
export const same = (text: string): Words => ({ ru: text, kk: text, en: text });
export const span = (rows: readonly PrintedOperation[]) => ({
  from: rows.at(-1)?.day ?? "",
  to: rows[0]?.day ?? "",
});
export const pairs = (lines: readonly (readonly [string, string])[]) =>
  `<table class="facts">${lines.map(([label, value]) => `<tr><td>${label}</td><td class="right">${value}</td></tr>`).join("")}</table>`;

/** What an account holds before the first row. */
export const OPENING = 50_000_000;
export const signed = (row: PrintedOperation, gap: string, point: string) =>
  `${row.amount < 0 ? "-" : ""}${money(row.amount, gap, point)}`;
