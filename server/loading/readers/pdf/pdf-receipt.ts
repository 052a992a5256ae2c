import { foldName } from "../../../identity/names.ts";
import { normalisePhone } from "../../../identity/phone.ts";
import { createIdentifiers } from "../../cells/identifiers.ts";
import type { Side, TransferItem } from "../../record/load-item.ts";
import { ASSUMED_ZONE, sideOf } from "../statement-items.ts";
import { partyOf } from "./pdf-counterparty.ts";
import { cellsOf, type TextLine, textOf } from "./pdf-lines.ts";
import { bankOfPaper } from "./pdf-recognise.ts";
import { leadingDay, onlySum, type PrintedSum, readDay, sumsIn } from "./pdf-values.ts";

/** Labels of receipts, folded, in the three languages. */
const LABELS = {
  number:
    /^(?:№|номер|no)? ?(?:квитанции|чека|перевода|документа)|^(?:тубиртек|аударым|чек) номири|^(?:receipt|transfer) (?:number|no)/u,
  when: /^(?:дата и время|дата время|дата|время|куни мен уакыты|куни|уакыты|date and time|date|time)/u,
  amount: /^(?:сумма|сома|amount|sum|total)/u,
  fee: /^(?:комисси|fee|commission)/u,
  sender: /^(?:отправитель|плательщик|от кого|фио отправителя|жиберуши|толеуши|sender|payer)/u,
  receiver: /^(?:получатель|кому|фио получателя|алушы|recipient|receiver|beneficiary)/u,
  source: /^(?:откуда|со счета|счет списания|кайдан|шоттан|from)/u,
  target: /^(?:куда|счет получателя|номер карты получателя|телефон|кайда|to|phone)/u,
  purpose: /^(?:назначение|комментарий|сообщение|толем максаты|purpose|comment)/u,
} as const;
type Label = keyof typeof LABELS;

const TITLE = /перевод|платеж|оплата|аударым|толем|transfer|payment/u;
const RECEIPT = /квитанц|чек(?: |$)|тубиртек|receipt|успешно|сатти|successful/u;
const MOST_LINES = 60;

/** A receipt of one transfer; null where the paper is none. */
export function readReceipt(lines: readonly TextLine[]): TransferItem | null {
  if (lines.length > MOST_LINES || !RECEIPT.test(foldName(lines.map(textOf).join(" "))))
    return null;
  const values = labelled(lines);
  const day = leadingDay(values.get("when") ?? "");
  const bookedAt = day === null ? null : readDay(day.day, day.time);
  const sum = amountOf(lines, values);
  if (bookedAt === null || sum === null || sum.amount <= 0n) return null;
  const bank = bankOfPaper(lines);
  const { title, party } = titleOf(lines);
  const identifiers = createIdentifiers(false);
  const receiver = [values.get("receiver"), values.get("target"), ...party]
    .filter((text) => text !== undefined)
    .join(" ");
  const [from, to] = [
    sideIn([values.get("sender"), values.get("source")].join(" ").trim(), bank, identifiers),
    sideIn(receiver, null, identifiers),
  ];
  const [fee] = sumsIn(values.get("fee") ?? "", "KZT", null);
  const source = values.get("source");
  return {
    kind: "transfer",
    position: { sheet: "1", row: 1 },
    raw: lines.map(textOf).join("\n"),
    id: null,
    bookedAt: bookedAt.instant,
    zone: ASSUMED_ZONE.name,
    dayOnly: bookedAt.dayOnly,
    amount: sum.amount,
    currency: sum.currency ?? "KZT",
    accountAmount: null,
    fee: fee !== undefined && fee.amount > 0n ? fee.amount : null,
    from: { ...from, name: values.get("sender") ?? from.name },
    to,
    ownSide: "from",
    channel: "transfer",
    purpose: values.get("purpose") || party.join(" ") || title || null,
    purposeCode: null,
    documentNumber: values.get("number") ?? null,
    reversal: false,
    extra: {
      ...(title === "" ? {} : { operation: title }),
      ...(source === undefined ? {} : { source }),
    },
    warnings: [{ code: "receipt-not-checked", column: "", value: "" }],
  };
}

function labelled(lines: readonly TextLine[]): Map<Label, string> {
  const values = new Map<Label, string>();
  for (const line of lines) {
    const cells = cellsOf(line).map(({ text }) => text);
    const [first = "", ...others] = cells;
    const [label = "", inside = ""] = first.split(/:\s*(.*)/su);
    const value = [inside, ...others].filter((text) => text !== "").join(" ");
    const name = (Object.keys(LABELS) as Label[]).find((one) => LABELS[one].test(foldName(label)));
    if (name === undefined || value === "") continue;
    const before = values.get(name);
    // The day and the time stand on two lines of some receipts.
    if (before === undefined) values.set(name, value);
    else if (name === "when" && /^\d{1,2}:\d{2}/.test(value))
      values.set(name, `${before} ${value}`);
  }
  return values;
}

/** The labelled amount, else the sum in the largest letters. */
function amountOf(
  lines: readonly TextLine[],
  values: ReadonlyMap<Label, string>,
): PrintedSum | null {
  const [told] = sumsIn(values.get("amount") ?? "", "KZT", null);
  if (told !== undefined) return told;
  let best: { size: number; sum: PrintedSum } | null = null;
  for (const line of lines) {
    const sum = onlySum(textOf(line), "KZT", null);
    const size = line.items[0]?.size ?? 0;
    if (sum?.currency && (best === null || size > best.size)) best = { size, sum };
  }
  return best?.sum ?? null;
}

/** "Перевод клиенту Kaspi", and the name and phone between it and the note that all went well. */
function titleOf(lines: readonly TextLine[]): { title: string; party: string[] } {
  const at = lines.findIndex((line) => TITLE.test(foldName(textOf(line))));
  if (at === -1) return { title: "", party: [] };
  const party: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const text = textOf(line);
    if (RECEIPT.test(foldName(text)) || onlySum(text, "KZT", null)?.currency) break;
    if (cellsOf(line).length > 1) break;
    party.push(text);
  }
  return { title: textOf(lines[at] as TextLine), party };
}

function sideIn(
  text: string,
  bank: string | null,
  identifiers: ReturnType<typeof createIdentifiers>,
): Side {
  const party = partyOf(text, "out", null);
  const side = sideOf(party, identifiers, [], "");
  return {
    ...side,
    bank: side.bank ?? bank,
    phone: side.phone ?? normalisePhone(party.phone ?? ""),
  };
}
