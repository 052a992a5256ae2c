import type { Trace } from "../../../../contract/tracing.ts";

/**
 * Left-to-right flow of a trace: bars for accounts, bands for money between them, a strand a
 * victim. Pure.
 */

export interface FlowNode {
  readonly account: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly column: number;
}

export interface Strand {
  readonly victim: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly path: string;
  readonly width: number;
  /** The path is the outline of a band; otherwise a line as wide as the money. */
  readonly filled: boolean;
}

export interface FlowColumn {
  readonly x: number;
  readonly generation: number;
}

export interface FlowPicture {
  readonly nodes: readonly FlowNode[];
  readonly strands: readonly Strand[];
  readonly columns: readonly FlowColumn[];
  readonly width: number;
  readonly height: number;
  /** Pixels an amount of the main currency's minor unit takes. */
  readonly perUnit: number;
}

interface Band {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly byVictim: ReadonlyMap<string, bigint>;
}

const BAR = 12;
const GAP = 16;
const LEAST_BAR = 3;
const SWEEPS = 10;

/** Steps up to a moment, gathered to one band a pair of accounts. */
export function bandsOf(trace: Trace, at: number | null): readonly Band[] {
  const bands = new Map<
    string,
    { from: string; to: string; amount: bigint; byVictim: Map<string, bigint> }
  >();
  for (const step of trace.steps) {
    if (at !== null && step.bookedAt > at) continue;
    const key = `${step.from}>${step.to}`;
    const band = bands.get(key) ?? {
      from: step.from,
      to: step.to,
      amount: 0n,
      byVictim: new Map<string, bigint>(),
    };
    band.amount += BigInt(step.amount);
    for (const share of step.byVictim)
      band.byVictim.set(
        share.victim,
        (band.byVictim.get(share.victim) ?? 0n) + BigInt(share.amount),
      );
    bands.set(key, band);
  }
  return [...bands.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

function sizes(bands: readonly Band[]): ReadonlyMap<string, bigint> {
  const [into, out] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const band of bands) {
    into.set(band.to, (into.get(band.to) ?? 0n) + band.amount);
    out.set(band.from, (out.get(band.from) ?? 0n) + band.amount);
  }
  return new Map(
    [...new Set([...into.keys(), ...out.keys()])].map((account) => {
      const [a, b] = [into.get(account) ?? 0n, out.get(account) ?? 0n];
      return [account, a > b ? a : b];
    }),
  );
}

/**
 * Exits and stops stand right of everything that feeds them; other accounts in their generation.
 */
function columnsOf(trace: Trace, present: ReadonlySet<string>): ReadonlyMap<string, number> {
  const last = trace.accounts
    .filter((account) => account.exitKind === null && present.has(account.account))
    .reduce((most, account) => Math.max(most, account.generation), 0);
  return new Map(
    trace.accounts
      .filter((account) => present.has(account.account))
      .map((account) => [
        account.account,
        account.exitKind === null ? account.generation : last + 1,
      ]),
  );
}

/** Barycentre order by money, to and fro (as in the money-flow layout of the graph). */
function ordered(columns: string[][], bands: readonly Band[]): void {
  const beside = new Map<string, { other: string; weight: number }[]>();
  const tie = (id: string, other: string, amount: bigint) => {
    const list = beside.get(id) ?? [];
    list.push({ other, weight: Number(amount) });
    beside.set(id, list);
  };
  for (const band of bands) {
    tie(band.from, band.to, band.amount);
    tie(band.to, band.from, band.amount);
  }
  const rank = new Map<string, number>();
  const remember = (column: readonly string[]) => {
    column.forEach((id, index) => {
      rank.set(id, (index + 0.5) / column.length);
    });
  };
  for (const column of columns) remember(column);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const centre = new Map(
        column.map((id) => {
          let [sum, weight] = [0, 0];
          for (const tied of beside.get(id) ?? []) {
            sum += (rank.get(tied.other) ?? 0.5) * tied.weight;
            weight += tied.weight;
          }
          return [id, weight === 0 ? (rank.get(id) ?? 0.5) : sum / weight] as const;
        }),
      );
      column.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0) || (a < b ? -1 : 1));
      remember(column);
    }
  }
}

/** Drawn as an area: a line as wide as a band would leave its columns where these stand close. */
function bandOutline(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const [middle, half] = [(x0 + x1) / 2, width / 2];
  const above = `M${x0},${y0 - half}C${middle},${y0 - half} ${middle},${y1 - half} ${x1},${y1 - half}`;
  return `${above}V${y1 + half}C${middle},${y1 + half} ${middle},${y0 + half} ${x0},${y0 + half}Z`;
}

/** Money that went back: a loop over the right of its source to the left of its target. */
function backLine(x0: number, y0: number, x1: number, y1: number): string {
  const reach = 46 + Math.abs(y1 - y0) / 8;
  return `M${x0},${y0}C${x0 + reach},${y0} ${x0 + reach},${(y0 + y1) / 2 - 30} ${(x0 + x1) / 2},${(y0 + y1) / 2 - 30}S${x1 - reach},${y1} ${x1},${y1}`;
}

