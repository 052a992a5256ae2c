import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clusterRecords,
  joinAccepted,
  pairName,
} from "../../server/loading/duplicates/same-transfer.ts";
import { suggestPairs } from "../../server/loading/duplicates/suggested-pairs.ts";
import { decode, encode } from "../../server/loading/memory/exact-json.ts";
import {
  recordKey,
  type SourceRecord,
  sourceRecordOf,
  sourceRecordsOf,
  storedProperties,
} from "../../server/loading/record/source-record.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-03-02 00:00 in Kazakhstan. */
const START = Date.UTC(2026, 2, 1, 19);
const NOTHING = { rejected: new Set<string>(), accepted: [] };

interface SourceFacts {
  readonly source: number;
  readonly order: number;
  readonly at: number;
  readonly side?: "from" | "to" | null;
  readonly dayOnly?: boolean;
  readonly reversal?: boolean;
}

function record({
  source,
  order,
  at,
  side = null,
  dayOnly = false,
  reversal = false,
}: SourceFacts): SourceRecord {
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
  return sourceRecordOf({ from: "A", to: "B", id, order, properties }, source);
}

const shape = (clusters: readonly SourceRecord[][]) =>
  clusters.map((cluster) => cluster.map((one) => one.id).join("+")).sort();

describe("times with and without seconds", () => {
  const at = 10 * HOUR + 15 * 60_000;
  const suggested = (...rows: SourceRecord[]) =>
    suggestPairs(clusterRecords(rows, NOTHING), NOTHING).map(({ left, right, why }) => [
      left.id,
      right.id,
      why,
    ]);

  it.each([null, "from"] as const)("are a pair a person decides, of sources of side %s", (side) => {
    const whole = record({ source: 1, order: 1, at, side });
    const withSeconds = record({ source: 2, order: 1, at: at + 37_000, side });
    expect(suggested(whole, withSeconds)).toEqual([["s1-1", "s2-1", "other-time"]]);
  });

  it("are none in another minute, in one source, or where both have seconds", () => {
    const whole = record({ source: 1, order: 1, at });
    expect(suggested(whole, record({ source: 2, order: 1, at: at + 61_000 }))).toEqual([]);
    expect(suggested(whole, record({ source: 1, order: 2, at: at + 37_000 }))).toEqual([]);
    const precise = record({ source: 1, order: 1, at: at + 5_000 });
    expect(suggested(precise, record({ source: 2, order: 1, at: at + 37_000 }))).toEqual([]);
  });
});

