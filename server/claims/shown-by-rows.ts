import { groupBy } from "../exploring/sums.ts";
import { dayOf } from "../time/day.ts";
import { type LedgerClaim, type LedgerPayment, mayBeSamePayment } from "./ledger.ts";
import type { Repayment, Return } from "./repaid.ts";

/**
 * Money that a person wrote down, or a return of the register, may stand in a bank's file too. It
 * came once: the entry counts, with its division and its source, and the row shows it
 * (docs/claims.md, "Ledger").
 */

/** A claim, so far as it says whether a row may show an entry of it. */
export interface MayBeShown extends Pick<LedgerClaim, "id" | "taken" | "currency"> {
  /** The stolen payments that it is about. */
  readonly origins: readonly { readonly id: string }[];
  /** Key of the person. */
  readonly victim: string;
  /** The people asked for the money. */
  readonly debtors: readonly { readonly key: string }[];
}

interface BankRow {
  readonly transferId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly day: number;
  /** Key of the holder who paid, else the account. */
  readonly payer: string;
  /** Claims that it may settle. */
  readonly claims: Set<string>;
}

/**
 * The bank rows that show entries: their transfer ids by the id of the entry. Of an entry and a row
 * the sum is the same and the days are near each other; each row shows one entry. An entry of which
 * a person said that it is another payment than some rows (`apartFrom`) is shown by none of them.
 * The entries go in their order.
 *
 * @param gone withdrawn claims with entries: what was paid on them is no payment of another claim
 */
export function shownByRows(
  entries: readonly LedgerPayment[],
  claims: readonly MayBeShown[],
  returns: Iterable<readonly [claim: string, rows: readonly Return[]]>,
  gone: readonly MayBeShown[] = [],
): Map<string, string> {
  const key = (amount: bigint, currency: string) => `${amount} ${currency}`;
  const rows = groupBy(rowsOf(claims, returns), (row) => key(row.amount, row.currency));
  const standing = new Map(claims.map((claim) => [claim.id, claim]));
  const withdrawn = new Map(gone.map((claim) => [claim.id, claim]));
  const used = new Set<string>();
  const shown = new Map<string, string>();
  for (const entry of entries) {
    const { apart, apartFrom } = entry;
    // Older versions did not keep from which rows it is apart.
    if (apart !== undefined && apartFrom === undefined) continue;
    const { tenge, day } = entry;
    const paid = { amount: tenge?.amount ?? entry.amount + (entry.penalty ?? 0n), day };
    const money = key(paid.amount, tenge == null ? entry.currency : "KZT");
    const about = claimsOf(entry, claims, { standing, withdrawn });
    const [row] = (rows.get(money) ?? [])
      .filter(
        (one) =>
          !used.has(one.transferId) &&
          !apartFrom?.includes(one.transferId) &&
          mayBeSamePayment(one, paid) &&
          about.some((claim) => one.claims.has(claim.id) && mayHavePaid(claim, entry, one)),
      )
      .sort((one, other) => Math.abs(one.day - paid.day) - Math.abs(other.day - paid.day));
    if (row === undefined) continue;
    used.add(row.transferId);
    shown.set(entry.id, row.transferId);
  }
  return shown;
}

/**
 * Rows that may settle claims, without those that show an entry; and these, each at the first claim
 * it may settle, with what no draft has taken off. `entryOf` = ids of the entries by those of the
 * rows.
 */
export function apartFromShown(
  returns: ReadonlyMap<string, readonly Return[]>,
  entryOf: ReadonlyMap<string, string>,
) {
  const others = new Map<string, readonly Return[]>();
  const showing = new Map<string, (Repayment & { readonly shows: string })[]>();
  const seen = new Set<string>();
  for (const [claim, own] of returns) {
    others.set(
      claim,
      own.filter(({ transfer }) => !entryOf.has(transfer.id)),
    );
    for (const { transfer, taken } of own) {
      const shows = entryOf.get(transfer.id);
      if (shows === undefined || seen.has(transfer.id)) continue;
      seen.add(transfer.id);
      const row = { transfer, amount: transfer.amount - taken, shows };
      showing.set(claim, [...(showing.get(claim) ?? []), row]);
    }
  }
  return { others, showing };
}

/** Rows by which holders paid victims, also those that a draft took off its lines. */
function rowsOf(
  claims: readonly MayBeShown[],
  returns: Iterable<readonly [claim: string, rows: readonly Return[]]>,
): BankRow[] {
  const rows = new Map<string, BankRow>();
  const add = (claim: string, row: Omit<BankRow, "claims">) => {
    const known = rows.get(row.transferId) ?? { ...row, claims: new Set<string>() };
    known.claims.add(claim);
    rows.set(row.transferId, known);
  };
  for (const [claim, own] of returns)
    for (const { transfer } of own) {
      const { id: transferId, amount, currency, bookedAt, payer, from } = transfer;
      const day = dayOf(bookedAt);
      add(claim, { transferId, amount, currency, day, payer: payer?.key ?? from });
    }
  for (const { id, currency, taken } of claims)
    for (const { transferId, amount, day, payer = "" } of taken)
      add(id, { transferId, amount, currency, day, payer });
  return [...rows.values()];
}

/**
 * The claim of an entry; where that is withdrawn, it and those against its payer for the same
 * losses. Of tenge on a claim in another currency also the claims in tenge of the two people.
 */
function claimsOf(
  { claim, payer, parts, tenge, victim }: LedgerPayment,
  claims: readonly MayBeShown[],
  { standing, withdrawn }: Record<"standing" | "withdrawn", ReadonlyMap<string, MayBeShown>>,
): readonly MayBeShown[] {
  const [own, gone] = [standing.get(claim), withdrawn.get(claim)];
  if (tenge != null && victim !== undefined) {
    const on = own ?? gone;
    const inTenge = inTengeBetween(claims, victim, payersOf(payer, on));
    return on === undefined ? inTenge : [on, ...inTenge];
  }
  if (own !== undefined) return [own];
  const losses = new Set(parts.map(({ transferId }) => transferId));
  const next = claims.filter(
    ({ origins, debtors }) =>
      origins.some(({ id }) => losses.has(id)) &&
      (payer == null || debtors.some(({ key }) => key === payer)),
  );
  return gone === undefined ? next : [gone, ...next];
}

/** Keys of the people who may have paid: the one who is named, else all defendants. */
export function payersOf(
  payer: string | null | undefined,
  claim: Pick<MayBeShown, "debtors"> | undefined,
): readonly string[] {
  return payer == null ? (claim?.debtors ?? []).map(({ key }) => key) : [payer];
}

/**
 * The claims in tenge of a victim against people: a bank's row in tenge that shows a payment on
 * their claim in another currency would count there.
 */
export function inTengeBetween<One extends Pick<MayBeShown, "currency" | "victim" | "debtors">>(
  claims: readonly One[],
  victim: string,
  payers: readonly string[],
): readonly One[] {
  return claims.filter(
    (one) =>
      one.currency === "KZT" &&
      one.victim === victim &&
      one.debtors.some(({ key }) => payers.includes(key)),
  );
}

/** On a joint claim the row of one defendant is not the payment of another. */
function mayHavePaid({ debtors }: MayBeShown, { payer }: LedgerPayment, row: BankRow): boolean {
  if (debtors.length < 2 || payer == null || payer === row.payer) return true;
  return debtors.every(({ key }) => key !== row.payer);
}
