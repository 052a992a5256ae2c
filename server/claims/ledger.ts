import type { ClaimStatus } from "../../contract/claim-steps.ts";
import { isStanding } from "../../contract/claim-steps.ts";
import type { PaymentSource } from "../../contract/ledger.ts";
import { groupBy } from "../exploring/sums.ts";
import { least } from "../money/money.ts";
import type { Instant } from "../time/instant.ts";
import { type Award, executesAward, isBeforeAward } from "./award.ts";
import type { PaidInTenge } from "./paid-in-tenge.ts";

/**
 * The ledger of losses. A loss is a stolen payment of a victim. Several claims may ask for it (of
 * the first holder, of the next, in two cases), and several people may pay. Here each tenge of it
 * comes back once (docs/claims.md, "Ledger"). Amounts in minor units, days since 1970-01-01.
 */

/** A part of a stolen payment of the victim that was made good. */
export interface Part {
  readonly transferId: string;
  readonly amount: bigint;
}

/** A bank row by which money came back, as far as it belongs to a claim. */
export interface Returned {
  readonly transferId: string;
  readonly amount: bigint;
  readonly at: Instant;
  readonly day: number;
  /** Key of the holder who paid, else the account. */
  readonly payer?: string;
  /** The entry that it shows (shown-by-rows.ts): where that counts, the row does not. */
  readonly shows?: string | undefined;
}

/** A filing in court, and when it was written down. */
export interface Filed {
  readonly day: number;
  readonly at: Instant;
  /** Minor units that the court was asked for, as the filing keeps them (dossier/filing.ts). */
  readonly asked?: bigint | undefined;
}

export interface LedgerClaim {
  readonly id: string;
  readonly case: string;
  readonly status: ClaimStatus;
  readonly direct: boolean;
  readonly currency: string;
  /** The sum of the claim's lines: what was paid back while it was a draft is off already. */
  readonly amount: bigint;
  /** Stolen payments whose money it is or may be, in order of time; null = no longer loaded. */
  readonly origins: readonly { readonly id: string; readonly stolen: bigint | null }[];
  /** Lines below zero: paid back while the claim was a draft. */
  readonly taken: readonly Returned[];
  /** Paid back since by bank rows. */
  readonly repaid: readonly Returned[];
  /** The sums that a court has given of it; null where no judgment stands. */
  readonly judgment: Award | null;
  /** Its filing in court; null where it is not in court. */
  readonly filed: Filed | null;
}

/** A payment that a person wrote down; one taken back is not here. */
export interface LedgerPayment {
  readonly id: string;
  readonly claim: string;
  readonly case: string;
  readonly currency: string;
  /** The part of it that pays the debt. */
  readonly amount: bigint;
  /** The part of it that pays the penalty (penalty-paid.ts); absent = nothing. */
  readonly penalty?: bigint;
  readonly day: number;
  readonly source: PaymentSource;
  /** Key of the defendant who paid; null = none of them, or not said. */
  readonly payer?: string | null;
  /** When it was written down. */
  readonly at?: Instant;
  /** Tiyn that came on a claim in another currency (paid-in-tenge.ts). */
  readonly tenge?: PaidInTenge | null | undefined;
  /** Key of the claim's victim, where tenge came. */
  readonly victim?: string | undefined;
  /** Why it is another payment than a bank's row of the same sum; absent = it may be the same. */
  readonly apart?: string | undefined;
  /** Ids of those rows, as they stood then; a row that comes later may show it. */
  readonly apartFrom?: readonly string[] | undefined;
  /**
   * Of which stolen payments, as decided when it was written down. Empty: a return of blocked money
   * that names its claim only, which is divided as the losses are now.
   */
  readonly parts: readonly Part[];
}

