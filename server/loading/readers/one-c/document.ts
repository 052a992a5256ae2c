import { hasValidCheckDigit } from "../../../identity/iin.ts";
import { parseWrittenAmount } from "../../../money/written.ts";
import { parseClock, parseWrittenDate } from "../../../time/written.ts";
import { isReversal } from "../../cells/channels.ts";
import { currencyCode } from "../../cells/currency.ts";
import type { Identifiers } from "../../cells/identifiers.ts";
import type { LoadItem, Side, Warning } from "../../record/load-item.ts";
import {
  ASSUMED_ZONE,
  badAmount,
  badDate,
  badDirection,
  type Refusal,
  refusedItem,
  sideOf,
  throughExits,
  zeroAmount,
} from "../statement-items.ts";
import { DOCUMENT_KEYS, fieldOf, isDate, isRead, PARTIES, partyOf, type Section } from "./keys.ts";
import type { SectionPart } from "./sections.ts";

export interface OneCContext {
  /** Accounts the file is a statement of, each with the currency its documents name, if any. */
  readonly own: ReadonlyMap<string, string | null>;
  /** The sender: the bank whose file it is. */
  readonly bank: string | null;
  readonly identifiers: Identifiers;
}

/** One document: exactly one transfer or one refusal. */
export function documentItem(section: SectionPart, context: OneCContext): LoadItem {
  const { fields, raw } = section;
  const position = { row: section.at.number };
  const refuse = (refusal: Refusal) => refusedItem(position, raw, refusal);
  if (!section.whole) return refuse(unfinished());

  const warnings: Warning[] = [];
  const { payer, payee, extra } = partiesOf(fields, context, warnings);
  const moved = amountOf(fields, payer, payee);
  if ("code" in moved) return refuse(moved);
  const [from, to] = moved.backwards ? [payee, payer] : [payer, payee];
  if (moved.backwards)
    warnings.push({ code: "negative-amount-reversed", column: moved.column, value: moved.text });
  const ownSide = ownSideOf(from, to, moved.direction, context.own);
  const date = dateOf(fields, ownSide);
  if ("code" in date) return refuse(date);
  const purpose = purposeOf(fields);
  const purposeCode = fieldOf(fields, DOCUMENT_KEYS.purposeCode).trim() || null;
  const operation = fieldOf(fields, DOCUMENT_KEYS.kind);
  const words = { operation, purpose: purpose ?? "", purposeCode: purposeCode ?? "" };

  return {
    kind: "transfer",
    position,
    raw,
    id: null,
    bookedAt: date.instant,
    zone: date.zone,
    dayOnly: date.dayOnly,
    amount: moved.amount,
    currency: moved.currency,
    accountAmount: null,
    fee: null,
    ...throughExits(from, to, words),
    ownSide,
    purpose,
    purposeCode,
    documentNumber: fieldOf(fields, DOCUMENT_KEYS.number).trim() || null,
    reversal: moved.backwards || isReversal(operation, purpose ?? ""),
    extra: { ...extra, ...extrasOf(fields, date.text) },
    warnings,
  };
}

function partiesOf(fields: Section, { identifiers }: OneCContext, warnings: Warning[]) {
  const extra: Record<string, string> = {};
  const side = (name: (typeof PARTIES)[number]): Side => {
    const party = partyOf(fields, name);
    // A Russian taxpayer number has 10 or 12 digits and is no IIN; told apart by the account, else
    // by the check digit.
    const kazakh =
      /^KZ/i.test(party.account.trim()) || hasValidCheckDigit(party.iin.trim().padStart(12, "0"));
    if (!kazakh && party.account.trim() !== "" && party.iin.trim() !== "") {
      extra[`${name}инн`] = party.iin;
      return sideOf({ ...party, iin: "" }, identifiers, warnings, name);
    }
    return sideOf(party, identifiers, warnings, name);
  };
  return { payer: side(PARTIES[0]), payee: side(PARTIES[1]), extra };
}

interface Moved {
  readonly amount: bigint;
  readonly currency: string;
  /** Said by the key the amount stands under; null in the Russian dialect. */
  readonly direction: "in" | "out" | null;
  /** The amount was negative: the bank took the document back. */
  readonly backwards: boolean;
  readonly column: string;
  readonly text: string;
}

