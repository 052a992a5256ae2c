import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TransferColumns } from "../../server/columns/columns.ts";
import { shortestPaths, timeRespectingPaths } from "../../server/exploring/paths.ts";
import { strongestPaths } from "../../server/exploring/strongest.ts";

interface Hop {
  from: number;
  to: number;
  at: number;
}

/** Only what the path search reads, from a list of hops in any order. */
function columnsOf(hops: readonly Hop[], accounts: number): TransferColumns {
  const sorted = [...hops].sort((a, b) => a.at - b.at);
  const index = (side: "from" | "to") => {
    const offsets = new Int32Array(accounts + 1);
    const rows: number[] = [];
    for (let account = 0; account < accounts; account += 1) {
      for (const [row, hop] of sorted.entries()) if (hop[side] === account) rows.push(row);
      offsets[account + 1] = rows.length;
    }
    return { offsets, rows: Int32Array.from(rows) };
  };
  return {
    length: sorted.length,
    from: Int32Array.from(sorted, (hop) => hop.from),
    to: Int32Array.from(sorted, (hop) => hop.to),
    bookedAt: Float64Array.from(sorted, (hop) => hop.at),
    outgoing: index("from"),
    incoming: index("to"),
  } as unknown as TransferColumns;
}

const open = { maximumLength: 6, isStop: () => false, mostPaths: 1_000 };

/** Every time-respecting walk of at most `most` transfers, by trying everything. */
function everyWalk(
  columns: TransferColumns,
  from: number,
  to: number,
  gap: number,
  most: number,
): number[][] {
  const found: number[][] = [];
  const walk = (rows: number[]) => {
    const last = rows.at(-1);
    if (last !== undefined && columns.to[last] === to) {
      found.push(rows);
      return;
    }
    if (rows.length === most) return;
    for (let row = 0; row < columns.length; row += 1) {
      const starts =
        last === undefined
          ? columns.from[row] === from && columns.to[row] !== from
          : columns.from[row] === columns.to[last];
      if (!starts) continue;
      if (last !== undefined) {
        const wait = (columns.bookedAt[row] ?? 0) - (columns.bookedAt[last] ?? 0);
        if (row <= last || wait > gap || columns.to[last] === from) continue;
      }
      walk([...rows, row]);
    }
  };
  walk([]);
  return found;
}

function shortestOf(walks: readonly number[][]): readonly number[][] {
  const shortest = Math.min(...walks.map((rows) => rows.length));
  return walks.filter((rows) => rows.length === shortest);
}

