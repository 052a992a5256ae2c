import type { TransferColumns } from "../../columns/columns.ts";
import type { Run } from "../account-sums.ts";
import type { Step } from "../tally.ts";
import type { Runs } from "../trace.ts";

/** Accounts whose every movement a trace needs, and all rows that it needs. */
export interface Needed {
  readonly followed: ReadonlySet<number>;
  readonly rows: ReadonlySet<number>;
}

/** A step of one run: its tags are victims of that run. */
interface Taken {
  readonly run: Run;
  readonly step: Step;
}

/**
 * All that the traced money's way rests on, under every rule that was run. First come the accounts
 * that the requested victims' money went through. Where other victims' money came to one of them,
 * the account it came from is needed too, and so on backwards. What else other victims' money did,
 * and every account beyond, changes nothing for the requested ones.
 */
export function neededFor({ world, cast, all }: Runs): Needed {
  const { columns, stops } = world;
  const { from, to } = columns;
  const converted = new Set((cast.converted ?? []).map((one) => one.row));
  const requested = new Set(
    cast.victims.flatMap((victim) => (victim.requested ? [victim.key] : [])),
  );
  const into = new Map<number, Taken[]>();
  for (const run of all)
    for (const step of run.tally.steps) {
      const payee = to[step.row] as number;
      const list = into.get(payee);
      if (list === undefined) into.set(payee, [{ run, step }]);
      else list.push({ run, step });
    }
  const followed = new Set<number>();
  const waiting: number[] = [];
  const follow = (account: number) => {
    if (stops.has(account) || followed.has(account)) return;
    followed.add(account);
    waiting.push(account);
  };
  /** The accounts from which victims' money came by a step: their pots decided whose it was. */
  const followBack = ({ run, step }: Taken) => {
    if (converted.has(step.row)) return;
    const payer = from[step.row] as number;
    for (const [tag, part] of step.parts) {
      if (part <= 0n || run.victims[tag]?.home.has(payer)) continue;
      if (!stops.has(payer)) follow(payer);
      else
        for (const paid of into.get(payer) ?? [])
          if (mayComeBack(columns, paid, step.row)) follow(from[paid.step.row] as number);
    }
  };
  const rows = new Set<number>();
  for (const run of all) {
    for (const [account, byVictim] of run.tally.holdings)
      for (const [tag, holding] of byVictim) {
        const victim = run.victims[tag];
        if (victim?.requested && holding.received > 0n && !victim.home.has(account))
          follow(account);
      }
    for (const step of run.tally.steps) {
      // Money that a stop gave back to a victim, past every account that is followed.
      const back = stops.has(from[step.row] as number);
      const isRequested = [...step.parts].some(
        ([tag, part]) =>
          part > 0n && run.victims[tag]?.requested && (back || isFresh(run, step, tag, from)),
      );
      if (!isRequested) continue;
      rows.add(step.row);
      // A victim's payment is certain only where nobody else's money came to his account.
      const payer = from[step.row] as number;
      if (!back && all.some((one) => mixes(one, payer, step))) follow(payer);
      followBack({ run, step });
    }
  }
  // Every theft from these victims, also one that another case asks for.
  for (const theft of cast.thefts)
    if (requested.has(cast.victims[theft.victim]?.key ?? "")) rows.add(theft.row);
  for (let account = waiting.pop(); account !== undefined; account = waiting.pop())
    for (const taken of into.get(account) ?? []) followBack(taken);
  for (const account of followed)
    for (const { offsets, rows: own } of [columns.outgoing, columns.incoming])
      for (const row of own.subarray(offsets[account], offsets[account + 1]))
        if (columns.currency[row] === world.currency) rows.add(row);
  for (const row of converted) rows.add(row);
  for (const row of [...rows]) {
    const other = world.conversions.get(row);
    if (other !== undefined) rows.add(other);
  }
  return { followed, rows };
}

/**
 * Other victims' money came to the account that a step was paid from (server/tracing/direct.ts).
 */
function mixes(run: Run, account: number, { parts }: Step): boolean {
  const came = [...(run.tally.holdings.get(account) ?? [])].filter(([, one]) => one.received > 0n);
  return came.some(([tag]) => [...parts.keys()].some((own) => own !== tag));
}

/** Paid from an account of the victim's own. */
function isFresh(run: Run, step: Step, tag: number, from: TransferColumns["from"]): boolean {
  return run.victims[tag]?.home.has(from[step.row] as number) === true;
}

/**
 * Whether a payment out of a stop may give back what went into it by an earlier step
 * (server/tracing/refunds.ts): by its whole sum, or because the payee is one of those victims.
 */
function mayComeBack(columns: TransferColumns, { run, step }: Taken, row: number): boolean {
  if (step.row >= row) return false;
  const payee = columns.to[row] as number;
  return (
    columns.amount[step.row] === columns.amount[row] ||
    [...step.parts.keys()].some((tag) => run.victims[tag]?.home.has(payee))
  );
}