/** Money that came back, dated by its own day. */
export interface Recovery {
  /** Of the payment, the measure or the bank row. */
  readonly id: string;
  readonly claim: string;
  readonly case: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly day: number;
  /** A person wrote it down, the register of measures has it, or a bank row shows it. */
  readonly by: "payment" | "return" | "bank-row";
  /** Key of the defendant who paid; null = none of them, or not said. */
  readonly payer: string | null;
  /** When a person wrote it down; null for a bank row. */
  readonly at: Instant | null;
  readonly parts: readonly Part[];
}

export interface ClaimBalance {
  readonly loss: bigint;
  readonly recovered: bigint;
  readonly outstanding: bigint;
  /** What has not come back of the claim's sum, whatever a court gave of it. */
  readonly notBack: bigint;
  /** What was paid on it above what it asks, or above what a court gave of it. */
  readonly above: bigint;
  /**
   * Money of the day of the judgment that was written down before it: the court's sum has it off.
   */
  readonly beforeAward: readonly string[];
  readonly alternatives: readonly string[];
}

export interface Ledger {
  readonly recoveries: readonly Recovery[];
  /** Of claims that are not withdrawn, by id. */
  readonly balances: ReadonlyMap<string, ClaimBalance>;
  /** Returns of blocked money that count. */
  readonly returned: readonly LedgerPayment[];
  /** What is left of a loss; null where nothing says how much it was. */
  readonly leftOf: (transferId: string) => bigint | null;
}

interface Paid {
  readonly amount: bigint;
  /** Days since 1970-01-01. */
  readonly day: number;
}

/**
 * Two records of money that may be of the same payment: the same sum, at most so many days apart.
 */
const NEAR_DAYS = 3;
export function mayBeSamePayment(one: Paid, other: Paid): boolean {
  return one.amount === other.amount && Math.abs(one.day - other.day) <= NEAR_DAYS;
}

/**
 * Works out who still owes what. Of one loss never more comes back than was lost. `returns` are
 * returns of blocked money. `lost` speaks of losses for which no claim stands.
 */
export function ledgerOf(
  claims: readonly LedgerClaim[],
  payments: readonly LedgerPayment[],
  returns: readonly LedgerPayment[] = [],
  lost: ReadonlyMap<string, bigint> = new Map(),
): Ledger {
  const losses = new Map([...lost, ...lossesOf(claims)]);
  const made = new Map<string, bigint>();
  const leftOf = (id: string) => {
    const loss = losses.get(id);
    return loss === undefined ? null : loss - (made.get(id) ?? 0n);
  };
  const take = (parts: readonly Part[]): Part[] =>
    parts.flatMap(({ transferId, amount }) => {
      const part = within(amount, leftOf(transferId));
      if (part <= 0n) return [];
      made.set(transferId, (made.get(transferId) ?? 0n) + part);
      return [{ transferId, amount: part }];
    });
  const recoveries: Recovery[] = [];
  const book = (recovery: Omit<Recovery, "amount" | "parts">, parts: readonly Part[]) => {
    const taken = take(parts);
    const amount = sumOf(taken);
    if (amount > 0n) recoveries.push({ ...recovery, amount, parts: taken });
  };
  const standing = claims.filter((claim) => claim.status !== "withdrawn");
  const byId = new Map(standing.map((claim) => [claim.id, claim]));
  const bound = byLoss(returns);
  /** The part of a loss that no return is bound to: a payment is laid there first. */
  const freeOf = (id: string) => {
    const left = leftOf(id);
    return left === null ? null : left - (bound.get(id) ?? 0n);
  };
  for (const { id, claim, case: of, currency, day, parts, payer = null, at = null } of payments) {
    const divided = laid(parts, byId.get(claim), freeOf, leftOf);
    book({ id, claim, case: of, currency, day, by: "payment", payer, at }, divided);
  }
  for (const { parts, ...one } of returns) {
    const { id, claim, case: of, currency, day, amount, payer = null, at = null } = one;
    const own = byId.get(claim);
    const divided = parts.length > 0 || !own ? parts : spread(amount, own, leftOf);
    book({ id, claim, case: of, currency, day, by: "return", payer, at }, divided);
  }
  const entries = new Set([...payments, ...returns].map(({ id }) => id));
  const rows = claims.flatMap((claim) =>
    [...claim.taken, ...claim.repaid]
      .filter(({ shows }) => shows === undefined || !entries.has(shows))
      .map((row) => ({ claim, row })),
  );
  rows.sort((one, other) => one.row.at - other.row.at || (one.claim.id < other.claim.id ? -1 : 1));
  for (const { claim, row } of rows) {
    const { id, case: of, currency } = claim;
    const parts = spread(row.amount, claim, leftOf);
    const money = { id: row.transferId, claim: id, case: of, currency, day: row.day };
    book({ ...money, by: "bank-row", payer: row.payer ?? null, at: null }, parts);
  }
  const sharing = claimsByLoss(standing);
  const recoveriesOf = groupBy(recoveries, (one) => one.claim);
  const entriesOf = groupBy([...payments, ...returns], (one) => one.claim);
  return {
    recoveries,
    balances: new Map(
      standing.map((claim) => {
        const own = recoveriesOf.get(claim.id) ?? [];
        const before = (entriesOf.get(claim.id) ?? []).filter((one) => isBeforeAward(claim, one));
        const balance = balanceOf(claim, sharing, losses, made, own);
        return [claim.id, { ...balance, beforeAward: before.map(({ id }) => id) }];
      }),
    ),
    returned: returns,
    leftOf,
  };
}

