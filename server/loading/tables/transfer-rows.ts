import { foldName } from "../../identity/names.ts";
import { negativeAmount } from "../cells/amount-faults.ts";
import { CARRIED_OUT, finder, HOLDS, NOT_CARRIED_OUT, PARTLY } from "../cells/bank-words.ts";
import { type ChannelFacts, canonicalChannel, channelOf, isReversal } from "../cells/channels.ts";
import { cellOf, type Fault, NO_EXTRA, NO_WARNINGS, refuse } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { LoadItem, Side, TransferItem, Warning } from "../record/load-item.ts";
import { moneyReader } from "./row-amounts.ts";
import { bookedReader } from "./row-dates.ts";
import type { RowMoney } from "./row-money.ts";
import {
  completed,
  isNobody,
  ownParty,
  type PartyReader,
  partyReader,
  withExit,
} from "./row-parties.ts";
import { purposeReader } from "./row-purposes.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

const saysNotCarriedOut = finder(NOT_CARRIED_OUT);
const saysCarriedOut = finder(CARRIED_OUT);
const saysPartly = finder(PARTLY);
const saysHeld = finder(HOLDS);

/** Reads one row of a table of transfers: exactly one transfer or one refusal comes out. */
export function transferReader(plan: TablePlan): (row: RawRow) => LoadItem {
  const at = (meaning: string) => plan.column(meaning);
  const [idAt, stateAt, documentAt] = [at("transfer_id"), at("state"), at("document_number")];
  const operationAt = plan.canonical ? -1 : at("operation");
  const booked = bookedReader(plan);
  const money = moneyReader(plan);
  const sides = sidesReader(plan);
  const purposes = purposeReader(plan);
  const channels = channelReader(plan);
  const zoneAssumed: Warning = {
    code: "zone-assumed",
    column: nameOf(plan, "booked_at"),
    value: plan.zone.name,
  };
  const onlyZone: readonly Warning[] = Object.freeze([zoneAssumed]);

  return (row) => {
    const state = cellOf(row, stateAt);
    if (state !== "" && saysNotCarriedOut(state))
      return refuse(row, notCarriedOut(nameOf(plan, "state"), state));
    const operation = cellOf(row, operationAt);
    if (operation !== "" && saysHeld(operation))
      return refuse(row, notCarriedOut(nameOf(plan, "operation"), operation));
    const date = booked(row);
    if ("code" in date) return refuse(row, date);
    const warnings: Warning[] = [];
    if (state !== "" && (saysPartly(state) || !saysCarriedOut(state)))
      warnings.push({ code: "state-not-understood", column: nameOf(plan, "state"), value: state });
    if (row.damaged) warnings.push({ code: "letters-lost", column: "", value: "" });
    const paid = money(row, warnings);
    if ("code" in paid) return refuse(row, paid);
    const parties = sides(row, paid, warnings);
    if ("code" in parties) return refuse(row, parties);
    const { purpose, purposeCode } = purposes(row);
    const channelFacts = channels(row, parties, purpose ?? "", purposeCode ?? "");
    const ends = sidesWithExits(
      plan,
      plan.detailsName ? namedByDetails(parties, purpose) : parties,
      channelFacts,
      warnings,
    );
    if ("code" in ends) return refuse(row, ends);
    if (date.zoneAssumed && warnings.length > 0) warnings.push(zoneAssumed);
    const item: TransferItem = {
      kind: "transfer",
      position: row.position,
      raw: row.raw,
      id: cellOf(row, idAt) || null,
      bookedAt: date.instant,
      zone: date.zone,
      dayOnly: date.dayOnly,
      amount: paid.amount,
      currency: paid.currency,
      accountAmount: paid.accountAmount,
      fee: paid.fee,
      from: ends.from,
      to: ends.to,
      ownSide: parties.ownSide,
      channel: channelFacts.channel,
      purpose,
      purposeCode,
      documentNumber: cellOf(row, documentAt) || null,
      reversal: paid.reversal || channelFacts.reversal,
      extra: extrasOf(plan, row, paid.equivalent),
      warnings: warnings.length > 0 ? warnings : date.zoneAssumed ? onlyZone : NO_WARNINGS,
    };
    return item;
  };
}

