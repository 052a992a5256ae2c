import { CHANNELS, type Channel, type ExitKind } from "../../columns/columns.ts";
import { parseDecimal } from "../../money/money.ts";
import { parseIsoInstant } from "../../time/iso.ts";
import type { LoadItem, Side, Warning } from "../items.ts";
import type { RawRow } from "../reading.ts";
import { cellOf, type Fault, NO_EXTRA, NO_WARNINGS, refuse } from "./judging.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

const CHANNEL_SET: ReadonlySet<string> = new Set(CHANNELS);
const EXIT_OF: Readonly<Partial<Record<Channel, ExitKind>>> = {
  cash: "cash",
  pos: "pos",
  card: "pos",
  crypto: "crypto",
  other: "other",
};

/** Reads one row of a table of transfers: exactly one transfer or one refusal comes out. */
export function transferReader(plan: TablePlan): (row: RawRow) => LoadItem {
  const at = (meaning: string) => plan.column(meaning);
  const [idAt, bookedAt, amountAt, currencyAt] = [at("transfer_id"), at("booked_at"), at("amount"), at("currency")];
  const [channelAt, purposeAt] = [at("channel"), at("purpose")];
  const from = sideReader(plan, "from");
  const to = sideReader(plan, "to");

  return (row) => {
    const warnings: Warning[] = [];
    const dateText = cellOf(row, bookedAt);
    const date = parseIsoInstant(dateText, plan.zone, plan.zoneOffset);
    if (date === null) return refuse(row, badDate(nameOf(plan, "booked_at"), dateText));
    const currency = cellOf(row, currencyAt) || plan.currency;
    const amountText = cellOf(row, amountAt);
    const amount = parseDecimal(amountText, currency);
    if (!amount.ok) return refuse(row, badAmount(nameOf(plan, "amount"), amountText, amount.reason, currency));
    if (amount.amount <= 0n) return refuse(row, notPositive(nameOf(plan, "amount"), amountText));
    const channelText = cellOf(row, channelAt);
    const channel = CHANNEL_SET.has(channelText) ? (channelText as Channel) : "transfer";
    const payer = from(row, channel, warnings);
    const payee = to(row, channel, warnings);
    const bare = isNobody(payer) ? "from" : isNobody(payee) ? "to" : null;
    if (bare !== null) return refuse(row, missingSide(nameOf(plan, `${bare}_account`)));
    if (date.zoneAssumed) warnings.push({ code: "zone-assumed", column: nameOf(plan, "booked_at"), value: dateText });
    return {
      kind: "transfer",
      position: row.position,
      raw: row.raw,
      id: cellOf(row, idAt) || null,
      bookedAt: date.instant,
      zone: date.zone,
      dayOnly: date.dayOnly,
      amount: amount.amount,
      currency,
      accountAmount: null,
      fee: null,
      from: exitAtBankOf(payer, payee),
      to: exitAtBankOf(payee, payer),
      ownSide: null,
      channel,
      purpose: cellOf(row, purposeAt) || null,
      purposeCode: null,
      documentNumber: null,
      reversal: false,
      extra: plan.extras.length === 0 ? NO_EXTRA : extrasOf(plan, row),
      warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
    };
  };
}

function sideReader(plan: TablePlan, side: "from" | "to") {
  const account = plan.column(`${side}_account`);
  const name = plan.column(`${side}_name`);
  const iin = plan.column(`${side}_iin`);
  const bank = plan.column(`${side}_bank`);
  return (row: RawRow, channel: Channel, warnings: Warning[]): Side => {
    const accountText = cellOf(row, account);
    const iinText = cellOf(row, iin);
    const facts = accountText === "" ? null : plan.identifiers.account(accountText);
    const holder = iinText === "" ? null : plan.identifiers.iin(iinText);
    if (facts?.warning) {
      warnings.push({ code: facts.warning, column: nameOf(plan, `${side}_account`), value: accountText });
    }
    for (const code of holder?.warnings ?? []) {
      warnings.push({ code, column: nameOf(plan, `${side}_iin`), value: iinText });
    }
    return {
      account: facts?.number ?? null,
      exit: facts === null ? (EXIT_OF[channel] ?? null) : null,
      name: cellOf(row, name) || null,
      iin: holder?.iin ?? null,
      holderKind: holder?.holderKind ?? "unknown",
      bank: cellOf(row, bank) || (facts?.bank ?? null),
      phone: null,
    };
  };
}

/** Money leaves at the bank of the account it leaves from, where the row names no other. */
function exitAtBankOf(side: Side, other: Side): Side {
  return side.exit === null || side.bank !== null || other.bank === null ? side : { ...side, bank: other.bank };
}

function isNobody(side: Side): boolean {
  return side.account === null && side.exit === null && side.name === null && side.iin === null;
}

export function extrasOf(plan: TablePlan, row: RawRow): Readonly<Record<string, string>> {
  const extra: Record<string, string> = {};
  for (const column of plan.extras) {
    const text = cellOf(row, column);
    if (text !== "") extra[plan.names[column] ?? `column ${column + 1}`] = text;
  }
  return extra;
}

export function badDate(column: string, value: string): Fault {
  return {
    column,
    value,
    code: value === "" ? "date-missing" : "date-not-understood",
    reason: value === "" ? "The row has no date." : `"${value}" is not a date that exists.`,
    remedy: "Write the date as 2026-03-02 or 2026-03-02T09:05:07+05:00.",
  };
}

export function badAmount(column: string, value: string, code: string, currency: string): Fault {
  const decimals = code === "too-many-decimals";
  return {
    column,
    value,
    code: value === "" ? "amount-missing" : `amount-${code}`,
    reason: decimals
      ? `${value} has more decimals than ${currency} has.`
      : value === ""
        ? "The row has no amount."
        : `"${value}" is not an amount.`,
    remedy: "Write the amount as digits with a point before the tiyn: 1500.50.",
  };
}

function notPositive(column: string, value: string): Fault {
  return {
    column,
    value,
    code: /^[-+0.,\s]*$/.test(value) ? "amount-zero" : "amount-negative",
    reason: `${value} is not an amount somebody paid: nothing here says what its sign would mean.`,
    remedy: "Write a positive amount with the payer in the from column and the payee in the to column.",
  };
}

function missingSide(column: string): Fault {
  return {
    column,
    value: "",
    code: "missing-side",
    reason: "The row does not say who paid or who received.",
    remedy: "Fill in the account, or the name or IIN, or say in the channel column that it was cash.",
  };
}
