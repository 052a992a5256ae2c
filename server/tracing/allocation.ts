import type { Trace, TraceMethod, TraceStep } from "../../contract/tracing.ts";
import { least } from "../money/money.ts";
import { firstVisits, type Passage } from "./visits.ts";

/**
 * From a finished trace to what can be claimed from whom. One claimable = one victim × one account
 * holder × one basis. "direct": what the holder's accounts received from the victim himself, for
 * which no rule is needed; else what they received of his money by the trace's rule.
 */
export interface Claimable {
  /** Keys as in the trace: IIN or BIN where known, else the account. */
  readonly victim: string;
  readonly holder: string;
  readonly currency: string;
  readonly basis: "direct" | TraceMethod;
  /** Minor units. What came round to the holder a second time is not claimed twice. */
  readonly amount: bigint;
  readonly generation: number;
  readonly accounts: readonly string[];
  readonly lines: readonly { readonly transferId: string; readonly amount: bigint }[];
  /** The victim's own payments whose money it may be; of a direct one, its own lines. */
  readonly origins: readonly string[];
  /** Which alternatives it belongs to: an index into `alternatives`. */
  readonly alternatives: number;
}

/**
 * Holders who answer for the same tenge of one victim: whoever pays, together they owe no more than
 * came to them from the victim.
 */
export interface Alternatives {
  readonly victim: string;
  readonly currency: string;
  readonly holders: readonly string[];
  /** Minor units that came from the victim to this group. */
  readonly most: bigint;
}

/** Money a victim has got back: the data's own returns, and what a register of repayments says. */
export interface Recovered {
  readonly victim: string;
  /**
   * Who paid; null = nobody of the trace: the bank's own refund, blocked money of an account not
   * traced.
   */
  readonly holder: string | null;
  readonly currency: string;
  readonly amount: bigint;
  readonly kind: "returned" | "repayment" | "blocked-returned" | "bank-refund";
}

export interface Allocation {
  readonly claimables: readonly Claimable[];
  readonly alternatives: readonly Alternatives[];
  /** By victim: what was stolen, less what was another victim's money. */
  readonly losses: ReadonlyMap<string, bigint>;
  /** Money that the trace itself shows coming back to the victims. */
  readonly returned: readonly Recovered[];
}

/**
 * All claimables of a trace, victim by victim, nearest holders first. Exits, merchants and
 * pooled accounts are no defendants. What was exchanged into another currency is claimed in the
 * victim's own, from who had it before: a claim in both would ask for one loss twice.
 */
export function claimablesOf(trace: Trace): Allocation {
  if (trace.convertedFrom != null)
    return { claimables: [], alternatives: [], losses: new Map(), returned: [] };
  const holders = new Map<string, string>();
  const defendants = new Set<string>();
  for (const row of trace.accounts) {
    const holder = row.holderKey ?? row.account;
    holders.set(row.account, holder);
    if (row.stop === null && row.exitKind === null) defendants.add(row.account);
  }
  const claimables: Claimable[] = [];
  const alternatives: Alternatives[] = [];
  const returned: Recovered[] = [];
  for (const { victim, accounts: own } of trace.victims) {
    const home = new Set(own);
    const moves = movesOf(trace.steps, victim, (account) =>
      home.has(account) ? victim : (holders.get(account) ?? account),
    );
    for (const move of moves) {
      if (move.to !== victim || move.from === victim) continue;
      returned.push({
        victim,
        holder: move.from,
        currency: trace.currency,
        amount: move.amount,
        kind: "returned",
      });
    }
    const fresh = firstVisits(trace.method, moves);
    const followed = moves.flatMap((move, at) =>
      move.to !== victim && defendants.has(move.toAccount) && move.from !== move.to
        ? [{ ...move, fresh: fresh[at] as bigint }]
        : [],
    );
    const { found, groups } = ofVictim(followed, victim, trace, alternatives.length);
    claimables.push(...found);
    alternatives.push(...groups);
  }
  const losses = new Map(trace.victims.map((one) => [one.victim, BigInt(one.stolen)]));
  return { claimables, alternatives, losses, returned };
}

/**
 * What of each claimable can still be asked for, in their order, after all that has been paid by
 * anybody. Minor units.
 */