interface Sides {
  readonly from: Side;
  readonly to: Side;
  readonly ownSide: "from" | "to" | null;
}

type SidesReader = (row: RawRow, paid: RowMoney, warnings: Warning[]) => Sides | Fault;

function sidesReader(plan: TablePlan): SidesReader {
  const from = partyReader(plan, "from");
  const to = partyReader(plan, "to");
  if (plan.twoSided) return twoSidedReader(plan, from, to);
  const own = partyReader(plan, "own");
  const other = partyReader(plan, plan.otherRole);
  return (row, paid, warnings) => {
    const mine = ownParty(own(row, warnings), plan.own);
    if (mine.account === null) return missingSide(nameOf(plan, "own_account"));
    const theirs = other(row, warnings);
    return paid.leaves === true
      ? { from: mine, to: theirs, ownSide: "from" }
      : { from: theirs, to: mine, ownSide: "to" };
  };
}

/** Rows with a payer and a payee; in a statement one of the two is the account's own side. */
function twoSidedReader(plan: TablePlan, from: PartyReader, to: PartyReader): SidesReader {
  const [own, other] = [partyReader(plan, "own"), partyReader(plan, "other")];
  const isOwner = (side: Side) =>
    (plan.ownIin !== null && side.iin === plan.ownIin) ||
    (plan.ownName !== null && side.name !== null && foldName(side.name) === plan.ownName);
  return (row, paid, warnings) => {
    const [payer, payee] = [from(row, warnings), to(row, warnings)];
    const mine = plan.own === null ? own(row, warnings) : ownParty(own(row, warnings), plan.own);
    const byAccount = whichOf(payer, payee, (side) => side.account === mine.account);
    const byMoney = paid.leaves === null ? null : paid.leaves ? "from" : "to";
    const byPerson = whichOf(payer, payee, isOwner);
    const ownSide = (mine.account === null ? null : byAccount) ?? byMoney ?? byPerson;
    if (paid.negative && ownSide !== "from")
      return negativeAmount(nameOf(plan, "amount"), cellOf(row, plan.column("amount")));
    const contradicts = [mine.account === null ? null : byAccount, byMoney, byPerson].some(
      (side) => side !== null && side !== ownSide,
    );
    if (contradicts) return sidesContradict(nameOf(plan, `${ownSide ?? "from"}_name`));
    if (ownSide === null)
      return plan.ownByPerson
        ? ownSideUnknown(nameOf(plan, "from_name"))
        : { from: payer, to: payee, ownSide };
    const theirs = other(row, warnings);
    const ours = (side: Side) => (differentAccount(side, mine) ? side : completed(side, mine));
    return ownSide === "from"
      ? { from: ours(payer), to: completed(payee, theirs), ownSide }
      : { from: completed(payer, theirs), to: ours(payee), ownSide };
  };
}

/** The one of the two sides that passes; null where both or none do. */
function whichOf(payer: Side, payee: Side, test: (side: Side) => boolean): Sides["ownSide"] {
  const [first, second] = [test(payer), test(payee)];
  return first === second ? null : first ? "from" : "to";
}

function differentAccount(side: Side, own: Side): boolean {
  return side.account !== null && side.account !== own.account;
}

function channelReader(plan: TablePlan) {
  const [channelAt, operationAt, systemAt, merchantAt] = [
    "channel",
    "operation",
    "system",
    "merchant",
  ].map((meaning) => plan.column(meaning)) as [number, number, number, number];
  return (
    row: RawRow,
    { from, to }: Sides,
    purpose: string,
    purposeCode: string,
  ): ChannelFacts & { reversal: boolean } => {
    const channel = cellOf(row, channelAt);
    if (plan.canonical) return canonicalChannel(channel);
    const operation = cellOf(row, operationAt);
    const bare = [from, to].filter((side) => side.account === null);
    const facts = channelOf({
      channel,
      operation,
      system: cellOf(row, systemAt),
      merchant: cellOf(row, merchantAt),
      purpose,
      purposeCode,
      nameless: bare.map(({ name }) => name ?? "").join(" "),
      faceless: bare.some(({ iin }) => iin === null),
      someoneWithoutAccount: bare.length > 0,
    });
    return { ...facts, reversal: isReversal(operation, purpose) };
  };
}

