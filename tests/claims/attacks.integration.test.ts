import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TraceMethod, traceMethod } from "../../contract/tracing.ts";
import { addAccounts, addReports, openCase, updateCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { leaveDraft, reworkAllDrafts } from "../../server/claims/rework.store.ts";
import { acceptDifference, claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import {
  actor,
  exported,
  fileAll,
  put,
  type Row,
  reported,
  takeOut,
} from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const folder = mkdtempSync(join(tmpdir(), "claims-attacks-"));
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** Opens a case about these reports and accounts with its claims, also by a rule where one is given. */
async function caseOf(reports: string[], accounts: string[], method: TraceMethod | null) {
  const { id } = await openCase(database.queries, { title: "Attacked" }, actor);
  await addAccounts(database.queries, id, accounts, actor);
  await addReports(database.queries, id, reports, actor);
  await openClaims(database.queries, id, actor);
  if (method !== null) await openTracedClaims(database, id, method, actor);
  return id;
}

const amounts = async (id: string) =>
  (await claimsOfCase(database.queries, id)).map((claim) => claim.amount);
const stateOf = async (caseId: string, claim: string) => {
  const found = (await claimsToday(database, caseId)).find((one) => one.claim.id === claim);
  if (!found) throw new Error(`no claim ${claim} stands`);
  return found;
};
const accept = async (caseId: string, claim: string, reason = "The court has it already.") => {
  const difference = (await stateOf(caseId, claim)).change?.difference ?? "none";
  return acceptDifference(database, { caseId, claim }, { difference, reason }, actor);
};
const acceptAll = async (caseId: string) => {
  for (const { claim, change } of await claimsToday(database, caseId))
    if (change !== null && change.accepted === null) await accept(caseId, claim.id);
};
const STOLEN: Row = ["t1", "V", "D", "100.00", 0];
const MOVED_ON: Row = ["t2", "D", "E", "60.00", 5];
const firstCase = async (method: TraceMethod | null = "pro-rata") => {
  await put(database, "first", [STOLEN, MOVED_ON], [reported("R1", "V", "t1")]);
  return caseOf(["R1"], ["D", "E"], method);
};

describe("one payment back to the victim", () => {
  it("settles several claims, in two cases, in parts that are never more than it", async () => {
    const one = await firstCase(null);
    await put(database, "second", [["t3", "V", "D", "50.00", 1]], [reported("R2", "V", "t3")]);
    const other = await caseOf(["R2"], ["D"], null);
    await put(database, "back", [["t9", "D", "V", "120.00", 90]]);
    await reworkAllDrafts(database, actor);
    expect([await amounts(one), await amounts(other)]).toEqual([[0n], [30_00n]]);
    await exported(database, folder, other);
    await put(database, "more", [["t10", "D", "V", "500.00", 95]]);
    await reworkAllDrafts(database, actor);
    expect([await amounts(one), await amounts(other)]).toEqual([[0n], [0n]]);
    await exported(database, folder, one);
  });

  it("larger than a filed claim leaves the rest to the next one, in one package", async () => {
    const id = await firstCase(null);
    await fileAll(database, id);
    await put(database, "back", [["t9", "D", "V", "130.00", 90]]);
    await put(database, "second", [["t3", "V", "D", "50.00", 1]], [reported("R2", "V", "t3")]);
    await addReports(database.queries, id, ["R2"], actor);
    await openClaims(database.queries, id, actor);
    expect((await claimsToday(database, id)).map((state) => state.outstanding)).toEqual([
      0n,
      20_00n,
    ]);
    await exported(database, folder, id);
    await fileAll(database, id);
    await put(database, "third", [["t4", "V", "D", "40.00", 2]], [reported("R3", "V", "t4")]);
    await addReports(database.queries, id, ["R3"], actor);
    await openClaims(database.queries, id, actor);
    await put(database, "back-2", [["t10", "D", "V", "25.00", 91]]);
    expect((await claimsToday(database, id)).map((state) => state.outstanding)).toEqual([
      0n,
      0n,
      40_00n,
    ]);
    await exported(database, folder, id);
    expect(await amounts(id)).toEqual([100_00n, 20_00n, 35_00n]);
  });
});

describe("a person who becomes known by IIN", () => {
  it("stays the same party of filed claims and is not sued twice", async () => {
    await put(
      database,
      "first",
      [["t0", "F", "D", "300.00", -600], STOLEN, MOVED_ON],
      [reported("R1", "V", "t1")],
      ["V,,Сапарова Айгүл", "D,,Омаров Данияр", "E,,Ким Олег"],
    );
    const id = await caseOf(["R1"], ["D", "E"], "pro-rata");
    expect(await amounts(id)).toEqual([100_00n, 15_00n]);
    await fileAll(database, id);
    await put(
      database,
      "known",
      [],
      [],
      ["V,850101400128,Сапарова Айгүл", "D,900202300125,Омаров Данияр", "E,910303300126,Ким Олег"],
    );
    expect((await claimsToday(database, id)).map((state) => state.change)).toEqual([null, null]);
    const again = await openTracedClaims(database, id, "pro-rata", actor);
    expect(again).toMatchObject({ opened: 0 });
    expect(await amounts(id)).toEqual([100_00n, 15_00n]);
    await exported(database, folder, id);
  });
});

describe("a file that is taken out", () => {
  it("refuses the package of a filed claim that cites it; nobody can accept that; loaded again it passes", async () => {
    await put(database, "stolen", [STOLEN], [reported("R1", "V", "t1")]);
    await put(database, "moved", [MOVED_ON]);
    const id = await caseOf(["R1"], ["D", "E"], "fifo");
    await fileAll(database, id);
    await takeOut(database, "moved.csv");
    expect((await stateOf(id, `${id}-2`)).change?.lines[0]?.why).toBe("transfer-gone");
    await expect(accept(id, `${id}-2`)).rejects.toMatchObject({ code: "claim-line-gone" });
    await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claim-line-gone" });
    await put(database, "moved", [MOVED_ON]);
    await exported(database, folder, id);
  });

  it("leaves a claim the other file that gives the same transfer", async () => {
    await put(database, "stolen", [STOLEN], [reported("R1", "V", "t1")]);
    await put(database, "again", [STOLEN, ["t7", "X", "Y", "1.00", 3]]);
    const id = await caseOf(["R1"], ["D"], null);
    await fileAll(database, id);
    await takeOut(database, "stolen.csv");
    const { table } = await exported(database, folder, id);
    const [line] = table("2-calculation/claim-lines.csv");
    const [fact] = table("1-facts/transfers.csv");
    expect(line?.source_sha256).toBe(fact?.source_sha256);
  });

  it("leaves a draft nothing to claim: it cannot leave the office and is in no package", async () => {
    await put(database, "stolen", [STOLEN, MOVED_ON], [reported("R1", "V", "t1")]);
    await put(database, "second", [["t3", "W", "D", "50.00", 1]], [reported("R2", "W", "t3")]);
    const id = await caseOf(["R1", "R2"], ["D", "E"], "fifo");
    await takeOut(database, "second.csv");
    await reworkAllDrafts(database, actor);
    const empty = (await claimsOfCase(database.queries, id)).find((one) => one.lines.length === 0);
    const at = { caseId: id, claim: empty?.id ?? "" };
    await expect(
      moveClaim(database.queries, at, { status: "review" }, actor),
    ).rejects.toMatchObject({
      code: "claim-empty",
    });
    const { table } = await exported(database, folder, id);
    expect(table("2-calculation/claims.csv").map((row) => row.claim_id)).not.toContain(at.claim);
  });
});

describe("an accepted difference", () => {
  it("ends with the data that made it, and a reason nobody can read is none", async () => {
    const id = await firstCase();
    await fileAll(database, id);
    await put(database, "older", [["t0", "F", "D", "300.00", -600]]);
    await expect(accept(id, `${id}-2`, "\u0000\u200b \u0007")).rejects.toMatchObject({
      code: "difference-needs-reason",
    });
    await accept(id, `${id}-2`);
    await exported(database, folder, id);
    await put(database, "oldest", [["t00", "G", "D", "200.00", -900]]);
    await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claims-differ" });
    await accept(id, `${id}-2`);
    await exported(database, folder, id);
    await takeOut(database, "oldest.csv");
    // Exactly what was accepted before.
    await exported(database, folder, id);
    await takeOut(database, "older.csv");
    const { table } = await exported(database, folder, id);
    expect(table("2-calculation/differences.csv")).toEqual([]);
  });

  it("of a report that was taken out keeps the claim in a package that adds up", async () => {
    await put(database, "money", [STOLEN, MOVED_ON]);
    await put(database, "told", [], [reported("R1", "V", "t1")]);
    const id = await caseOf(["R1"], ["D", "E"], "lifo");
    await fileAll(database, id);
    await takeOut(database, "told-reports.csv");
    await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claims-differ" });
    await acceptAll(id);
    const { table } = await exported(database, folder, id);
    expect(table("2-calculation/differences.csv")).toHaveLength(2);
  });
});

describe("a draft", () => {
  it("does not leave the office with other transfers of the same sum", async () => {
    const id = await firstCase("fifo");
    await put(database, "other", [
      ["t5", "D", "E", "60.00", 2],
      ["t6", "F", "D", "100.00", 1],
    ]);
    const at = { caseId: id, claim: `${id}-2` };
    const before = await stateOf(id, at.claim);
    await expect(leaveDraft(database, at, actor)).rejects.toMatchObject({ code: "draft-reworked" });
    const after = await stateOf(id, at.claim);
    expect(after.claim.lines).not.toEqual(before.claim.lines);
    await leaveDraft(database, at, actor);
  });

  it("of a closed case stays as it was, and the package says so or is refused", async () => {
    const id = await firstCase();
    await updateCase(database.queries, id, { status: "closed" }, actor);
    await put(database, "older", [["t0", "F", "D", "300.00", -600]]);
    await reworkAllDrafts(database, actor);
    await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claims-differ" });
    await accept(id, `${id}-2`);
    await exported(database, folder, id);
  });
});

describe("two cases on one dropper", () => {
  it("each count only what the other has not claimed", async () => {
    const one = await firstCase("pro-rata");
    await fileAll(database, one);
    // The same victim again: by either case's trace part of t4 is her money.
    await put(
      database,
      "again",
      [
        ["t7", "V", "D", "100.00", 8],
        ["t4", "D", "E", "40.00", 9],
      ],
      [reported("R3", "V", "t7")],
    );
    const other = await caseOf(["R3"], ["D", "E"], "pro-rata");
    await fileAll(database, other);
    expect(await amounts(other)).toEqual([100_00n, 28_57n]);
    const changed = async (id: string) =>
      (await claimsToday(database, id)).filter((state) => state.change !== null).length;
    for (const id of [one, other]) {
      expect(await changed(id)).toBe(0);
      await exported(database, folder, id);
    }
    await put(database, "older", [["t0", "F", "D", "300.00", -600]]);
    for (const id of [one, other]) {
      expect(await changed(id)).toBe(1);
      await expect(exported(database, folder, id)).rejects.toMatchObject({ code: "claims-differ" });
      await acceptAll(id);
      await exported(database, folder, id);
    }
  });
});

describe("claims that are withdrawn", () => {
  it("free their transfers for claims that agree with the data", async () => {
    const id = await firstCase();
    await fileAll(database, id);
    await put(database, "older", [["t0", "F", "D", "300.00", -600]]);
    const at = { caseId: id, claim: `${id}-2` };
    await moveClaim(
      database.queries,
      at,
      { status: "withdrawn", reason: "The data have changed." },
      actor,
    );
    await exported(database, folder, id);
    await openTracedClaims(database, id, "pro-rata", actor);
    expect((await amounts(id)).at(-1)).toBe(15_00n);
    await exported(database, folder, id);
  });
});

describe("any history", () => {
  const seeds = (process.env.HISTORIES ?? "11").split(",").map(Number);
  it.each(seeds)("of two cases, three victims, files in and out: seed %d", async (seed) => {
    let random = seed;
    const next = (below: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((random / 2_147_483_648) * below);
    };
    const method = traceMethod.options[next(traceMethod.options.length)] ?? "fifo";
    const people = ["V", "W", "U", "D", "E", "F", "G"];
    const row = (id: string): Row => {
      const from = next(people.length);
      const to = (from + 1 + next(people.length - 1)) % people.length;
      const ends = [people[from] ?? "", people[to] ?? ""] as const;
      return [id, ...ends, `${10 + next(90)}.${next(10)}5`, next(400) - 200];
    };
    await put(
      database,
      "first",
      [STOLEN, MOVED_ON, ["t3", "W", "D", "80.00", 2], ["t5", "U", "E", "70.00", 3]],
      [reported("R1", "V", "t1"), reported("R2", "W", "t3"), reported("R3", "U", "t5")],
    );
    const ids = [
      await caseOf(["R1", "R2"], ["D", "E", "F"], method),
      await caseOf(["R2", "R3"], ["D", "E", "F", "G"], method),
    ];
    await fileAll(database, ids[next(2)] ?? "");
    const files: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      const id = ids[next(2)] ?? "";
      const what = next(8);
      const said: string[] = [`${step}: ${what} ${id}`];
      if (what <= 2) {
        const rows = Array.from({ length: 1 + next(4) }, (_, at) => row(`x${step}-${at}`));
        const stolen =
          next(2) === 0 ? [reported(`N${step}`, rows[0]?.[1] ?? "", `x${step}-0`)] : [];
        await put(database, `late${step}`, rows, stolen);
        files.push(`late${step}.csv`);
        if (stolen.length > 0) await addReports(database.queries, id, [`N${step}`], actor);
      }
      if (what === 3 && files.length > 0)
        await takeOut(database, files.splice(next(files.length), 1)[0] ?? "");
      if (what === 4) await fileAll(database, id);
      if (what === 5) {
        const standing = (await claimsOfCase(database.queries, id)).filter(
          (claim) => claim.status !== "withdrawn",
        );
        const claim = standing[next(standing.length)]?.id;
        if (claim !== undefined)
          await moveClaim(
            database.queries,
            { caseId: id, claim },
            { status: "withdrawn", reason: "tried" },
            actor,
          );
      }
      if (what === 6) {
        const account = people[next(people.length)] ?? "V";
        const iin = next(2) === 0 ? "" : `00000000000${people.indexOf(account)}`;
        await put(database, `who${step}`, [], [], [`${account},${iin},Holder ${account}`]);
      }
      await reworkAllDrafts(database, actor);
      await openClaims(database.queries, id, actor);
      if (next(2) === 0) await openTracedClaims(database, id, method, actor);
      for (const each of ids) {
        const refused = await exported(database, folder, each).then(() => null, codeOf);
        said.push(`${each} ${refused ?? "exported"}`);
        if (refused === null) continue;
        expect(["claims-differ", "claim-line-gone"], said.join("; ")).toContain(refused);
        if (refused === "claim-line-gone") continue;
        await acceptAll(each);
        await exported(database, folder, each);
      }
      if (process.env.HISTORIES) process.stderr.write(`${seed} ${method} ${said.join("; ")}\n`);
    }
  });

  const codeOf = (error: { code?: string }) => error.code ?? String(error);
});
