import type { Trace } from "../../../../contract/tracing.ts";

/**
 * A trace over time: a lane an account, as thick as the stolen money it holds at each moment, and a
 * line a transfer. Pure.
 */

export interface LaneBlock {
  readonly victim: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Lane {
  readonly account: string;
  readonly top: number;
  readonly height: number;
  readonly blocks: readonly LaneBlock[];
}

export interface LaneLink {
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  readonly victim: string;
  readonly amount: bigint;
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly width: number;
}

export interface LanePicture {
  readonly lanes: readonly Lane[];
  readonly links: readonly LaneLink[];
  readonly ticks: readonly { readonly x: number; readonly at: number }[];
  readonly width: number;
  readonly height: number;
}

export interface LaneOptions {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Thickness of the largest sum ever held, in pixels. */
  readonly thickest: number;
}

type Purse = Map<string, bigint>;

function total(purse: ReadonlyMap<string, bigint>): bigint {
  let sum = 0n;
  for (const amount of purse.values()) sum += amount;
  return sum;
}

/**
 * Half by the clock, half by the order of events: a burst of an hour opens up, a quiet month
 * closes.
 */
function timeScale(times: readonly number[], options: LaneOptions): (rank: number) => number {
  const room = options.width - options.left - options.right;
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 1];
  return (rank) => {
    const clock = ((times[rank] ?? to) - from) / Math.max(1, to - from);
    const order = rank / Math.max(1, times.length - 1);
    return options.left + room * (0.35 * clock + 0.65 * order) * 0.97;
  };
}

/**
 * The money on each account after each step, by victim; a victim's own account begins with what
 * will be stolen from it.
 */
function history(trace: Trace): {
  readonly steps: readonly Trace["steps"][number][];
  readonly purses: ReadonlyMap<
    string,
    readonly { readonly rank: number; readonly purse: ReadonlyMap<string, bigint> }[]
  >;
} {
  // Of one instant the server's order holds: it is the order in which the money went.
  const steps = [...trace.steps].sort((a, b) => a.bookedAt - b.bookedAt);
  const owner = new Map(
    trace.victims.flatMap((one) => one.accounts.map((account) => [account, one.victim] as const)),
  );
  const now = new Map<string, Purse>();
  const purseOf = (account: string) => {
    const purse = now.get(account) ?? new Map<string, bigint>();
    now.set(account, purse);
    return purse;
  };
  const found = new Map<string, { rank: number; purse: Purse }[]>();
  const remember = (account: string, rank: number) => {
    const list = found.get(account) ?? [];
    list.push({ rank, purse: new Map(purseOf(account)) });
    found.set(account, list);
  };
  for (const step of steps) {
    for (const share of step.byVictim) {
      if (share.victim !== owner.get(step.from)) continue;
      const purse = purseOf(step.from);
      purse.set(share.victim, (purse.get(share.victim) ?? 0n) + BigInt(share.amount));
    }
  }
  for (const account of now.keys()) remember(account, -1);
  steps.forEach((step, rank) => {
    for (const share of step.byVictim) {
      const [from, to] = [purseOf(step.from), purseOf(step.to)];
      // Money that an exchange brought was not there before; money given in one does not stay.
      if (!step.byExchange)
        from.set(share.victim, (from.get(share.victim) ?? 0n) - BigInt(share.amount));
      if (step.exchangedAt === undefined)
        to.set(share.victim, (to.get(share.victim) ?? 0n) + BigInt(share.amount));
    }
    remember(step.from, rank);
    if (step.to !== step.from) remember(step.to, rank);
  });
  return { steps, purses: found };
}

export function lanePicture(
  trace: Trace,
  at: number | null,
  victims: readonly string[],
  options: LaneOptions,
): LanePicture {
  const { steps, purses } = history(trace);
  const x = timeScale(
    steps.map((step) => step.bookedAt),
    options,
  );
  const shown = at === null ? steps.length : steps.filter((step) => step.bookedAt <= at).length;
  const end = shown >= steps.length ? options.width - options.right : x(Math.max(0, shown - 1)) + 4;
  const peak = new Map(
    [...purses].map(([id, list]) => [
      id,
      list.reduce((most, one) => larger(most, total(one.purse)), 0n),
    ]),
  );
  const most = [...peak.values()].reduce(larger, 1n);
  const thick = (amount: bigint) =>
    amount <= 0n ? 0 : Math.max(1.5, (Number(amount) / Number(most)) * options.thickest);
  const generation = new Map(
    trace.accounts.map((one) => [one.account, one.exitKind === null ? one.generation : 1_000]),
  );
  const first = (id: string) => purses.get(id)?.[0]?.rank ?? 0;
  const order = [...purses.keys()].sort(
    (a, b) =>
      (generation.get(a) ?? 0) - (generation.get(b) ?? 0) ||
      first(a) - first(b) ||
      (a < b ? -1 : 1),
  );
  const rank = new Map(victims.map((victim, index) => [victim, index]));
  let top = options.top;
  const lanes = order.map((account): Lane => {
    const height = Math.max(18, thick(peak.get(account) ?? 0n) + 8);
    const list = (purses.get(account) ?? []).filter((one) => one.rank < shown);
    const bottom = top + height - 4;
    const blocks = list.flatMap((one, index): readonly LaneBlock[] => {
      const from = one.rank < 0 ? options.left : x(one.rank);
      const next = list[index + 1];
      const to = next ? x(next.rank) : end;
      let y = bottom;
      return [...one.purse]
        .filter(([, amount]) => amount > 0n)
        .sort((a, b) => (rank.get(a[0]) ?? 0) - (rank.get(b[0]) ?? 0))
        .map(([victim, amount]) => {
          const tall = thick(amount);
          y -= tall;
          return { victim, x: from, y, width: Math.max(0.5, to - from), height: tall };
        });
    });
    const lane = { account, top, height, blocks };
    top += height;
    return lane;
  });
  const place = new Map(lanes.map((lane) => [lane.account, lane]));
  return {
    lanes,
    links: steps.slice(0, shown).flatMap((step, index): readonly LaneLink[] => {
      const [from, to] = [place.get(step.from), place.get(step.to)];
      const main = [...step.byVictim].sort((a, b) =>
        BigInt(a.amount) < BigInt(b.amount) ? 1 : -1,
      )[0];
      if (!from || !to || !main || from === to) return [];
      return [
        {
          transferId: step.transferId,
          from: step.from,
          to: step.to,
          victim: main.victim,
          amount: BigInt(step.amount),
          x: x(index),
          y0: from.top + from.height - 4,
          y1: to.top + to.height - 4,
          width: Math.min(4, Math.max(1, thick(BigInt(step.amount)) / 6)),
        },
      ];
    }),
    ticks: ticksOf(steps, x),
    width: options.width,
    height: top + 16,
  };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Marks at events, at least 110 pixels apart. */
function ticksOf(
  steps: readonly Trace["steps"][number][],
  x: (rank: number) => number,
): readonly { x: number; at: number }[] {
  const ticks: { x: number; at: number }[] = [];
  steps.forEach((step, index) => {
    const last = ticks.at(-1);
    if (!last || x(index) - last.x >= 110) ticks.push({ x: x(index), at: step.bookedAt });
  });
  return ticks;
}