/**
 * Statements with a column for the kind of operation and one for details have the counterparty's
 * name in the details.
 */
function namedByDetails(sides: Sides, purpose: string | null): Sides {
  const { ownSide } = sides;
  if (ownSide === null) return sides;
  const other = ownSide === "from" ? "to" : "from";
  return { ...sides, [other]: { ...sides[other], name: purpose } };
}

interface BothSides {
  readonly from: Side;
  readonly to: Side;
}

/**
 * Both sides with their exits. A side of which nothing is known is a fault, unless the row is
 * from someone's statement.
 */
function sidesWithExits(
  plan: TablePlan,
  { from, to, ownSide }: Sides,
  channelFacts: ChannelFacts,
  warnings: Warning[],
): BothSides | Fault {
  let payer = from;
  let payee = to;
  const same = from.account !== null && from.account === to.account;
  // A bank writes its client on both sides of a cash operation: the side the cash came from, or
  // went to, is no account.
  if (same && channelFacts.channel === "cash") {
    if (channelFacts.deposit) payer = { ...from, account: null };
    else payee = { ...to, account: null };
  } else if (same) {
    warnings.push({
      code: "same-account-both-sides",
      column: nameOf(plan, "to_account"),
      value: to.account ?? "",
    });
  }
  const ends = {
    from: withExit(payer, payee, channelFacts.exit),
    to: withExit(payee, payer, channelFacts.exit),
  };
  if (isNobody(ends.from)) return whoIsMissing(plan, ends, "from", ownSide, warnings);
  if (isNobody(ends.to)) return whoIsMissing(plan, ends, "to", ownSide, warnings);
  const nowhere =
    ends.from.account === null &&
    ends.to.account === null &&
    ends.from.exit !== null &&
    ends.to.exit !== null;
  return nowhere ? missingSide(nameOf(plan, "from_account")) : ends;
}

function whoIsMissing(
  plan: TablePlan,
  ends: BothSides,
  side: "from" | "to",
  own: Sides["ownSide"],
  warnings: Warning[],
): BothSides | Fault {
  const other = side === "from" ? "to" : "from";
  if (own !== other || isNobody(ends[other])) return missingSide(nameOf(plan, `${side}_account`));
  warnings.push({ code: "other-side-unknown", column: nameOf(plan, `${side}_account`), value: "" });
  return ends;
}

export function extrasOf(
  plan: TablePlan,
  row: RawRow,
  equivalent: string,
): Readonly<Record<string, string>> {
  if (plan.extras.length === 0 && equivalent === "") return NO_EXTRA;
  const extra: Record<string, string> = {};
  for (const column of plan.extras) {
    const text = cellOf(row, column);
    if (text !== "") extra[plan.names[column] ?? `column ${column + 1}`] = text;
  }
  if (equivalent !== "") extra[nameOf(plan, "amount_kzt")] = equivalent;
  return extra;
}

function missingSide(column: string): Fault {
  return {
    column,
    value: "",
    code: "missing-side",
    reason: "The row does not say who paid or who received.",
    remedy:
      "Fill in the account, or the name or IIN, or say in the channel column that it was cash.",
  };
}

function notCarriedOut(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "not-carried-out",
    reason: `The operation was not carried out ("${value}"): no money moved.`,
    remedy: "Nothing to do, unless the bank's state is wrong.",
  };
}

function ownSideUnknown(column: string): Fault {
  return {
    column,
    value: "",
    code: "own-side-unknown",
    reason: "Neither payer nor payee is the owner of the account this is a statement of.",
    remedy: "Fill in the owner's name as in the other rows, or the account numbers of both sides.",
  };
}

function sidesContradict(column: string): Fault {
  return {
    column,
    value: "",
    code: "sides-contradict",
    reason:
      "The payer and payee say that the money went one way, the amount's column or sign the other.",
    remedy: "Ask the bank which is right, and mend the row.",
  };
}
