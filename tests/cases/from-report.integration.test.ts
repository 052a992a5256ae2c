import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCases, openCase, partsOfCase } from "../../server/cases/cases.store.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { testDatabase } from "../support/neo4j.ts";
import { command } from "../support/served.ts";

/** A case where nobody has to be found: a report, one payment, no network. */
const FILES = {
  "transfers.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "f1,2026-02-05T10:10:00+05:00,100.00,KZT,F-V,F-d,transfer",
  ],
  "reports.csv": [
    "report_id,reported_at,victim_account,victim_name,transfer_id",
    "F-1,2026-02-06T10:00:00+05:00,F-V,Сапарова Айгүл,f1",
  ],
};
let database: Database;
const caseCommand = (...words: string[]) =>
  command(["case", ...words, "--data", database.dataDir, "--json"]);

beforeAll(async () => {
  database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-report-case-"));
  for (const [name, lines] of Object.entries(FILES))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  const paths = Object.keys(FILES).map((name) => join(folder, name));
  await load(database, paths, { loadedBy: "tester" });
  await rm(folder, { recursive: true });
});
afterAll(() => database.close());

describe("case open --top", () => {
  it("says that nothing was searched yet, or that nothing was found, and what to do instead", async () => {
    const before = JSON.parse((await caseCommand("open", "--top")).out);
    expect(before.error).toMatchObject({ code: "no-cluster" });
    expect(before.error.remedy).toContain("Run detect first");
    const search = { since: null, until: null, startedBy: "t" };
    const { run } = await startDetection(database, { ...search, useReports: false });
    const after = JSON.parse((await caseCommand("open", "--top")).out);
    expect(after.error).toMatchObject({
      code: "no-cluster-found",
      message: `The newest search (${run.id}) found no cluster.`,
    });
    expect(after.error.remedy).toContain("case open --report ID");
    expect(after.error.remedy).not.toContain("Run detect");
  });
});

describe("case open --report", () => {
  it("opens a case, called by the victim, with its claims", async () => {
    const { case: opened, claims } = JSON.parse((await caseCommand("open", "--report", "F-1")).out);
    expect(opened).toMatchObject({ title: "Сапарова Айгүл", claims: 1, victims: 1 });
    expect(claims).toMatchObject({ opened: 1, lines: 1, leftOut: [] });
    expect(opened.amounts).toEqual([{ currency: "KZT", amount: "100.00" }]);
    expect(opened.claimed).toEqual([]);
    expect((await partsOfCase(database.queries, opened.id)).reports).toEqual(["F-1"]);
  });

  it("names a report that is not there, leaves no empty case, and wants one origin", async () => {
    const before = await listCases(database.queries);
    const reports = ["F-1", "F-none"];
    await expect(openCase(database.queries, { reports }, { by: "tester", at: 0 })).rejects.toThrow(
      "no crime report F-none",
    );
    expect(await listCases(database.queries)).toEqual(before);
    expect((await caseCommand("open", "--report", "F-1", "--top")).code).toBe(2);
  });
});

describe("case open --top after a search with reports", () => {
  it("opens around a report where nothing else stands out", async () => {
    await startDetection(database, { since: null, until: null, startedBy: "t" });
    const { case: opened } = JSON.parse((await caseCommand("open", "--top")).out);
    expect((await partsOfCase(database.queries, opened.id)).reports).toEqual(["F-1"]);
  });
});
