import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { changedLooks, looksAt, looksFolder, openLooks } from "../../server/audit/looks.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyAuditLog } from "../support/audit-log.ts";
import { settledPerson, signedIn, startServer } from "../support/http.ts";

let database: Database;

const { log } = emptyAuditLog((opened) => {
  database = opened;
});

describe("looks", () => {
  const folder = () => looksFolder(database.dataDir);
  beforeEach(() => rmSync(folder(), { recursive: true, force: true }));
  afterAll(() => rmSync(folder(), { recursive: true, force: true }));

  it("are on the disk with a keyed hash, cost less than 5 ms, and are sealed in the chain", async () => {
    const looks = openLooks(database);
    const begun = performance.now();
    for (let at = 0; at < 400; at += 1)
      await looks.note({
        who: "anna",
        what: "account",
        whom: [`KZ${at}`, "030740001404"],
        case: "C1",
      });
    expect((performance.now() - begun) / 400).toBeLessThan(5);
    const [name = ""] = readdirSync(folder());
    const text = readFileSync(join(folder(), name), "utf8");
    expect(text.trim().split("\n")).toHaveLength(400);
    expect(text).not.toContain("030740001404");
    expect(await looksAt(database.dataDir, "kz 17")).toMatchObject([
      { who: "anna", what: "account", case: "C1" },
    ]);
    await looks.note({ who: "anna", what: "account", whom: ["KZ1", "030740001404"], case: "C1" });
    expect(readFileSync(join(folder(), name), "utf8")).toBe(text);
    await looks.seal();
    await looks.note({ who: "boris", what: "search", whom: ["Сейтқали"], case: null });
    await looks.close();
    expect((await log()).map(({ what }) => what)).toEqual(["looks", "looks"]);
    expect(await changedLooks(database)).toEqual([]);
    writeFileSync(join(folder(), name), text.replace("anna", "olga"));
    expect(await changedLooks(database)).toEqual([name]);
    rmSync(join(folder(), name));
    expect(await changedLooks(database)).toEqual([name]);
  });

  it("through the API name who, whom and which case, before the answer leaves", async () => {
    const server = await startServer(database);
    await settledPerson(database, "worker", "investigator");
    const worker = await signedIn(server.base, "worker");
    const seen = async (whom: string) =>
      (await looksAt(database.dataDir, whom)).map(({ who, what }) => `${who} ${what}`);
    await worker.ask("POST", "/api/search", { q: "030740001404" });
    await worker.ask("POST", "/api/graph", { accounts: ["KZ1", "KZ2"] });
    expect(await seen("030740001404")).toEqual(["worker search"]);
    expect(await seen("KZ2")).toEqual(["worker graph"]);
    expect(await seen("KZ3")).toEqual([]);
    await server.close();
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), "no folder");
    const blind = await startServer(database);
    const again = await signedIn(blind.base, "worker");
    const refused = await again.ask("POST", "/api/search", { q: "030740001404" });
    expect([refused.status, refused.json.code]).toEqual([503, "audit-unwritable"]);
    expect((await again.ask("GET", "/api/overview")).status).toBe(200);
    rmSync(folder());
    await blind.close();
  });
});
