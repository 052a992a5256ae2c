import type { Tables } from "./recompute-claims.ts";
import { amountOf, type Row } from "./recompute-trace.ts";

/**
 * Each total of totals.csv is the sum of its claims. Claims by a tracing rule may ask several
 * holders for the same stolen money: losses.csv says of which payments of the victim, and there
 * each tenge counts once. As server/cases/claimed-together.ts has it; written anew, so that one
 * fault is not in both.
 */
export function checkTotals(tables: Tables, faults: string[]): void {
  const groups = new Map<string, Row[]>();
  for (const claim of tables.claims) {
    const key = `${claim.method} ${claim.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  for (const total of tables.totals) {
    const key = `${total.method} ${total.currency}`;
    const claims = groups.get(key);
    const stated = amountOf(total.amount, total.currency);
    if (claims === undefined || stated !== totalOf(claims, tables.losses)) {
      const once = total.method === "direct" ? "" : ", each loss once";
      faults.push(`The total of ${key} is not the sum of its claims${once}.`);
    }
    groups.delete(key);
  }
  for (const key of groups.keys()) faults.push(`There is no total of ${key}.`);
}

/** Packages of older versions have no losses: there the claims are added up. */
function totalOf(claims: readonly Row[], losses: Tables["losses"]): bigint {
  const about = claims.map((claim) => ({
    claim,
    losses: (losses ?? []).filter((row) => row.claim_id === claim.claim_id),
  }));
  const isShared = (one: (typeof about)[number]) =>
    one.claim.method !== "direct" && one.losses.length > 0;
  const sums = about
    .filter((one) => !isShared(one))
    .map(({ claim }) => amountOf(claim.amount, claim.currency) ?? 0n);
  return sums.reduce((sum, amount) => sum + amount, lossesOnce(about.filter(isShared)));
}

/**
 * The losses fill up claim by claim, those of fewest losses first. A claim adds what its losses do
 * not hold yet: first to the losses that most claims name, never above what was lost.
 */
function lossesOnce(claims: readonly { claim: Row; losses: readonly Row[] }[]): bigint {
  const held = new Map<string, bigint>();
  const names = claims.flatMap(({ losses }) => losses.map((row) => row.transfer_id ?? ""));
  const timesNamed = (id: string) => names.filter((name) => name === id).length;
  const order = claims.map((one, at) => ({ ...one, at }));
  order.sort((one, other) => one.losses.length - other.losses.length || one.at - other.at);
  for (const { claim, losses } of order) {
    const own = losses.map((row) => ({
      id: row.transfer_id ?? "",
      lost: row.lost === "" ? null : amountOf(row.lost, claim.currency),
    }));
    own.sort(
      (one, other) => timesNamed(other.id) - timesNamed(one.id) || (one.id < other.id ? -1 : 1),
    );
    let missing = amountOf(claim.amount, claim.currency) ?? 0n;
    for (const { id } of own) missing -= held.get(id) ?? 0n;
    for (const { id, lost } of own) {
      const before = held.get(id) ?? 0n;
      const room = lost === null ? missing : lost - before;
      const part = room < missing ? room : missing;
      if (part <= 0n) continue;
      held.set(id, before + part);
      missing -= part;
    }
  }
  return [...held.values()].reduce((sum, part) => sum + part, 0n);
}