/** Claims about each loss with their place in the order of all: of many claims few share one. */
type Sharing = ReadonlyMap<string, readonly { readonly claim: LedgerClaim; readonly at: number }[]>;

function claimsByLoss(claims: readonly LedgerClaim[]): Sharing {
  const about = claims.flatMap((claim, at) =>
    [...new Set(claim.origins.map(({ id }) => id))].map((loss) => ({ loss, claim, at })),
  );
  return groupBy(about, ({ loss }) => loss);
}

/** The sums that returns brought back of single stolen payments; they fit no other. */
function byLoss(returns: readonly LedgerPayment[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { transferId, amount } of returns.flatMap((one) => one.parts))
    sums.set(transferId, (sums.get(transferId) ?? 0n) + amount);
  return sums;
}

/**
 * The division of a payment: as it was written down where there is room, the rest on the claim's
 * other losses, and only then on what a return is bound to. A transfer that the claim lost is no
 * loss any more, unless another claim knows it: nothing is laid there.
 */
function laid(
  parts: readonly Part[],
  own: Pick<LedgerClaim, "origins"> | undefined,
  freeOf: (transferId: string) => bigint | null,
  leftOf: (transferId: string) => bigint | null,
): Part[] {
  const sums = new Map<string, bigint>();
  const lay = (wanted: readonly Part[], roomOf: (transferId: string) => bigint | null) => {
    for (const { transferId, amount } of wanted) {
      const before = sums.get(transferId) ?? 0n;
      const room = roomOf(transferId);
      const part = within(amount, room === null ? null : room - before);
      if (part > 0n) sums.set(transferId, before + part);
    }
  };
  const total = sumOf(parts);
  const isLost = (id: string) =>
    leftOf(id) === null && own?.origins.every((origin) => origin.id !== id);
  const rest = () => total - [...sums.values()].reduce((sum, one) => sum + one, 0n);
  lay(
    parts.filter(({ transferId }) => !isLost(transferId)),
    freeOf,
  );
  for (const roomOf of [freeOf, leftOf])
    for (const { id } of own?.origins ?? [])
      if (rest() > 0n) lay([{ transferId: id, amount: rest() }], roomOf);
  if (own === undefined) return [...parts];
  return [...sums].map(([transferId, amount]) => ({ transferId, amount }));
}

