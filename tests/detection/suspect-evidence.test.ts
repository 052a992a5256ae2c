import { describe, expect, it } from "vitest";
import type { TransferRecord } from "../../server/columns/build.ts";
import { detect } from "../../server/detection/run/detect.ts";
import { DAY, HOUR } from "../../server/time/instant.ts";
import { columnsFrom } from "../support/columns.ts";

const START = Date.UTC(2026, 0, 1) - 5 * HOUR;
type Paid = readonly [day: number, from: string, to: string, thousand: number];

/** Rows of held accounts; those to a receiver named `stolen` are reported one by one. */
function run(paid: readonly Paid[], stolen: readonly number[], held: readonly string[]) {
  // Everybody held has a life: wages, and shopping among friends.
  const life = held.flatMap((account, at): Paid[] =>
    Array.from({ length: 12 }, (_, week): Paid => [week * 7 + 1, account, `FRIEND ${at}`, 4]),
  );
  const wages = held.map((account): Paid => [2, "EMPLOYER", account, 900]);
  const rows = [...paid, ...life, ...wages].map(
    ([day, from, to, thousand], at): TransferRecord => ({
      id: `${at}`,
      from,
      to,
      amount: BigInt(thousand) * 100_000n,
      bookedAt: START + day * DAY,
      channel: to.startsWith("EXIT") ? "cash" : "transfer",
    }),
  );
  const columns = columnsFrom(
    [
      { number: "EXIT:cash:-", exitKind: "cash" },
      { number: "EMPLOYER", holderKind: "organisation", holderKey: "081140000436" },
    ],
    rows,
  );
  const index = (number: string) => columns.accounts.indexOf(number) as number;
  return detect(columns, {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    listed: [],
    statements: held.map((number) => ({
      account: index(number),
      from: START,
      until: START + 100 * DAY,
    })),
    reports: stolen.map((at) => ({
      id: `report ${at}`,
      victims: [index(paid[at]?.[1] ?? "")],
      stolen: [`${at}`],
    })),
  });
}
const roleIn = (result: ReturnType<typeof run>, account: string) =>
  result.ranking.find((one) => one.account === account)?.role;
const clusterIn = (result: ReturnType<typeof run>, account: string) =>
  result.ranking.find((one) => one.account === account)?.cluster;

describe("payees of victims whose money meets", () => {
  const paid: Paid[] = [
    [40, "VICTIM 1", "FIRST", 100],
    [50, "VICTIM 2", "SECOND", 100],
    [60, "VICTIM 3", "THIRD", 100],
    // Each passes on too little to be named for it alone.
    [40.1, "FIRST", "MEETING", 40],
    [50.1, "SECOND", "MEETING", 40],
    [60.1, "THIRD", "SOMEBODY", 40],
  ];
  const result = run(paid, [0, 1, 2], ["FIRST", "SECOND", "THIRD"]);

  it("are named; who paid somebody else is not", () => {
    expect(["FIRST", "SECOND", "THIRD"].map((account) => roleIn(result, account))).toEqual([
      "collector",
      "collector",
      "none",
    ]);
  });

  it("are not named where what they paid was their own", () => {
    const before = paid.map(
      (row, at): Paid => (at < 3 ? row : ([row[0] - 20, ...row.slice(1)] as never)),
    );
    expect(roleIn(run(before, [0, 1, 2], ["FIRST", "SECOND", "THIRD"]), "FIRST")).toBe("none");
  });
});

describe("a stranger whom a victim paid", () => {
  it("is named where it was paid again, not for one payment", () => {
    const paid: Paid[] = [
      [40, "VICTIM 1", "AGAIN", 100],
      [42, "VICTIM 1", "AGAIN", 90],
      [60, "VICTIM 2", "ONCE", 100],
    ];
    const result = run(paid, [0, 1, 2], ["AGAIN", "ONCE"]);
    expect(["AGAIN", "ONCE"].map((account) => roleIn(result, account))).toEqual([
      "collector",
      "none",
    ]);
  });
});

describe("accounts that one victim paid", () => {
  it("are one cluster where it was within three days, and apart where it was later", () => {
    const paid: Paid[] = [
      [40, "VICTIM 1", "ONE", 100],
      [42, "VICTIM 1", "TWO", 100],
      [70, "VICTIM 1", "LATER", 100],
      [40.2, "ONE", "EXIT:cash:-", 97],
      [42.2, "TWO", "EXIT:cash:-", 97],
      [70.2, "LATER", "EXIT:cash:-", 97],
    ];
    const result = run(paid, [0, 1, 2], ["ONE", "TWO", "LATER"]);
    expect(clusterIn(result, "ONE")).not.toBe("");
    expect(clusterIn(result, "TWO")).toBe(clusterIn(result, "ONE"));
    expect(clusterIn(result, "LATER")).not.toBe("");
    expect(clusterIn(result, "LATER")).not.toBe(clusterIn(result, "ONE"));
  });
});
