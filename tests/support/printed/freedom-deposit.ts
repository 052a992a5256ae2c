import { KASPI_KINDS } from "./kaspi.ts";
import {
  long,
  money,
  OPENING,
  type PrintedForm,
  type PrintedOperation,
  pairs,
  same,
  span,
  sum,
} from "./operations.ts";

/** "−6 000,00": the minus sign of typesetters, as this form prints it. */
const written = (amount: number) => `${amount < 0 ? "\u2212" : ""}${money(amount, " ", ",")}`;

const comes = (rows: readonly PrintedOperation[]) => sum(rows.filter(({ amount }) => amount > 0));
const leaves = (rows: readonly PrintedOperation[]) => sum(rows.filter(({ amount }) => amount < 0));

/** Details name sums of their own, which are none of the row. */
const detailsOf = ({ details, kind }: PrintedOperation) =>
  kind === "top-up" ? `Пополнение депозита в сумме 225000 KZT. ${details}` : details;

/** Balances at both ends; beside each sum what it is in tenge, with a "т" for the tenge's sign. */
export const freedomDeposit: PrintedForm = {
  name: "freedom-deposit",
  languages: ["ru"],
  account: "KZ86551A201000111222",
  proves: { balances: true, totals: true },
  withTime: false,
  middle: true,
  kinds: KASPI_KINDS,
  above: (rows) => {
    const { from, to } = span(rows);
    return `<h1>Выписка по депозиту "KOPILKA"</h1><p>за период с ${long(from)} по ${long(to)}</p><p>Номер счёта: ${freedomDeposit.account}KZT</p><p>Валюта: KZT</p>${pairs(
      [
        ["Остаток на начало периода", `${money(OPENING, " ", ",")} ₸`],
        ["Поступления", `${written(comes(rows))} ₸`],
        ["Расходы", `${written(leaves(rows))} ₸`],
        ["Остаток на конец месяца", `${written(OPENING + sum(rows))} ₸`],
      ],
    )}`;
  },
  columns: [
    { head: same("Дата"), width: 12, align: "left", text: ({ day }) => long(day) },
    { head: same("Сумма"), width: 16, align: "left", text: ({ amount }) => `${written(amount)} ₸` },
    {
      head: same("Сумма в тенге"),
      width: 16,
      align: "left",
      text: ({ amount }) => `${written(amount)} т`,
    },
    {
      head: same("Операция"),
      width: 14,
      align: "left",
      text: ({ kind }) => KASPI_KINDS[kind].ru,
    },
    { head: same("Детали"), width: 42, align: "left", text: detailsOf },
  ],
  detailsOf,
  foot: () => "АО «Фридом Банк Казахстан», БИК KSNVKZKA, bankffin.kz",
};