/** What came back of the losses that a case is about, by currency; whoever paid and wherever. */
export function recoveredIn(
  { recoveries }: Pick<Ledger, "recoveries">,
  claims: readonly LedgerClaim[],
  caseId: string,
): { currency: string; amount: bigint }[] {
  const ids = new Set(claims.flatMap((claim) => claim.origins.map((origin) => origin.id)));
  const sums = new Map<string, bigint>();
  for (const { currency, parts, case: of } of recoveries) {
    const amount = sumOf(parts.filter((part) => of === caseId || ids.has(part.transferId)));
    if (amount > 0n) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

/** Divides a payment on a claim among its losses, the oldest first; less where less is left. */
export function spread(
  amount: bigint,
  claim: Pick<LedgerClaim, "origins">,
  leftOf: (transferId: string) => bigint | null,
): Part[] {
  let rest = amount;
  return claim.origins.flatMap(({ id }) => {
    const part = within(rest, leftOf(id));
    if (part <= 0n) return [];
    rest -= part;
    return [{ transferId: id, amount: part }];
  });
}

/**
 * What was lost by each stolen payment: what the claim against its first holder asks for of it,
 * else what the data say. A refused claim speaks where no other does: nothing is asked of it any
 * more, and still no more than its loss comes back. A withdrawn claim says nothing here.
 */
function lossesOf(claims: readonly LedgerClaim[]): Map<string, bigint> {
  const losses = new Map<string, bigint>();
  const speaking = claims.filter((claim) => claim.status !== "withdrawn");
  for (const standing of [true, false])
    for (const direct of [true, false])
      for (const claim of speaking) {
        if (isStanding(claim.status) !== standing || claim.direct !== direct) continue;
        for (const { id, stolen } of claim.origins)
          if (stolen !== null && !losses.has(id)) losses.set(id, stolen);
      }
  return losses;
}

function balanceOf(
  claim: LedgerClaim,
  sharing: Sharing,
  losses: ReadonlyMap<string, bigint>,
  made: ReadonlyMap<string, bigint>,
  own: readonly Recovery[],
): Omit<ClaimBalance, "beforeAward"> {
  const ids = new Set(claim.origins.map((origin) => origin.id));
  const known = [...ids].filter((id) => losses.has(id));
  const loss = known.reduce((sum, id) => sum + (losses.get(id) ?? 0n), 0n);
  const recovered = known.reduce((sum, id) => sum + (made.get(id) ?? 0n), 0n);
  const total = (rows: readonly Recovery[]) => rows.reduce((sum, one) => sum + one.amount, 0n);
  const executing = own.filter((one) => executesAward(claim, one));
  const taken = claim.taken.reduce((sum, one) => sum + one.amount, 0n);
  // The sum a court gave is owed from the first judgment on; before it, the claim's sum.
  const unpaid = claim.amount + taken - total(own);
  const owed = claim.judgment === null ? unpaid : claim.judgment.sum - total(executing);
  const left = (most: bigint) => (known.length < ids.size ? most : least(most, loss - recovered));
  const open = left(owed);
  const notBack = left(unpaid);
  return {
    loss,
    recovered,
    outstanding: !isStanding(claim.status) || open < 0n ? 0n : open,
    notBack: notBack < 0n ? 0n : notBack,
    above: isStanding(claim.status) && owed < 0n ? -owed : 0n,
    alternatives: alternativesTo(claim, ids, sharing),
  };
}

/** Other claims that stand and are about one of the losses, in the order of all claims. */
function alternativesTo(
  claim: LedgerClaim,
  losses: ReadonlySet<string>,
  sharing: Sharing,
): readonly string[] {
  const places = new Map(
    [...losses]
      .flatMap((id) => sharing.get(id) ?? [])
      .filter((one) => one.claim !== claim && isStanding(one.claim.status))
      .map((one) => [one.claim.id, one.at]),
  );
  return [...places].sort(([, one], [, other]) => one - other).map(([id]) => id);
}

/** The amount, or what is left where that is less; null = nobody knows what is left. */
function within(amount: bigint, left: bigint | null): bigint {
  return left === null ? amount : least(amount, left);
}

function sumOf(parts: readonly Part[]): bigint {
  return parts.reduce((sum, part) => sum + part.amount, 0n);
}
