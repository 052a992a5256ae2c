import { isReversal } from "../../cells/channels.ts";
import type { Identifiers } from "../../cells/identifiers.ts";
import type { LoadItem, Warning } from "../../record/load-item.ts";
import {
  ASSUMED_ZONE,
  badAmount,
  badDate,
  type Refusal,
  refusedItem,
  sideOf,
  throughExits,
  zeroAmount,
} from "../statement-items.ts";
import { readDetails } from "./details.ts";
import type { Field } from "./fields.ts";
import { swiftAmount } from "./mt940-values.ts";
import { type StatementLine, statementLine } from "./statement-line.ts";

export interface OwnAccount {
  readonly number: string | null;
  readonly bank: string | null;
}

export interface MessageContext {
  readonly account: OwnAccount | null;
  /** From the opening balance. */
  readonly currency: string | null;
  readonly identifiers: Identifiers;
}

/** A field :61: with its :86: as one transfer or one refusal. */
export function transferItem(
  field: Field,
  detailLines: readonly string[],
  context: MessageContext,
): LoadItem {
  const position = { row: field.at };
  const raw = `:61:${field.lines.join("\n")}${detailLines.length > 0 ? `\n:86:${detailLines.join("\n")}` : ""}`;
  const refuse = (refusal: Refusal) => refusedItem(position, raw, refusal);
  const line = statementLine(field.lines.join("\n"));
  if (line === null) return refuse(notUnderstood(field.lines.join(" ")));
  const own = context.account?.number ?? null;
  if (own === null)
    return refuse(
      missing(":25:", "account-missing", "The message does not say whose account it is."),
    );
  const { currency, identifiers } = context;
  if (currency === null)
    return refuse(missing(":60F:", "currency-missing", "The message does not say the currency."));
  if (line.expected)
    return refuse(
      missing(":61:", "not-booked", "The entry is expected, not booked: no money moved yet."),
    );
  const amount = swiftAmount(line.amount, currency);
  if (!amount.ok) return refuse(badAmount(":61:", line.amount, amount.reason));
  if (amount.amount === 0n) return refuse(zeroAmount(":61:", line.amount));
  if (line.bookedAt === null) return refuse(badDate(":61:", line.valueDate));

  const warnings: Warning[] = [];
  if (line.valueDateImpossible)
    warnings.push({ code: "value-date-impossible", column: ":61:", value: line.valueDate });
  const details = readDetails(detailLines, own);
  const other = sideOf({ ...details, iin: details.iin }, identifiers, warnings, ":86:");
  const mine = sideOf(
    { account: own, name: "", iin: "", bank: context.account?.bank ?? "" },
    identifiers,
    warnings,
    ":25:",
  );
  const ownSide = line.direction === "in" ? "to" : "from";
  const purpose = details.purpose || line.supplement;
  const words = { operation: details.operation, purpose, purposeCode: "" };
  const moved = throughExits(
    ownSide === "from" ? mine : other,
    ownSide === "from" ? other : mine,
    words,
  );
  const unknown = ownSide === "from" ? moved.to : moved.from;
  if (!unknown.account && !unknown.exit && !unknown.name && !unknown.iin) {
    warnings.push({ code: "other-side-unknown", column: ":86:", value: purpose.slice(0, 100) });
  }
  return {
    kind: "transfer",
    position,
    raw,
    id: null,
    bookedAt: line.bookedAt,
    zone: ASSUMED_ZONE.name,
    dayOnly: true,
    amount: amount.amount,
    currency,
    accountAmount: null,
    fee: null,
    ...moved,
    ownSide,
    purpose: purpose || null,
    purposeCode: null,
    documentNumber: line.reference === "" || line.reference === "NONREF" ? null : line.reference,
    reversal: line.reversal || isReversal(details.operation, purpose),
    extra: extrasOf(line, details.extra, purpose),
    warnings,
  };
}

function extrasOf(line: StatementLine, details: Readonly<Record<string, string>>, purpose: string) {
  const extra: Record<string, string> = { ...details };
  if (line.type !== "") extra.transactionType = line.type;
  if (line.bankReference !== "") extra.bankReference = line.bankReference;
  if (line.supplement !== "" && line.supplement !== purpose) extra.supplement = line.supplement;
  extra.valueDate = line.valueDate;
  return extra;
}

function notUnderstood(value: string): Refusal {
  return {
    column: ":61:",
    value: value.slice(0, 200),
    code: "line-not-understood",
    reason: "The statement line is not in the form of field 61.",
    remedy:
      "Compare with the bank's paper statement and mend the line, or ask the bank for the file again.",
  };
}

function missing(column: string, code: string, reason: string): Refusal {
  return { column, value: "", code, reason, remedy: "Ask the bank for the whole file again." };
}