function amountOf(fields: Section, payer: Side, payee: Side): Moved | Refusal {
  const stated = currencyCode(fieldOf(fields, DOCUMENT_KEYS.currency));
  const currency = stated ?? currencyOfAccount(payer.account ?? payee.account ?? "");
  const told = (["amountIn", "amountOut", "amount"] as const).flatMap((name) => {
    const text = fieldOf(fields, DOCUMENT_KEYS[name]);
    return text === "" ? [] : [{ name, text, parsed: parseWrittenAmount(text, currency, null) }];
  });
  const bad = told.find(({ parsed }) => !parsed.ok);
  if (bad && !bad.parsed.ok)
    return badAmount(DOCUMENT_KEYS[bad.name][0], bad.text, bad.parsed.reason);
  const known = told.flatMap(({ name, text, parsed }) =>
    parsed.ok ? [{ name, text, amount: parsed.amount }] : [],
  );
  const sided = known.filter(({ name, amount }) => name !== "amount" && amount !== 0n);
  if (sided.length > 1)
    return badDirection("суммаприход", sided.map(({ text }) => text).join(" / "));
  const one = sided[0] ?? known.find(({ amount }) => amount !== 0n) ?? known[0];
  if (one === undefined) return badAmount("сумма", "", "missing");
  if (one.amount === 0n) return zeroAmount(DOCUMENT_KEYS[one.name][0], one.text);
  const backwards = one.amount < 0n;
  const direction = one.name === "amountIn" ? "in" : one.name === "amountOut" ? "out" : null;
  return {
    amount: backwards ? -one.amount : one.amount,
    currency,
    direction: direction === null || !backwards ? direction : direction === "in" ? "out" : "in",
    backwards,
    column: DOCUMENT_KEYS[one.name][0],
    text: one.text,
  };
}

/**
 * By the key of the amount where the dialect has two, else by which side is an account of the file.
 * A transfer between two accounts of a file that tells it once is nobody's side alone.
 */
function ownSideOf(
  from: Side,
  to: Side,
  direction: Moved["direction"],
  own: OneCContext["own"],
): "from" | "to" | null {
  if (direction !== null) return direction === "in" ? "to" : "from";
  const mine = (side: Side) => side.account !== null && own.has(side.account);
  if (mine(from) === mine(to)) return null;
  return mine(from) ? "from" : "to";
}

function dateOf(fields: Section, ownSide: "from" | "to" | null) {
  const { paidOn, receivedOn, bookedOn, time } = DOCUMENT_KEYS;
  const first = ownSide === "to" ? [...receivedOn, ...paidOn] : [...paidOn, ...receivedOn];
  const text = fieldOf(fields, [...first, ...bookedOn]);
  const date = parseWrittenDate(text, "day-first", ASSUMED_ZONE);
  if (date === null) return badDate(bookedOn[0], text);
  const clock = date.dayOnly ? parseClock(fieldOf(fields, time)) : null;
  return clock === null
    ? { ...date, text }
    : { ...date, text, instant: date.instant + clock, dayOnly: false };
}

/** Some banks break a long purpose over НазначениеПлатежа1…6 and leave the whole one empty. */
function purposeOf(fields: Section): string | null {
  const whole = fieldOf(fields, DOCUMENT_KEYS.purpose);
  if (whole !== "") return whole;
  const pieces = [1, 2, 3, 4, 5, 6].flatMap(
    (number) => fields.get(`назначениеплатежа${number}`)?.trim() || [],
  );
  return pieces.join(" ") || null;
}

/** Keys without a field of their own, and dates other than the one that was taken. */
function extrasOf(fields: Section, dateTaken: string): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const [key, value] of fields) {
    if (value === "" || /^назначениеплатежа\d$/.test(key)) continue;
    if (isDate(key) ? value !== dateTaken : !isRead(key)) extra[key] = value;
  }
  return extra;
}

/** Digits 6 to 8 of a Russian account are its currency; elsewhere tenge. */
export function currencyOfAccount(account: string): string {
  const code = /^\d{5}(\d{3})\d{12}$/.exec(account)?.[1];
  return (code === undefined ? null : currencyCode(code)) ?? "KZT";
}

function unfinished(): Refusal {
  return {
    column: "",
    value: "",
    code: "document-unfinished",
    reason: "The document has no end (КонецДокумента): something of it may be missing.",
    remedy: "Ask the bank for the file again.",
  };
}
