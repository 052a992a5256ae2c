import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { describeSource } from "../../server/loading/sources/describe.store.ts";
import { listSources } from "../../server/loading/sources/sources.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { actor, exported, put, reported } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";
import { command } from "../support/served.ts";

let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-provenance-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const sourceOf = async (name: string) => {
  const found = (await listSources(database.queries)).find((one) => one.fileName === name);
  if (!found) throw new Error(`${name} is not loaded`);
  return found;
};

describe("how a file came to the office", () => {
  it("is said when it is loaded, and a day that is none is refused", async () => {
    const path = join(folder, "answer.csv");
    await writeFile(
      path,
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel\n" +
        "p1,2026-03-05T10:00:00+05:00,100.00,KZT,P-V,P-D,transfer\n",
    );
    const words = ["--request", "12/3", "--sanctioned-by", "Прокурор района, № 7"];
    const data = ["--data", database.dataDir, "--json"];
    const bad = await command(["load", path, ...words, "--request-date", "2026-02-30", ...data]);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out).error).toMatchObject({ code: "request-date" });
    const done = await command([
      ...["load", path, ...words, "--request-date", "2026-03-01"],
      ...["--handed-by", "Нурланов, нарочно", ...data],
    ]);
    expect(done.code).toBe(0);
    expect(await sourceOf("answer.csv")).toMatchObject({
      requestNumber: "12/3",
      requestDate: "2026-03-01",
      sanctionedBy: "Прокурор района, № 7",
      handedBy: "Нурланов, нарочно",
    });
  });

  it("is corrected later: the words before are kept, a stale page is told, the package has the new ones", async () => {
    const { queries } = database;
    const before = await sourceOf("answer.csv");
    const { requestNumber, requestDate, handedBy } = before;
    const given = { requestNumber, requestDate, handedBy, sanctionedBy: "Суд № 2" };
    const person = { ...actor, from: before.version };
    await describeSource(queries, before.id, given, person);
    await expect(describeSource(queries, before.id, given, person)).rejects.toMatchObject({
      code: "changed-meanwhile",
      params: { what: "described", by: "tester" },
    });
    const kept = await queries.read(
      "support/words-before-for-tests",
      { id: before.id },
      z.object({ sanctionedBy: z.string(), replacedBy: z.string() }),
    );
    expect(kept).toEqual([{ sanctionedBy: "Прокурор района, № 7", replacedBy: "tester" }]);
    await put(database, "provenance", [], [reported("P-1", "P-V", "p1")]);
    const { id } = await openCase(queries, { title: "Provenance", reports: ["P-1"] }, actor);
    await openClaims(queries, id, actor);
    const { table } = await exported(database, folder, id);
    expect(table("1-facts/sources.csv")[0]).toMatchObject({
      request_number: "12/3",
      request_date: "2026-03-01",
      sanctioned_by: "Суд № 2",
      handed_by: "Нурланов, нарочно",
    });
  });

  it("is corrected on the command line, which leaves alone what it does not name", async () => {
    const done = await command([
      ...["source", "describe", "answer.csv", "--handed-by", "курьер"],
      ...["--data", database.dataDir, "--json"],
    ]);
    expect(JSON.parse(done.out)).toMatchObject({ requestNumber: "12/3", handedBy: "курьер" });
  });
});
