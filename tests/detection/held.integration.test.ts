import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadColumns } from "../../server/columns/load.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { readKnown } from "../../server/detection/store/known-facts.store.ts";
import { listRequests } from "../../server/detection/store/requests.store.ts";
import { load } from "../../server/loading/load.ts";
import { gridOf } from "../../server/loading/statements/statement-grid.ts";
import { heldStatements } from "../../server/loading/statements/statements.store.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { testDatabase } from "../support/neo4j.ts";
import { command } from "../support/served.ts";
import { smallCase, smallCaseFiles } from "../support/small-case.ts";

let database: Database;
let folder: string;
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const detect = () => startDetection(database, { since: null, until: null, startedBy: "t" });

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "dropper-graph-held-"));
  for (const [name, text] of Object.entries(smallCaseFiles())) put(name, text);
  await load(database, [folder], { loadedBy: "t" });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe("a list of statements", () => {
  it("is kept beside the statements of bank files: days held, and balances against the rows", async () => {
    const grid = gridOf(await heldStatements(database.queries));
    expect(grid.map((row) => [row.account, row.spans.map(({ state }) => state)])).toEqual(
      [...smallCase.held].sort().map((account) => [account, ["unknown"]]),
    );
    const sums = smallCase.rows.reduce(
      (sum, { from, to, amount }) =>
        sum + (to === "DROPPER" ? amount : 0n) - (from === "DROPPER" ? amount : 0n),
      0n,
    );
    const list = put(
      "balances.csv",
      `account,from,to,opening,closing,currency\nDROPPER,2026-01-01,2026-04-10,10.00,${10n + sums / 100n}.00,KZT\n`,
    );
    await load(database, [list], { loadedBy: "t" });
    const [dropper] = gridOf(await heldStatements(database.queries));
    expect(dropper?.spans.map(({ state }) => state).sort()).toEqual(["proved", "unknown"]);
    const again = await load(database, [list], { loadedBy: "t" });
    expect(again.files[0]).toMatchObject({ loaded: 0, duplicates: 1 });
    await withdraw(database, "balances.csv", { withdrawnBy: "t", at: 1 });
    expect(await heldStatements(database.queries)).toHaveLength(smallCase.held.length);
  });

  it("tells detection what is held; without it every account of the files is taken as dumped", async () => {
    const held = async () =>
      (await readKnown(database.queries, await loadColumns(database))).statements.length;
    expect(await held()).toBe(smallCase.held.length);
    const { result } = await detect();
    const role = (account: string) => result.ranking.find((one) => one.account === account)?.role;
    const { requests } = await listRequests(database.queries, undefined);
    expect(requests[0]).toMatchObject({ account: "NEXT", code: "asked-received" });
    expect(["DROPPER", "NEXT", "SELLER"].map(role)).toEqual(["collector", "none", "none"]);
  });

  it("is enough to open a case right after detect", async () => {
    await detect();
    const opened = await command(["case", "open", "--top", "--data", database.dataDir, "--json"]);
    expect(JSON.parse(opened.out).case).toMatchObject({ victims: 2 });
  });
});
