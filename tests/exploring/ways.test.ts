import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowAlong } from "../../server/exploring/most-through.ts";
import { type PathQuestion, searchPaths } from "../../server/exploring/paths.search.ts";
import { columnsFrom } from "../support/columns.ts";

const HOUR = 3_600_000;

interface Payment {
  from: string;
  to: string;
  amount: bigint;
  hour: number;
  currency?: string;
}

interface Known {
  number: string;
  holderKey?: string;
  phone?: string;
  deviceId?: string;
}

function townOf(payments: readonly Payment[], known: readonly Known[] = []) {
  return columnsFrom(
    known.map(({ number, holderKey, phone, deviceId }) => ({
      number,
      holderKey: holderKey ?? null,
      phone: phone ?? null,
      device: deviceId ?? null,
    })),
    payments.map(({ from, to, amount, hour, currency }, order) => ({
      id: `t${order}`,
      from,
      to,
      amount,
      bookedAt: hour * HOUR,
      currency: currency ?? "KZT",
      order,
    })),
  );
}

const asked = (from: string, to: string, more: Partial<PathQuestion> = {}): PathQuestion => ({
  from,
  to,
  kind: "shortest",
  largestGapHours: 168,
  maximumLength: 6,
  listed: [],
  operated: [],
  ...more,
});

describe("ways between two accounts, any tie", () => {
  it("link two droppers fed by one payer, with each amount, its dates and the gap", () => {
    const columns = townOf([
      { from: "P", to: "A", amount: 500n, hour: 1 },
      { from: "P", to: "A", amount: 300n, hour: 4 },
      { from: "P", to: "B", amount: 200n, hour: 10 },
    ]);
    const { ways, total } = searchPaths(columns, asked("A", "B"));
    expect(ways).toEqual([
      {
        accounts: ["A", "P", "B"],
        transferIds: [],
        hops: [
          {
            along: null,
            against: {
              count: 2,
              sums: [{ currency: "KZT", amount: "800" }],
              first: HOUR,
              last: 4 * HOUR,
            },
            shared: [],
          },
          {
            along: {
              count: 1,
              sums: [{ currency: "KZT", amount: "200" }],
              first: 10 * HOUR,
              last: 10 * HOUR,
            },
            against: null,
            shared: [],
          },
        ],
        largestGap: 6 * HOUR,
      },
    ]);
    expect(total).toEqual([{ currency: "KZT", amount: "1000" }]);
  });

  it("show the common payer also where one paid the other", () => {
    const columns = townOf([
      { from: "A", to: "B", amount: 10n, hour: 1 },
      { from: "P", to: "A", amount: 20n, hour: 2 },
      { from: "P", to: "B", amount: 30n, hour: 3 },
    ]);
    const { ways, total } = searchPaths(columns, asked("A", "B"));
    expect(ways.map((way) => way.accounts.join(" "))).toEqual(["A B", "A P B"]);
    expect(total).toEqual([{ currency: "KZT", amount: "60" }]);
  });

  it("lead through a shared phone, device or holder, and name it", () => {
    const columns = townOf(
      [
        { from: "A", to: "X", amount: 10n, hour: 1 },
        { from: "Y", to: "B", amount: 10n, hour: 2 },
        { from: "C", to: "X", amount: 10n, hour: 3 },
        { from: "C", to: "Y", amount: 10n, hour: 3 },
      ],
      [
        { number: "A", phone: "+77010000001", holderKey: "H1" },
        { number: "B", phone: "+77010000001", holderKey: "H2" },
        { number: "X", holderKey: "H2", deviceId: "D1" },
        { number: "Y", deviceId: "D1" },
      ],
    );
    const { ways } = searchPaths(columns, asked("A", "B"));
    expect(ways.map((way) => way.accounts.join(" "))).toEqual(["A B", "A X B"]);
    expect(ways[0]?.hops[0]).toEqual({
      along: null,
      against: null,
      shared: [{ kind: "phone", value: "+77010000001" }],
    });
    expect(ways[1]?.hops[1]?.shared).toEqual([{ kind: "holder", value: "H2" }]);
    const byDevice = searchPaths(columns, asked("X", "Y")).ways[0]?.hops[0]?.shared;
    expect(byDevice).toEqual([{ kind: "device", value: "D1" }]);
    const logged = asked("A", "C", { operated: [{ device: "D2", accounts: ["A", "C"] }] });
    expect(searchPaths(columns, logged).ways[0]?.hops[0]?.shared).toEqual([
      { kind: "device", value: "D2" },
    ]);
  });

  it("do not link through a phone of more than fifty accounts", () => {
    const known = Array.from({ length: 51 }, (_, at) => ({ number: `N${at}`, phone: "+7" }));
    const columns = townOf([{ from: "N0", to: "Z", amount: 1n, hour: 0 }], known);
    expect(searchPaths(columns, asked("N0", "N1")).ways).toEqual([]);
    const fewer = townOf([{ from: "N0", to: "Z", amount: 1n, hour: 0 }], known.slice(1));
    expect(searchPaths(fewer, asked("N1", "N2")).ways).toHaveLength(1);
  });
});

