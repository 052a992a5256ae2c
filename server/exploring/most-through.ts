import { sumByCurrency } from "../../contract/sums.ts";
import type { TransferColumns } from "../columns/columns.ts";

/**
 * The most money that can have gone along some ways, each tenge counted once however many ways it
 * lies on. Maximum flow where each transfer carries at most its amount and passes it on to the
 * transfers after it on a way (Edmonds and Karp, "Theoretical improvements in algorithmic
 * efficiency for network flow problems", JACM 1972). A way that changes the currency carries
 * nothing here: no rate is known.
 */
export function mostThrough(
  columns: TransferColumns,
  ways: readonly (readonly number[])[],
): { currency: string; amount: string }[] {
  const currencies = new Set(ways.flat().map((row) => columns.currency[row] as number));
  return sumByCurrency(
    [...currencies].flatMap((currency) => {
      const own = ways.filter((rows) => rows.every((row) => columns.currency[row] === currency));
      const amount = flowAlong(own, (row) => columns.amount[row] as bigint);
      return amount === 0n ? [] : [{ currency: columns.currencies[currency] ?? "", amount }];
    }),
  );
}

/** Two points a transfer, in and out, with its amount between; the source and the target beside. */
const SOURCE = "source";
const TARGET = "target";

/** Maximum flow from the first transfers of the ways to their last ones, in minor units. */
export function flowAlong(
  ways: readonly (readonly number[])[],
  amountOf: (row: number) => bigint,
): bigint {
  const room = new Map<string, Map<string, bigint>>();
  const allow = (from: string, to: string, amount: bigint) => {
    for (const point of [from, to]) if (!room.has(point)) room.set(point, new Map());
    room.get(from)?.set(to, amount);
    const back = room.get(to);
    if (back && !back.has(from)) back.set(from, 0n);
  };
  const everything = [...new Set(ways.flat())].reduce((sum, row) => sum + amountOf(row), 0n);
  for (const rows of ways) {
    rows.forEach((row, at) => {
      allow(`in ${row}`, `out ${row}`, amountOf(row));
      allow(at === 0 ? SOURCE : `out ${rows[at - 1]}`, `in ${row}`, everything);
    });
    if (rows.length > 0) allow(`out ${rows.at(-1)}`, TARGET, everything);
  }
  let flow = 0n;
  for (let way = shortestOpen(room); way !== null; way = shortestOpen(room)) {
    const pushed = way.reduce(
      (least, [from, to]) => {
        const left = room.get(from)?.get(to) ?? 0n;
        return least === null || left < least ? left : least;
      },
      null as bigint | null,
    );
    for (const [from, to] of way) {
      room.get(from)?.set(to, (room.get(from)?.get(to) ?? 0n) - (pushed ?? 0n));
      room.get(to)?.set(from, (room.get(to)?.get(from) ?? 0n) + (pushed ?? 0n));
    }
    flow += pushed ?? 0n;
  }
  return flow;
}

/** A shortest way from the source to the target with room on every step; null = none is left. */
function shortestOpen(
  room: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
): [string, string][] | null {
  const before = new Map<string, string>();
  const queue = [SOURCE];
  for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
    for (const [next, left] of room.get(point) ?? []) {
      if (left <= 0n || next === SOURCE || before.has(next)) continue;
      before.set(next, point);
      queue.push(next);
    }
  }
  const steps: [string, string][] = [];
  for (let point = TARGET; point !== SOURCE; ) {
    const earlier = before.get(point);
    if (earlier === undefined) return null;
    steps.unshift([earlier, point]);
    point = earlier;
  }
  return steps;
}