export function stillClaimable(allocation: Allocation, recovered: readonly Recovered[]): bigint[] {
  const all = [...allocation.returned, ...recovered];
  const paid = (matches: (one: Recovered) => boolean) =>
    all.reduce((sum, one) => (matches(one) ? sum + one.amount : sum), 0n);
  const groupLeft = allocation.alternatives.map(
    (group) =>
      group.most -
      paid(
        (one) =>
          one.victim === group.victim &&
          one.currency === group.currency &&
          one.holder !== null &&
          group.holders.includes(one.holder),
      ),
  );
  // A holder's payment goes to his direct debt first.
  const spent = new Map<string, bigint>();
  return allocation.claimables.map((claimable) => {
    const { victim, holder, currency } = claimable;
    const key = JSON.stringify([victim, holder, currency]);
    const own = paid(
      (one) => one.victim === victim && one.holder === holder && one.currency === currency,
    );
    const free = own - (spent.get(key) ?? 0n);
    const covered = least(claimable.amount, free);
    spent.set(key, (spent.get(key) ?? 0n) + covered);
    const loss =
      (allocation.losses.get(victim) ?? 0n) -
      paid((one) => one.victim === victim && one.currency === currency);
    const left = [claimable.amount - covered, groupLeft[claimable.alternatives] ?? 0n, loss].reduce(
      least,
    );
    return left > 0n ? left : 0n;
  });
}

/** One victim's part of a step, between holders. */
interface Move extends Passage {
  readonly step: TraceStep;
}

/** The part that had not been on the payee's accounts before can be claimed of him. */
interface FirstMove extends Move {
  readonly fresh: bigint;
}

function movesOf(
  steps: readonly TraceStep[],
  victim: string,
  holderOf: (account: string) => string,
): Move[] {
  return steps.flatMap((step) => {
    const share = step.byVictim.find((one) => one.victim === victim);
    if (share === undefined) return [];
    const [from, to] = [holderOf(step.from), holderOf(step.to)];
    const [fromAccount, toAccount] = [step.from, step.to];
    const amount = BigInt(share.amount);
    return [{ step, fromAccount, toAccount, from, to, amount, direct: from === victim }];
  });
}

function ofVictim(moves: readonly FirstMove[], victim: string, trace: Trace, firstGroup: number) {
  const groupOf = joined(moves, victim);
  const open = new Map<
    string,
    { claimable: Claimable & { amount: bigint }; lines: { transferId: string; amount: bigint }[] }
  >();
  const reached = originsSoFar();
  const most = new Map<string, bigint>();
  const names = [...new Set(moves.map((move) => groupOf(move.to)))];
  for (const move of moves) {
    const origins = reached(move);
    const group = groupOf(move.to);
    if (move.direct) most.set(group, (most.get(group) ?? 0n) + move.amount);
    const amount = move.fresh;
    if (amount === 0n) continue;
    const basis = move.direct ? "direct" : trace.method;
    const key = JSON.stringify([move.to, basis]);
    const known = open.get(key);
    const line = { transferId: move.step.transferId, amount };
    if (known === undefined) {
      const lines = [line];
      open.set(key, {
        lines,
        claimable: {
          victim,
          holder: move.to,
          currency: trace.currency,
          basis,
          amount,
          generation: move.step.generation,
          accounts: [move.toAccount],
          lines,
          origins: [...origins],
          alternatives: firstGroup + names.indexOf(group),
        },
      });
      continue;
    }
    known.lines.push(line);
    known.claimable = {
      ...known.claimable,
      amount: known.claimable.amount + amount,
      generation: Math.min(known.claimable.generation, move.step.generation),
      origins: [...new Set([...known.claimable.origins, ...origins])],
      accounts: [...new Set([...known.claimable.accounts, move.toAccount])],
    };
  }
  const found = [...open.values()]
    .map((one) => one.claimable)
    .sort(
      (a, b) =>
        a.generation - b.generation ||
        (a.holder < b.holder ? -1 : a.holder > b.holder ? 1 : a.basis === "direct" ? -1 : 1),
    );
  const groups = names.map((name) => ({
    victim,
    currency: trace.currency,
    holders: [
      ...new Set(moves.map((move) => move.to).filter((holder) => groupOf(holder) === name)),
    ].sort(),
    most: most.get(name) ?? 0n,
  }));
  return { found, groups };
}

/**
 * Takes a victim's moves in their order; answers which of his own payments each may carry money of:
 * all that had reached its payer by then.
 */
function originsSoFar(): (move: Move) => ReadonlySet<string> {
  const reached = new Map<string, Set<string>>();
  return (move) => {
    const origins = move.direct
      ? new Set([move.step.transferId])
      : (reached.get(move.from) ?? new Set<string>());
    const known = reached.get(move.to) ?? new Set<string>();
    for (const origin of origins) known.add(origin);
    reached.set(move.to, known);
    return new Set(origins);
  };
}

/** Holders joined where the victim's money went from one to another. */
function joined(moves: readonly Move[], victim: string): (holder: string) => string {
  const parent = new Map<string, string>();
  const find = (holder: string): string => {
    let at = holder;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const move of moves) {
    if (move.from === victim) continue;
    const [left, right] = [find(move.from), find(move.to)];
    if (left < right) parent.set(right, left);
    else if (right < left) parent.set(left, right);
  }
  return find;
}
