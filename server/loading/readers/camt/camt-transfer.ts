import { formatDecimal } from "../../../money/money.ts";
import type { ParsedInstant } from "../../../time/iso.ts";
import { isReversal } from "../../cells/channels.ts";
import type { Position, Side, TransferItem, Warning } from "../../record/load-item.ts";
import { sideOf, throughExits, type WrittenParty } from "../statement-items.ts";
import { dateText, happenedAt } from "./camt-dates.ts";
import { isKnown, partyOf, type Role } from "./camt-parties.ts";
import { type Element, find, findAll, firstOf, textAt } from "./element.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Movement } from "./movements.ts";

interface TransferContext extends EntryContext {
  readonly entry: Element;
  readonly booked: ParsedInstant;
  readonly currency: string;
  readonly position: Position;
  readonly raw: string;
  readonly inBatch: boolean;
  /** Codes of warnings about the entry. */
  readonly notes: readonly string[];
}

/** One movement on the account as a transfer between it and the other side. */
export function transferOf(movement: Movement, context: TransferContext): TransferItem {
  const { entry, identifiers, currency } = context;
  const { transaction, moved, fee } = movement;
  const warnings: Warning[] = context.notes.map((code) => ({
    code,
    column: "Ntry/NtryDtls",
    value: "",
  }));
  const reversal = /^(true|1)$/.test(
    firstOf(textAt(entry, "RvslInd"), textAt(transaction, "RvslInd")),
  );
  const incoming = moved > 0n;
  const parties = bothParties(transaction, context.own.number, incoming, reversal);
  const mine = sideOf(ownParty(context.own.party, parties.mine), identifiers, warnings, "Acct");
  const other = sideOf(parties.other, identifiers, warnings, "RltdPties");
  const purpose = purposeOf(entry, transaction);
  const purposeCode = firstOf(
    textAt(transaction, "Purp", "Cd"),
    textAt(transaction, "Purp", "Prtry"),
  );
  const own = transactionCode(transaction);
  const ofEntry = transactionCode(entry);
  const [payer, payee] = incoming ? [other, mine] : [mine, other];
  const sidesBy = (operation: string) =>
    throughExits(payer, payee, { operation, purpose, purposeCode });
  // The code of a batch is that of most of its transactions: it is asked where a transaction's own
  // words say nothing.
  const byOwnWords = sidesBy(own.words || (context.inBatch ? "" : ofEntry.words));
  const saysNothing =
    byOwnWords.channel === "transfer" &&
    byOwnWords.from.exit === null &&
    byOwnWords.to.exit === null;
  const sides = saysNothing ? sidesBy(own.words || ofEntry.words) : byOwnWords;
  if (isNobody(incoming ? sides.from : sides.to)) {
    warnings.push({
      code: "other-side-unknown",
      column: "RltdPties",
      value: purpose.slice(0, 100),
    });
  }
  const date = happenedAt(transaction, context.booked);
  if (date.zoneAssumed && !date.dayOnly) {
    warnings.push({
      code: "zone-assumed",
      column: "BookgDt",
      value: dateText(find(entry, "BookgDt")),
    });
  }
  const size = moved < 0n ? -moved : moved;
  const money = moneyOf(movement, size, currency);
  return {
    kind: "transfer",
    position: context.position,
    raw: context.raw,
    id: null,
    bookedAt: date.instant,
    zone: date.zone,
    dayOnly: date.dayOnly,
    ...money,
    fee,
    ...sides,
    ownSide: incoming ? "to" : "from",
    purpose: purpose || null,
    purposeCode: purposeCode || null,
    documentNumber: documentNumber(entry, transaction),
    reversal: reversal || isReversal(own.words, purpose),
    extra: extrasOf(movement, context, parties, own.text || ofEntry.text),
    warnings,
  };
}

/**
 * The operation's amount, in another currency where the transaction was made in one, and beside it
 * what the account itself moved.
 */
function moneyOf(
  { operation, instructed }: Movement,
  size: bigint,
  currency: string,
): Pick<TransferItem, "amount" | "currency" | "accountAmount"> {
  const account = { amount: size, currency };
  if (instructed !== null && instructed.amount > 0n && size !== 0n)
    return { ...instructed, accountAmount: account };
  return {
    amount: operation === 0n ? size : operation,
    currency,
    accountAmount: size === operation || size === 0n ? null : account,
  };
}

interface BothParties {
  readonly other: WrittenParty;
  /** The party that stands for the account itself; "" where the transaction does not name it. */
  readonly mine: WrittenParty;
  readonly mineRole: Role;
}

/**
 * The side that is not the account itself. Found by its account number: after a reversal banks
 * differ on whether debtor and creditor are those of the reversal or of the original. Without
 * numbers the direction tells.
 */