describe("paths between accounts", () => {
  it("follows only money that can have gone that way in time", () => {
    const columns = columnsOf(
      [
        { from: 1, to: 2, at: 5 },
        { from: 0, to: 1, at: 10 },
        { from: 1, to: 3, at: 20 },
        { from: 3, to: 2, at: 30 },
      ],
      4,
    );
    const answer = timeRespectingPaths(columns, 0, 2, 100, open);
    expect(answer.paths.map((path) => path.accounts)).toEqual([[0, 1, 3, 2]]);
    expect(timeRespectingPaths(columns, 0, 2, 9, open).paths).toEqual([]);
  });

  it("does not go through an account where tracing stops", () => {
    const columns = columnsOf(
      [
        { from: 0, to: 1, at: 1 },
        { from: 1, to: 2, at: 2 },
      ],
      3,
    );
    expect(
      timeRespectingPaths(columns, 0, 2, 10, { ...open, isStop: (account) => account === 1 }).paths,
    ).toEqual([]);
    expect(
      shortestPaths(columns, 2, 0, { ...open, isStop: (account) => account === 1 }).paths,
    ).toEqual([]);
    expect(shortestPaths(columns, 2, 0, open).paths.map((path) => path.accounts)).toEqual([
      [2, 1, 0],
    ]);
  });

  it("finds exactly the shortest time-respecting paths that trying everything finds", () => {
    const hop = fc.record({ from: fc.nat(4), to: fc.nat(4), at: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.array(hop, { maxLength: 14 }),
        fc.integer({ min: 1, max: 20 }),
        (hops, gap) => {
          const columns = columnsOf(hops, 5);
          const expected = shortestOf(everyWalk(columns, 0, 4, gap, 4));
          const answer = timeRespectingPaths(columns, 0, 4, gap, { ...open, maximumLength: 4 });
          const asText = (rows: readonly (readonly number[])[]) =>
            rows.map((path) => path.join(",")).sort();
          expect(asText(answer.paths.map((path) => path.rows))).toEqual(asText(expected));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("says when there are more ties than it lists", () => {
    const hops = [1, 2, 3].flatMap((via) => [
      { from: 0, to: via, at: via },
      { from: via, to: 4, at: 10 + via },
    ]);
    const answer = timeRespectingPaths(columnsOf(hops, 5), 0, 4, 100, { ...open, mostPaths: 2 });
    expect(answer.paths).toHaveLength(2);
    expect(answer.more).toBe(true);
  });
});

describe("the strongest way in order of time", () => {
  const withAmounts = (hops: readonly (Hop & { amount: bigint; currency?: number })[]) => {
    const sorted = [...hops].sort((a, b) => a.at - b.at);
    return {
      ...columnsOf(sorted, 5),
      amount: BigInt64Array.from(sorted, (hop) => hop.amount),
      currency: Uint8Array.from(sorted, (hop) => hop.currency ?? 0),
    } as unknown as TransferColumns;
  };

  it("goes where its smallest transfer is as large as it can be, not the shortest way", () => {
    const columns = withAmounts([
      { from: 0, to: 4, at: 9, amount: 5n },
      { from: 0, to: 1, at: 1, amount: 90n },
      { from: 1, to: 2, at: 2, amount: 40n },
      { from: 2, to: 4, at: 3, amount: 70n },
      { from: 1, to: 4, at: 4, amount: 30n },
    ]);
    expect(strongestPaths(columns, 0, 4, 100, open).paths).toEqual([
      { accounts: [0, 1, 2, 4], rows: [0, 1, 2] },
    ]);
  });

  it("is as strong as the strongest of all walks, whatever the amounts", () => {
    const weakAndShort = [
      { from: 0, to: 4, at: 0, amount: 1n },
      { from: 0, to: 2, at: 0, amount: 2n },
      { from: 2, to: 4, at: 1, amount: 2n },
    ];
    const hop = fc.record({
      from: fc.integer({ min: 0, max: 4 }),
      to: fc.integer({ min: 0, max: 4 }),
      at: fc.integer({ min: 0, max: 30 }),
      amount: fc.bigInt({ min: 1n, max: 9n }),
    });
    fc.assert(
      fc.property(fc.array(hop, { maxLength: 14 }), (hops) => {
        const columns = withAmounts(hops);
        const least = (rows: readonly number[]) =>
          Math.min(...rows.map((row) => Number(columns.amount[row])));
        const walks = everyWalk(columns, 0, 4, 10, 6);
        const most = Math.max(...walks.map(least));
        const { paths } = strongestPaths(columns, 0, 4, 10, open);
        expect(paths.length > 0).toBe(walks.length > 0);
        for (const { rows } of paths) expect(least(rows)).toBe(most);
      }),
      { examples: [[weakAndShort]] },
    );
  });

  it("does not mix currencies: one of few transfers is left aside", () => {
    const columns = withAmounts([
      { from: 0, to: 4, at: 1, amount: 9n },
      { from: 0, to: 1, at: 2, amount: 8n },
      { from: 0, to: 4, at: 3, amount: 1_000n, currency: 1 },
    ]);
    expect(strongestPaths(columns, 0, 4, 100, open).paths.map(({ rows }) => rows)).toEqual([[0]]);
  });
});