describe("which rows are one transfer", () => {
  it("joins both banks' statements of a day though their clocks differ", () => {
    const rows = [
      record({ source: 1, order: 1, at: 10 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 10 * HOUR + 7_000, side: "to" }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1+s2-1"]);
  });

  it("matches one to one, the nearest in time first", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 1, order: 2, at: 15 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 15 * HOUR + 60_000, side: "to" }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1", "s1-2+s2-1"]);
  });

  it("lets an exact second go before a mere day, whatever the order of the rows", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 9 * HOUR + 1_000, side: "to" }),
      record({ source: 2, order: 2, at: 9 * HOUR, side: "to" }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1+s2-2", "s2-1"]);
  });

  it("keeps two transfers of one account's statement two, also when another export of it comes", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 16 * HOUR, side: "from" }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1", "s2-1"]);
  });

  it("joins the two accounts' statements in one file, and keeps equal rows of one statement apart", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 1, order: 2, at: 9 * HOUR, side: "from" }),
      record({ source: 1, order: 3, at: 9 * HOUR, side: "to" }),
      record({ source: 1, order: 4, at: 9 * HOUR, side: "to" }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1+s1-3", "s1-2+s1-4"]);
  });

  it("joins a row that calls itself a reversal with the same row of a format that cannot say so, its like first", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 1, order: 2, at: 15 * HOUR, side: "from", reversal: true }),
      record({ source: 2, order: 1, at: 0, side: "to", dayOnly: true, reversal: true }),
      record({ source: 3, order: 1, at: 15 * HOUR }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1", "s1-2+s2-1+s3-1"]);
  });

  it("takes a row without a time of day for the one of that day", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 0, side: "from", dayOnly: true }),
    ];
    expect(shape(clusterRecords(rows, NOTHING))).toEqual(["s1-1+s2-1"]);
  });

  it("never joins what a person kept apart, and joins what a person said is one", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 9 * HOUR, side: "to" }),
      record({ source: 3, order: 1, at: 3 * DAY, side: "to" }),
    ];
    const [one, two, three] = rows.map(recordKey) as [string, string, string];
    const apart = { rejected: new Set([pairName(one, two)]), accepted: [] };
    expect(shape(clusterRecords(rows, apart))).toEqual(["s1-1", "s2-1", "s3-1"]);
    const joined = joinAccepted(clusterRecords(rows, apart), {
      ...apart,
      accepted: [[three, one]],
    });
    expect(shape(joined)).toEqual(["s1-1+s3-1", "s2-1"]);
  });

  it("gives every row to exactly one transfer, takes nothing twice from one statement, and depends on no order of rows", () => {
    const row = fc.record({
      source: fc.integer({ min: 1, max: 4 }),
      at: fc.integer({ min: 0, max: 5 }).map((step) => step * 6 * HOUR),
      side: fc.constantFrom("from" as const, "to" as const, null),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, random) => {
        const records = rows.map((one, order) => record({ ...one, order }));
        const clusters = clusterRecords(records, NOTHING);
        expect(clusters.flat()).toHaveLength(records.length);
        for (const cluster of clusters) {
          for (const [at, one] of cluster.entries())
            for (const other of cluster.slice(at + 1))
              if (one.sourceId === other.sourceId)
                expect([one.ownSide, other.ownSide].sort()).toEqual(["from", "to"]);
        }
        const shuffled = [...records].sort(() => ((random.next().value as number) % 3) - 1);
        expect(shape(clusterRecords(shuffled, NOTHING))).toEqual(shape(clusters));
      }),
    );
  });

  it("stays the same when what was joined is taken apart and loaded again", () => {
    const rows = [
      record({ source: 1, order: 1, at: 9 * HOUR, side: "from" }),
      record({ source: 2, order: 1, at: 9 * HOUR + 5_000, side: "to" }),
    ];
    const [cluster] = clusterRecords(rows, NOTHING);
    const stored = { from: "A", to: "B", properties: storedProperties(cluster ?? []) };
    const back = sourceRecordsOf(stored, (id) => Number(id.slice(-1)));
    expect(shape(clusterRecords(back, NOTHING))).toEqual(["s1-1+s2-1"]);
    expect(decode(encode(stored.properties))).toEqual(stored.properties);
  });
});

describe("which rows a person must decide", () => {
  const suggest = (rows: readonly SourceRecord[], rejected = new Set<string>()) =>
    suggestPairs(clusterRecords(rows, { rejected, accepted: [] }), { rejected, accepted: [] });

  it("asks about both banks' rows one to seven days apart, the nearest first", () => {
    const sent = record({ source: 1, order: 1, at: 9 * HOUR, side: "from" });
    const next = record({ source: 2, order: 1, at: DAY + 9 * HOUR, side: "to" });
    const later = record({ source: 3, order: 1, at: 4 * DAY, side: "to" });
    expect(suggest([sent, next, later])).toMatchObject([
      { left: sent, right: next, why: "days-apart:1" },
    ]);
    expect(suggest([sent, record({ source: 2, order: 1, at: 9 * DAY, side: "to" })])).toEqual([]);
  });

  it("does not ask again what was kept apart, nor about two rows of one side, nor about two dumps that are no statements", () => {
    const sent = record({ source: 1, order: 1, at: 9 * HOUR, side: "from" });
    const came = record({ source: 2, order: 1, at: 2 * DAY, side: "to" });
    const again = record({ source: 3, order: 1, at: 2 * DAY, side: "from" });
    expect(suggest([sent, came], new Set([pairName(recordKey(sent), recordKey(came))]))).toEqual(
      [],
    );
    expect(suggest([sent, again])).toEqual([]);
    expect(
      suggest([record({ source: 1, order: 1, at: 0 }), record({ source: 2, order: 1, at: DAY })]),
    ).toEqual([]);
  });
});