describe("the money of ways in order of time", () => {
  const timely = { kind: "time-respecting" } as const;

  it("is counted once where two ways share a transfer", () => {
    const columns = townOf([
      { from: "A", to: "X", amount: 100n, hour: 1 },
      { from: "X", to: "Y", amount: 60n, hour: 2 },
      { from: "X", to: "Z", amount: 70n, hour: 3 },
      { from: "Y", to: "B", amount: 60n, hour: 4 },
      { from: "Z", to: "B", amount: 70n, hour: 9 },
    ]);
    const { ways, total } = searchPaths(columns, asked("A", "B", timely));
    expect(ways.map((way) => way.accounts.join(" "))).toEqual(["A X Y B", "A X Z B"]);
    expect(ways.map((way) => way.largestGap)).toEqual([2 * HOUR, 6 * HOUR]);
    expect(ways[1]?.hops.map((hop) => hop.along?.sums[0]?.amount)).toEqual(["100", "70", "70"]);
    expect(total).toEqual([{ currency: "KZT", amount: "100" }]);
  });

  it("is of one currency: a way that changes it carries nothing", () => {
    const columns = townOf([
      { from: "A", to: "X", amount: 100n, hour: 1 },
      { from: "X", to: "B", amount: 5n, hour: 2, currency: "USD" },
    ]);
    const { ways, total } = searchPaths(columns, asked("A", "B", timely));
    expect(ways).toHaveLength(1);
    expect(total).toEqual([]);
  });

  it("is exactly the least set of transfers without which no way is left", () => {
    const way = fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 });
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 50n }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 4 }), amounts, (ways, money) => {
        // Transfers of a way are in order of time, so a lower row never follows a higher one.
        const ordered = ways.map((rows) => [...rows].sort((a, b) => a - b));
        const flow = flowAlong(ordered, (row) => money[row] ?? 0n);
        let least: bigint | null = null;
        for (let set = 0; set < 1 << 7; set += 1) {
          if (connected(ordered, set)) continue;
          const cut = money.reduce((sum, one, row) => (set & (1 << row) ? sum + one : sum), 0n);
          if (least === null || cut < least) least = cut;
        }
        expect(flow).toBe(least);
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether some walk over steps of the ways still leads from a first to a last transfer. */
function connected(ways: readonly (readonly number[])[], removed: number): boolean {
  const open = (row: number) => (removed & (1 << row)) === 0;
  const met = new Set(ways.map((rows) => rows[0] as number).filter(open));
  for (const row of met)
    for (const rows of ways) {
      const next = rows[rows.indexOf(row) + 1];
      if (rows.includes(row) && next !== undefined && open(next)) met.add(next);
    }
  return ways.some((rows) => met.has(rows.at(-1) as number));
}