export interface FlowOptions {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly least: number;
}

/**
 * Heights and places come from the whole trace, so that the replay fills a picture that does not
 * move.
 */
export function flowPicture(
  trace: Trace,
  at: number | null,
  victims: readonly string[],
  options: FlowOptions,
): FlowPicture {
  const all = bandsOf(trace, null);
  const present = new Set(all.flatMap((band) => [band.from, band.to]));
  const column = columnsOf(trace, present);
  const size = sizes(all);
  const count = Math.max(1, ...[...column.values()].map((value) => value + 1));
  const columns: string[][] = Array.from({ length: count }, () => []);
  for (const [account, index] of column) columns[index]?.push(account);
  for (const list of columns)
    list.sort((a, b) => {
      const [x, y] = [size.get(a) ?? 0n, size.get(b) ?? 0n];
      return x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1;
    });
  ordered(columns, all);
  const totals = columns.map((list) => list.reduce((sum, id) => sum + (size.get(id) ?? 0n), 0n));
  // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
  const most = totals.reduce((top, total) => (total > top ? total : top), 1n);
  const crowd = Math.max(...columns.map((list) => list.length));
  const height = Math.max(options.least, options.top + crowd * 34 + 24);
  const perUnit = Math.max(0, height - options.top - 24 - crowd * GAP) / Number(most);
  const room = options.width - options.left - options.right;
  const xOf = (account: string) =>
    options.left + ((column.get(account) ?? 0) * room) / Math.max(1, count - 1) - BAR / 2;
  const nodes = new Map<string, FlowNode>();
  columns.forEach((list, index) => {
    const heights = list.map((id) => Math.max(LEAST_BAR, Number(size.get(id) ?? 0n) * perUnit));
    const used = heights.reduce((sum, value) => sum + value, 0);
    const gap = Math.min(
      60,
      list.length > 1 ? (height - options.top - 24 - used) / list.length : 0,
    );
    let y =
      options.top + Math.max(0, (height - options.top - 24 - used - gap * (list.length - 1)) / 2);
    list.forEach((id, place) => {
      const tall = heights[place] ?? LEAST_BAR;
      nodes.set(id, { account: id, x: xOf(id), y, width: BAR, height: tall, column: index });
      y += tall + Math.max(4, gap);
    });
  });
  return {
    nodes: [...nodes.values()],
    strands: strandsOf(bandsOf(trace, at), nodes, victims, perUnit),
    columns: Array.from({ length: count }, (_, index) => ({
      x: options.left + (index * room) / Math.max(1, count - 1),
      generation: index,
    })),
    width: options.width,
    height,
    perUnit,
  };
}

/**
 * Each band split into a strand a victim, stacked at both ends in the order of the other end's
 * height.
 */
function strandsOf(
  bands: readonly Band[],
  nodes: ReadonlyMap<string, FlowNode>,
  victims: readonly string[],
  perUnit: number,
): readonly Strand[] {
  const offset = { out: new Map<string, number>(), in: new Map<string, number>() };
  const place = new Map(victims.map((victim, index) => [victim, index]));
  const middle = (account: string) => {
    const node = nodes.get(account);
    return node ? node.y + node.height / 2 : 0;
  };
  const outgoing = [...bands].sort((a, b) => middle(a.to) - middle(b.to));
  const incoming = [...bands].sort((a, b) => middle(a.from) - middle(b.from));
  const starts = new Map<string, number>();
  const stack = (side: "out" | "in", list: readonly Band[]) => {
    for (const band of list) {
      const id = side === "out" ? band.from : band.to;
      for (const [victim, amount] of [...band.byVictim].sort(
        (a, b) => (place.get(a[0]) ?? 0) - (place.get(b[0]) ?? 0),
      )) {
        const wide = Number(amount) * perUnit;
        const before = offset[side].get(id) ?? 0;
        starts.set(`${side}:${band.from}>${band.to}:${victim}`, before + wide / 2);
        offset[side].set(id, before + wide);
      }
    }
  };
  stack("out", outgoing);
  stack("in", incoming);
  return bands.flatMap((band) =>
    [...band.byVictim].flatMap(([victim, amount]): readonly Strand[] => {
      const [from, to] = [nodes.get(band.from), nodes.get(band.to)];
      if (!from || !to || amount === 0n) return [];
      const key = `${band.from}>${band.to}:${victim}`;
      const y0 = from.y + (starts.get(`out:${key}`) ?? 0);
      const [left, width] = [from.x + from.width, Math.max(0.8, Number(amount) * perUnit)];
      const filled = to.x > left;
      const y1 = to.y + (starts.get(`in:${key}`) ?? 0);
      return [
        {
          victim,
          from: band.from,
          to: band.to,
          amount,
          path: filled ? bandOutline(left, y0, to.x, y1, width) : backLine(left, y0, to.x, y1),
          width,
          filled,
        },
      ];
    }),
  );
}
