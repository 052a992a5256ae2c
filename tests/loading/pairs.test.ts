import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterTellings, joinAccepted, pairName } from "../../server/loading/pairs/clusters.ts";
import { suggestPairs } from "../../server/loading/pairs/suggestions.ts";
import {
  decode,
  encode,
  storedProperties,
  type Telling,
  tellingKey,
  tellingOf,
  tellingsOf,
} from "../../server/loading/pairs/telling.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-03-02 00:00 in Kazakhstan. */
const START = Date.UTC(2026, 2, 1, 19);
const NOTHING = { rejected: new Set<string>(), accepted: [] };

interface Told {
  readonly source: number;
  readonly order: number;
  readonly at: number;
  readonly side?: "from" | "to" | null;
  readonly dayOnly?: boolean;
  readonly reversal?: boolean;
}

function telling({
  source,
  order,
  at,
  side = null,
  dayOnly = false,
  reversal = false,
}: Told): Telling {
  const id = `s${source}-${order}`;
  const properties = {
    id,
    amount: 5_000n,
    currency: "KZT",
    bookedAt: BigInt(START + at),
    zone: "+05:00",
    sourceId: `source-${source}`,
    row: BigInt(order + 1),
    order: BigInt(order),
    ...(side === null ? {} : { ownSide: side }),
    ...(dayOnly ? { dayOnly: true } : {}),
    ...(reversal ? { reversal: true } : {}),
  };
  return tellingOf({ from: "A", to: "B", id, order, properties }, source);
}

const shape = (clusters: readonly Telling[][]) =>
  clusters.map((cluster) => cluster.map((one) => one.id).join("+")).sort();

describe("which rows are one transfer", () => {
  it("joins both banks' statements of a day though their clocks differ", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 10 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 10 * HOUR + 7_000, side: "to" }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1+s2-1"]);
  });

  it("matches one to one, the nearest in time first", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 1, order: 2, at: 15 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 15 * HOUR + 60_000, side: "to" }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1", "s1-2+s2-1"]);
  });

  it("lets an exact second go before a mere day, whatever the order of the rows", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 9 * HOUR + 1_000, side: "to" }),
      telling({ source: 2, order: 2, at: 9 * HOUR, side: "to" }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1+s2-2", "s2-1"]);
  });

  it("keeps two transfers of one account's statement two, also when another export of it comes", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 16 * HOUR, side: "from" }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1", "s2-1"]);
  });

  it("joins the two accounts' statements in one file, and keeps equal rows of one statement apart", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 1, order: 2, at: 9 * HOUR, side: "from" }),
      telling({ source: 1, order: 3, at: 9 * HOUR, side: "to" }),
      telling({ source: 1, order: 4, at: 9 * HOUR, side: "to" }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1+s1-3", "s1-2+s1-4"]);
  });

  it("joins a row that calls itself a reversal with the same row of a format that cannot say so, its like first", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 1, order: 2, at: 15 * HOUR, side: "from", reversal: true }),
      telling({ source: 2, order: 1, at: 0, side: "to", dayOnly: true, reversal: true }),
      telling({ source: 3, order: 1, at: 15 * HOUR }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1", "s1-2+s2-1+s3-1"]);
  });

  it("takes a row without a time of day for the one of that day", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 0, side: "from", dayOnly: true }),
    ];
    expect(shape(clusterTellings(rows, NOTHING))).toEqual(["s1-1+s2-1"]);
  });

  it("never joins what a person kept apart, and joins what a person said is one", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 9 * HOUR, side: "to" }),
      telling({ source: 3, order: 1, at: 3 * DAY, side: "to" }),
    ];
    const [one, two, three] = rows.map(tellingKey) as [string, string, string];
    const apart = { rejected: new Set([pairName(one, two)]), accepted: [] };
    expect(shape(clusterTellings(rows, apart))).toEqual(["s1-1", "s2-1", "s3-1"]);
    const joined = joinAccepted(clusterTellings(rows, apart), {
      ...apart,
      accepted: [[three, one]],
    });
    expect(shape(joined)).toEqual(["s1-1+s3-1", "s2-1"]);
  });

  it("gives every row to exactly one transfer, tells nothing twice from one statement, and depends on no order of rows", () => {
    const row = fc.record({
      source: fc.integer({ min: 1, max: 4 }),
      at: fc.integer({ min: 0, max: 5 }).map((step) => step * 6 * HOUR),
      side: fc.constantFrom("from" as const, "to" as const, null),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, random) => {
        const tellings = rows.map((one, order) => telling({ ...one, order }));
        const clusters = clusterTellings(tellings, NOTHING);
        expect(clusters.flat()).toHaveLength(tellings.length);
        for (const cluster of clusters) {
          for (const [at, one] of cluster.entries())
            for (const other of cluster.slice(at + 1))
              if (one.sourceId === other.sourceId)
                expect([one.ownSide, other.ownSide].sort()).toEqual(["from", "to"]);
        }
        const shuffled = [...tellings].sort(() => ((random.next().value as number) % 3) - 1);
        expect(shape(clusterTellings(shuffled, NOTHING))).toEqual(shape(clusters));
      }),
    );
  });

  it("stays the same when what was joined is taken apart and told again", () => {
    const rows = [
      telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      telling({ source: 2, order: 1, at: 9 * HOUR + 5_000, side: "to" }),
    ];
    const [cluster] = clusterTellings(rows, NOTHING);
    const stored = { from: "A", to: "B", properties: storedProperties(cluster ?? []) };
    const back = tellingsOf(stored, (id) => Number(id.slice(-1)));
    expect(shape(clusterTellings(back, NOTHING))).toEqual(["s1-1+s2-1"]);
    expect(decode(encode(stored.properties))).toEqual(stored.properties);
  });
});

describe("which rows a person must decide", () => {
  const suggest = (rows: readonly Telling[], rejected = new Set<string>()) =>
    suggestPairs(clusterTellings(rows, { rejected, accepted: [] }), { rejected, accepted: [] });

  it("asks about both banks' rows one to seven days apart, the nearest first", () => {
    const sent = telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" });
    const next = telling({ source: 2, order: 1, at: DAY + 9 * HOUR, side: "to" });
    const later = telling({ source: 3, order: 1, at: 4 * DAY, side: "to" });
    expect(suggest([sent, next, later])).toMatchObject([
      { left: sent, right: next, why: "days-apart:1" },
    ]);
    expect(suggest([sent, telling({ source: 2, order: 1, at: 9 * DAY, side: "to" })])).toEqual([]);
  });

  it("does not ask again what was kept apart, nor about two rows of one side, nor about two dumps that are no statements", () => {
    const sent = telling({ source: 1, order: 1, at: 9 * HOUR, side: "from" });
    const came = telling({ source: 2, order: 1, at: 2 * DAY, side: "to" });
    const again = telling({ source: 3, order: 1, at: 2 * DAY, side: "from" });
    expect(suggest([sent, came], new Set([pairName(tellingKey(sent), tellingKey(came))]))).toEqual(
      [],
    );
    expect(suggest([sent, again])).toEqual([]);
    expect(
      suggest([telling({ source: 1, order: 1, at: 0 }), telling({ source: 2, order: 1, at: DAY })]),
    ).toEqual([]);
  });
});