function bothParties(
  transaction: Element | undefined,
  own: string,
  incoming: boolean,
  reversal: boolean,
): BothParties {
  const debtor = partyOf(transaction, "Dbtr");
  const creditor = partyOf(transaction, "Cdtr");
  const asCreditor: BothParties = { other: debtor, mine: creditor, mineRole: "Cdtr" };
  const asDebtor: BothParties = { other: creditor, mine: debtor, mineRole: "Dbtr" };
  const isOwn = (party: WrittenParty) => party.account !== "" && party.account === own;
  if (isOwn(debtor) !== isOwn(creditor)) return isOwn(debtor) ? asDebtor : asCreditor;
  if (!isKnown(creditor)) return asCreditor;
  if (!isKnown(debtor)) return asDebtor;
  return incoming !== reversal ? asCreditor : asDebtor;
}

/** The account's own party, with what only the transaction says of it. */
function ownParty(own: WrittenParty, stated: WrittenParty): WrittenParty {
  if (stated.account !== "" && stated.account !== own.account) return own;
  return {
    ...own,
    name: own.name || stated.name,
    iin: own.iin || stated.iin,
    bank: own.bank || stated.bank,
  };
}

function isNobody(side: Side): boolean {
  return side.account === null && side.exit === null && side.name === null && side.iin === null;
}

function purposeOf(entry: Element, transaction: Element | undefined): string {
  const remittance = find(transaction, "RmtInf");
  const free = findAll(remittance, "Ustrd").map(({ text }) => text.trim());
  const structured = findAll(remittance, "Strd").flatMap((one) => [
    textAt(one, "CdtrRefInf", "Ref"),
    ...findAll(one, "AddtlRmtInf").map(({ text }) => text.trim()),
  ]);
  const remitted = [...free, ...structured].filter((text) => text !== "").join(" ");
  return firstOf(remitted, textAt(transaction, "AddtlTxInf"), textAt(entry, "AddtlNtryInf"));
}

const CASH_FAMILIES = new Set(["CNTR"]);
const CARD_WITHDRAWAL = new Set(["CWDL", "CAJT"]);
const POINT_OF_SALE = new Set(["POSD", "POSC", "POSP", "SMRT"]);

/**
 * Bank transaction code as text, and as the words that name the channel (external code list:
 * family CCRD, CNTR …).
 */
function transactionCode(element: Element | undefined): { text: string; words: string } {
  const code = find(element, "BkTxCd");
  const domain = find(code, "Domn");
  const family = textAt(domain, "Fmly", "Cd");
  const subFamily = textAt(domain, "Fmly", "SubFmlyCd");
  const own = textAt(code, "Prtry", "Cd");
  const text = [textAt(domain, "Cd"), family, subFamily, own]
    .filter((part) => part !== "")
    .join("-");
  if (CASH_FAMILIES.has(family))
    return { text, words: subFamily === "CDPT" ? "cash deposit" : "cash" };
  if (CARD_WITHDRAWAL.has(subFamily)) return { text, words: "cash" };
  if (POINT_OF_SALE.has(subFamily)) return { text, words: "pos" };
  return { text, words: "" };
}

function documentNumber(entry: Element, transaction: Element | undefined): string | null {
  const references = find(transaction, "Refs");
  const own = ["EndToEndId", "InstrId", "ChqNb"]
    .map((name) => textAt(references, name))
    .filter(isReference);
  return own[0] ?? [textAt(entry, "NtryRef")].find(isReference) ?? null;
}

function isReference(text: string): boolean {
  return text !== "" && !/^(NOTPROVIDED|NONREF)$/i.test(text);
}

function extrasOf(
  movement: Movement,
  { entry, currency, own }: TransferContext,
  parties: BothParties,
  code: string,
): Record<string, string> {
  const { transaction, instructed } = movement;
  const extra: Record<string, string> = {};
  const add = (name: string, text: string) => {
    if (isReference(text)) extra[name] = text;
  };
  for (const { name, text } of find(transaction, "Refs")?.children ?? []) add(name, text.trim());
  // The bank may book for another account than the one of the statement (virtual, card), or act for
  // somebody else.
  const { mine } = parties;
  if (mine.account !== "" && mine.account !== own.number)
    add(`${parties.mineRole}Stated`, `${mine.name} ${mine.account}`.trim());
  for (const role of ["UltmtDbtr", "UltmtCdtr"] as const) {
    const ultimate = find(transaction, "RltdPties", role);
    add(role, firstOf(textAt(ultimate, "Nm"), textAt(ultimate, "Pty", "Nm")));
  }
  add("NtryRef", textAt(entry, "NtryRef"));
  add("entryReference", textAt(entry, "AcctSvcrRef"));
  add("valueDate", dateText(find(entry, "ValDt")));
  add("transactionCode", code);
  add("additionalInformation", textAt(entry, "AddtlNtryInf"));
  add(
    "returnReason",
    firstOf(
      textAt(transaction, "RtrInf", "Rsn", "Cd"),
      textAt(transaction, "RtrInf", "Rsn", "Prtry"),
    ),
  );
  if (instructed)
    add(
      "instructedAmount",
      `${formatDecimal(instructed.amount, instructed.currency)} ${instructed.currency}`,
    );
  const batch = textAt(entry, "NtryDtls", "Btch", "NbOfTxs");
  if (batch !== "")
    add(
      "batch",
      `${batch} × ${formatDecimal(movement.moved < 0n ? -movement.moved : movement.moved, currency)}`,
    );
  return extra;
}
