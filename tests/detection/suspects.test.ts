import { describe, expect, it } from "vitest";
import type { TransferRecord } from "../../server/columns/build.ts";
import { detect } from "../../server/detection/run/detect.ts";
import { DAY } from "../../server/time/instant.ts";
import { columnsFrom } from "../support/columns.ts";
import { SMALL_CASE_DAYS, SMALL_CASE_START, STOLEN, smallCase } from "../support/small-case.ts";

const columns = columnsFrom(smallCase.accounts, smallCase.rows);
const index = (number: string) => columns.accounts.indexOf(number) as number;
const run = (reports: readonly { id: string; victim: string; stolen: string }[]) =>
  detect(columns, {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    listed: [],
    statements: smallCase.held.map((number) => ({
      account: index(number),
      from: SMALL_CASE_START,
      until: SMALL_CASE_START + SMALL_CASE_DAYS * DAY,
    })),
    reports: reports.map(({ id, victim, stolen: transfer }) => ({
      id,
      victims: [index(victim)],
      stolen: [transfer],
    })),
  });
const all = [
  { id: "r1", victim: "VICTIM-1", stolen: STOLEN.first },
  { id: "r2", victim: "VICTIM-2", stolen: STOLEN.second },
  { id: "r3", victim: "VICTIM-1", stolen: STOLEN.wrong },
];

describe("what an investigator holds", () => {
  const result = run(all);
  const role = (account: string) => result.ranking.find((one) => one.account === account)?.role;

  it("names who was paid by victims and who handled the money further on, by evidence", () => {
    expect(role("DROPPER")).toBe("collector");
    expect(role("SECOND")).not.toBe("none");
    expect(role("SECOND")).not.toBe("victim");
  });

  it("names no seller for a report alone, and calls it no victim either", () => {
    expect(role("SELLER")).toBe("none");
  });

  it("calls possible victim who paid as victims do, and nobody whom traced money reached", () => {
    expect(role("OTHER-VICTIM")).toBe("victim");
    expect(["VICTIM-1", "VICTIM-2"].map(role)).toEqual(["victim", "victim"]);
    expect(["DROPPER", "SECOND", "NEXT", "SELLER", "FRIEND"].map(role)).not.toContain("victim");
  });

  it("says no part of an account whose statement is not held, and ranks it for asking", () => {
    expect(role("NEXT")).toBe("none");
    const [first] = result.ranking.filter(({ account }) =>
      ["NEXT", "FRIEND", "OTHER-VICTIM"].includes(account),
    );
    expect(first?.account).toBe("NEXT");
    expect(result.requests[0]).toMatchObject({
      account: "NEXT",
      code: "asked-received",
      params: { accounts: 1, transfers: 2, amount: "18000000", currency: "KZT" },
    });
    expect(result.requests.map(({ account }) => account)).not.toContain("OTHER-VICTIM");
  });

  it("groups them with the victims who reported", () => {
    const [cluster] = result.clusters;
    expect(cluster?.members.map(({ account }) => account)).toEqual([
      "SECOND",
      "DROPPER",
      "VICTIM-1",
      "VICTIM-2",
    ]);
    expect(cluster?.reports).toEqual(["r1", "r2"]);
  });

  it("always has a cluster to open a case from, be it the reported payee alone", () => {
    const alone = run([{ id: "r3", victim: "VICTIM-1", stolen: STOLEN.wrong }]);
    expect(alone.clusters).toHaveLength(1);
    expect(alone.clusters[0]?.members.map(({ account }) => account)).toEqual([
      "SELLER",
      "VICTIM-1",
    ]);
  });
});

/** A shop of one person: customers pay it all the time, it pays a supplier nearly all it gets. */
const MARKET = 25;
function marketRows(supplied: string): TransferRecord[] {
  const pay = (id: string, day: number, from: string, to: string, thousand: number) => ({
    id,
    from,
    to,
    amount: BigInt(thousand) * 100_000n,
    bookedAt: SMALL_CASE_START + day * DAY,
    channel: "transfer" as const,
  });
  return Array.from({ length: MARKET }, (_, customer) => [
    pay(`c${customer}`, 3 * customer, `CUSTOMER-${customer}`, "MARKET", 60),
    pay(`s${customer}`, 3 * customer + 1, "MARKET", supplied, 55),
  ])
    .flat()
    .concat(pay("m1", 10.1, "VICTIM-1", "MARKET", 70), pay("m2", 10.9, "MARKET", supplied, 62));
}

it("keeps points to nine places, so that every version of Node orders and stores the same", () => {
  const { ranking, findings, clusters } = run(all);
  const kept = (points: number) => Math.round(points * 1e9) / 1e9;
  const points = [
    ...ranking.flatMap((one) => [one.points, ...one.families.map(([, value]) => value)]),
    ...findings.map((one) => one.points),
    ...clusters.flatMap(({ members }) => members.map((one) => one.points)),
  ];
  expect(points.length).toBeGreaterThan(20);
  expect(points.filter((value) => kept(value) !== value)).toEqual([]);
});

describe("whom a crowd pays", () => {
  const rows = [...smallCase.rows, ...marketRows("SUPPLIER")];
  const market = columnsFrom(smallCase.accounts, rows);
  const at = (number: string) => market.accounts.indexOf(number) as number;
  const roles = (stolen: readonly (readonly [victim: string, transfer: string])[]) =>
    detect(market, {
      since: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      listed: [],
      statements: [...smallCase.held, "MARKET"].map((number) => ({
        account: at(number),
        from: SMALL_CASE_START,
        until: SMALL_CASE_START + SMALL_CASE_DAYS * DAY,
      })),
      reports: stolen.map(([victim, transfer]) => ({
        id: transfer,
        victims: [at(victim)],
        stolen: [transfer],
      })),
    }).ranking;
  const roleOf = (ranking: ReturnType<typeof roles>, account: string) =>
    ranking.find((one) => one.account === account)?.role;

  it("is no dropper because one victim paid it too and it paid its supplier", () => {
    const ranking = roles([
      ["VICTIM-1", STOLEN.first],
      ["VICTIM-2", STOLEN.second],
      ["VICTIM-1", "m1"],
    ]);
    expect(roleOf(ranking, "MARKET")).toBe("none");
    expect(roleOf(ranking, "DROPPER")).toBe("collector");
  });

  it("is named where a second victim paid it", () => {
    const ranking = roles([
      ["VICTIM-1", STOLEN.first],
      ["VICTIM-1", "m1"],
      ["CUSTOMER-3", "c3"],
    ]);
    expect(roleOf(ranking, "MARKET")).not.toBe("none");
  });
});

it("asks for the statement of a reported payee before anybody else's", () => {
  // Nothing is known of what the seller did: its own rows are in no statement.
  const seen = columnsFrom(
    smallCase.accounts,
    smallCase.rows.filter(({ from }) => from !== "SELLER"),
  );
  const index = (number: string) => seen.accounts.indexOf(number) as number;
  const result = detect(seen, {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    listed: [],
    statements: ["DROPPER", "SECOND"].map((number) => ({
      account: index(number),
      from: SMALL_CASE_START,
      until: SMALL_CASE_START + SMALL_CASE_DAYS * DAY,
    })),
    reports: [
      { id: "r1", victims: [index("VICTIM-1")], stolen: [STOLEN.first] },
      { id: "r3", victims: [index("VICTIM-1")], stolen: [STOLEN.wrong] },
    ],
  });
  expect(result.requests.map(({ account }) => account).slice(0, 2)).toEqual(["SELLER", "NEXT"]);
});
