import { describe, expect, it } from "vitest";
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
      "DROPPER",
      "SECOND",
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
