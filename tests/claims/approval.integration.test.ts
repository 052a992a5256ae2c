import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { StepFacts } from "../../contract/claim-steps.ts";
import type { PersonFields } from "../../contract/dossier.ts";
import { type ManyStep, manySteps } from "../../contract/many-steps.ts";
import { manyTexts } from "../../contract/many-texts.ts";
import type { Role } from "../../contract/user-roles.ts";
import { queriesFolder } from "../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { searchEntries } from "../../server/auditing/log.store.ts";
import { addAccounts, openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase, moveClaim, oneClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { manyStepsHandlers } from "../../server/claims/many-steps.handlers.ts";
import { manyTextsHandlers } from "../../server/claims/many-texts.handlers.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { acceptDifference, claimsToday } from "../../server/claims/today.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { NO_FIELDS, saveDossier, writtenFields } from "../../server/dossier/dossier.store.ts";
import { peopleOfCase, removePerson, savePerson } from "../../server/dossier/people.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { factsOn, step } from "../support/claim-steps.ts";
import { actor, exported, put, reported } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

let database: Database;
let folder: string;
let id: string;
let direct: { caseId: string; claim: string };
let traced: { caseId: string; claim: string };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-approval-"));
  const rows = [
    ["a1", "A-V", "A-D", "100.00", 0],
    ["a2", "A-D", "A-E", "60.00", 5],
  ] as const;
  await put(database, "approval", rows, [reported("A-1", "A-V", "a1")]);
  id = (await openCase(database.queries, { title: "Approval", reports: ["A-1"] }, actor)).id;
  await addAccounts(database.queries, id, ["A-E"], actor);
  await openClaims(database.queries, id, actor);
  await openTracedClaims(database, id, "pro-rata", actor);
  const claims = await claimsOfCase(database.queries, id);
  const idOf = (method: string) => claims.find((one) => one.method === method)?.id ?? "";
  direct = { caseId: id, claim: idOf("direct") };
  traced = { caseId: id, claim: idOf("pro-rata") };
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const approve = (at: typeof direct, by: string, role: Role, reason: string | null = null) =>
  takeStep(database, at, { status: "approved", reason }, { by, at: actor.at, role });
const stateOf = async (at: typeof direct) =>
  (await claimsToday(database, id)).find((one) => one.claim.id === at.claim);

describe("the approval of a claim", () => {
  it("is another person's, a prosecutor's or the head's", async () => {
    await step(database, traced, actor, "review");
    await expect(approve(traced, "boris", "investigator")).rejects.toMatchObject({
      code: "approval-role",
      status: 403,
    });
    await expect(approve(traced, actor.by, "head", "urgent")).rejects.toMatchObject({
      code: "approval-own-work",
    });
    await expect(
      moveClaim(database.queries, traced, { status: "approved" }, { by: "boris", at: actor.at }),
    ).rejects.toThrow("without what is approved");
    const { status, approval } = await approve(traced, "boris", "head", "urgent");
    expect({ status, approval }).toEqual({
      status: "approved",
      approval: { by: "boris", at: actor.at, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it("is nobody's who opened or changed the claim, whoever sends it to review", async () => {
    const fields = { ...NO_FIELDS, circumstances: "As the victim says." };
    await saveDossier(database, direct, fields, { by: "carla", at: actor.at });
    await step(database, direct, { by: "dana", at: actor.at }, "review");
    for (const by of [actor.by, "dana", "carla"])
      await expect(approve(direct, by, "head", "urgent")).rejects.toMatchObject({
        code: "approval-own-work",
        status: 409,
      });
    await step(database, direct, actor, "draft");
    await saveDossier(database, direct, NO_FIELDS, actor);
  });

  it("waits for what the court asks, unless the head of the office says why not", async () => {
    await step(database, direct, actor, "review");
    for (const [role, reason] of [
      ["prosecutor", "urgent"],
      ["head", null],
      ["head", "\u200b"],
    ] as const)
      await expect(approve(direct, "boris", role, reason)).rejects.toMatchObject({
        code: "claim-not-ready",
        status: 409,
        params: { missing: expect.stringContaining("defendant-address") },
      });
    await step(database, direct, actor, "draft");
  });

  it("is one of two people's who approve at the same moment", async () => {
    await step(database, direct, actor, "review");
    const { version } = await oneClaim(database.queries, direct);
    const both = await Promise.allSettled(
      ["boris", "head"].map((by) =>
        takeStep(
          database,
          direct,
          { status: "approved", reason: "urgent" },
          { by, at: actor.at, role: "head", from: version },
        ),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "changed-meanwhile", status: 409 });
  });

  it("freezes amount, lines and trace: the package holds them under their own SHA-256", async () => {
    const { out, table } = await exported(database, folder, id);
    const approvals = table("2-calculation/approvals.csv");
    expect(approvals).toHaveLength(2);
    for (const row of approvals) {
      expect(row.data_since).toBe("matches");
      const bytes = await readFile(
        join(out, "data/2-calculation/approvals", `${row.claim_id}.json`),
      );
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.sha256);
      const content = JSON.parse(bytes.toString("utf8"));
      const isTraced = row.claim_id === traced.claim;
      expect(content.amount).toBe(isTraced ? "60.00" : "100.00");
      expect(content.trace.map((one: { transfer: string }) => one.transfer)).toEqual(
        isTraced ? ["a1", "a2"] : [],
      );
    }
  });

  it("covers the dossier for the court: what was changed since is named, with both texts", async () => {
    const { queries } = database;
    expect((await stateOf(direct))?.approvalChanges).toEqual([]);
    const fields = { ...NO_FIELDS, court: "Медеуский районный суд", fee: "pay" } as const;
    await saveDossier(database, direct, fields, actor);
    const { proposed } = await peopleOfCase(queries, id);
    const victim = proposed.find((one) => one.role === "victim") as PersonFields;
    const person = { ...victim, name: "Сапарова", address: "г. Алматы" };
    await savePerson(queries, id, { id: null, person }, actor);
    expect((await stateOf(direct))?.approvalChanges).toEqual([
      { part: "court", was: null, is: "Медеуский районный суд" },
      { part: "fee", was: null, is: "pay" },
      { part: "victim", field: "name", was: victim.name, is: "Сапарова" },
      { part: "victim", field: "address", was: null, is: "г. Алматы" },
    ]);
    const { table } = await exported(database, folder, id);
    const row = table("2-calculation/approvals.csv").find((one) => one.claim_id === direct.claim);
    expect(row).toMatchObject({
      data_since: "changed",
      changed_parts: "court; fee; victim name; victim address",
    });
    await saveDossier(database, direct, NO_FIELDS, actor);
    const { people } = await peopleOfCase(queries, id);
    await removePerson(queries, id, { id: people[0]?.id ?? "", reason: "by mistake" }, actor);
    expect((await stateOf(direct))?.approvalChanges).toEqual([]);
  });

  it("says where the data have changed since, and the package says so too", async () => {
    await put(database, "older", [["a0", "A-X", "A-D", "300.00", -10]]);
    expect((await stateOf(direct))?.approvalChanges).toEqual([]);
    const state = await stateOf(traced);
    expect(state?.approvalChanges).toEqual([{ part: "trace", was: null, is: null }]);
    const difference = state?.change?.difference ?? "";
    const reason = "the bank's first answer is used";
    await acceptDifference(database, traced, { difference, reason }, actor);
    const { table } = await exported(database, folder, id);
    const rows = table("2-calculation/approvals.csv");
    expect(Object.fromEntries(rows.map((row) => [row.claim_id, row.data_since]))).toEqual({
      [direct.claim]: "matches",
      [traced.claim]: "changed",
    });
  });

  it("ends when the claim goes back to draft; what changed meanwhile is not approved", async () => {
    const back = { status: "draft", reason: "the data have changed" } as const;
    const who = { by: actor.by, at: actor.at, role: "prosecutor" } as const;
    const draft = await takeStep(database, traced, back, who);
    expect(draft).toMatchObject({ status: "draft", approval: null, amount: "1500" });
    await step(database, traced, actor, "review");
    await put(database, "oldest", [["a00", "A-Y", "A-D", "400.00", -20]]);
    await expect(approve(traced, "boris", "prosecutor")).rejects.toMatchObject({
      code: "approval-data-changed",
      status: 409,
    });
  });

  it("is asked for before a demand is sent and a claim is filed", async () => {
    const later = { ...actor, at: Date.parse("2026-06-01T00:00:00Z") };
    const filed = { status: "filed", facts: factsOn("filed", later.at) } as const;
    await expect(moveClaim(database.queries, traced, filed, later)).rejects.toMatchObject({
      code: "claim-move",
    });
    const { court: _, ...rest } = filed.facts;
    await expect(
      moveClaim(database.queries, direct, { ...filed, facts: rest }, later),
    ).rejects.toMatchObject({ code: "claim-step-facts" });
    const moved = await moveClaim(database.queries, direct, filed, later);
    expect(moved.moves.at(-1)).toMatchObject({ to: "filed", facts: filed.facts });
  });
});

describe("claims of an older version", () => {
  it("wait for approval where they were ready, and are filed where they were in court", async () => {
    const { queries } = database;
    const old = await openCase(queries, { title: "Old" }, actor);
    await queries.write(
      "support/claims-of-older-version-for-tests",
      { case: old.id, ready: `${old.id}-1`, court: `${old.id}-2` },
      z.unknown(),
    );
    const path = join(queriesFolder(), "migrations/405-claim-steps.cypher");
    const text = (await readFile(path, "utf8")).replace(/^\/\/.*$/gm, "");
    for (const statement of text.split(/;\s*$/m).filter((one) => one.trim() !== ""))
      await queries.inBatches(statement);
    const claims = await claimsOfCase(queries, old.id);
    expect(claims.map((one) => [one.status, one.moves.map(({ from, to }) => [from, to])])).toEqual([
      ["review", [["draft", "review"]]],
      ["filed", [["filed", "filed"]]],
    ]);
  });
});

describe("the same step of many claims", () => {
  it("is taken by each claim or says why not, with an entry of the log for each", async () => {
    const { queries } = database;
    const rows = [
      ["m1", "M-V", "M-D", "10.00", 0],
      ["m2", "M-W", "M-D", "20.00", 1],
    ] as const;
    const reports = [reported("M-1", "M-V", "m1"), reported("M-2", "M-W", "m2")];
    await put(database, "many", rows, reports);
    const opened = { title: "Many", reports: ["M-1", "M-2"] };
    const caseId = (await openCase(queries, opened, actor)).id;
    await openClaims(queries, caseId, actor);
    const { before, take } = manyStepsHandlers({ database });
    const by = (login: string) => ({
      ...{ params: { id: caseId }, query: {}, bytes: () => Readable.from([]) },
      asker: { login, role: "head" as const, hidden: NOTHING_HIDDEN, ground: null },
      signal: new AbortController().signal,
    });
    const hand = async (
      status: ManyStep,
      login: string,
      given: { seen?: number; reason?: string; facts?: (place: number) => StepFacts } = {},
    ) => {
      const { seen = 0, reason, facts } = given;
      const claims = (await claimsOfCase(queries, caseId)).map(({ id: claim, version }, place) => ({
        ...{ id: claim, reason, facts: facts?.(place) },
        version: claim === `${caseId}-1` ? version + seen : version,
      }));
      const answer = await take({ ...by(login), body: { status, claims } });
      const { results } = manySteps.take.answer.parse(answer);
      return results.map((one) => one.problem?.code ?? one.status);
    };
    const lacking = manySteps.before.answer.parse(await before({ ...by("anna"), body: {} }));
    expect(lacking.claims).toEqual(
      ["1", "2"].map((place) => ({
        ...{ claim: `${caseId}-${place}`, court: null, courtKk: null, proposedCourt: null },
        fee: null,
        ...{ penalty: null, price: `${place}000`, feeSum: expect.stringMatching(/^\d+$/) },
        missing: expect.arrayContaining(["court", "defendant-address"]),
      })),
    );
    expect(await hand("review", "anna", { seen: -1 })).toEqual(["changed-meanwhile", "review"]);
    expect(await hand("review", "anna")).toEqual(["review", "claim-move"]);
    // Nobody is approved who lacks what the court asks.
    expect(await hand("approved", "boris")).toEqual(["claim-not-ready", "claim-not-ready"]);
    // One reason of the head stands in the history of both.
    const reason = "the banks have not answered yet";
    expect(await hand("approved", "boris", { reason })).toEqual(["approved", "approved"]);
    const how = factsOn("demand", Date.now());
    const numbered = (place: number) => (place === 0 ? { ...how, reference: "2-77" } : how);
    expect(await hand("demand", "anna", { facts: numbered })).toEqual(["demand", "demand"]);
    const filing = factsOn("filed", Date.now());
    const inCourt = (place: number) => (place === 0 ? filing : { ...filing, reference: "" });
    expect(await hand("filed", "anna", { facts: inCourt })).toEqual(["filed", "claim-step-facts"]);
    const moves = (await claimsOfCase(queries, caseId)).map((one) => one.moves);
    expect(moves[0]?.map((one) => [one.to, one.reason, one.facts.reference])).toEqual([
      ["review", null, undefined],
      ["approved", reason, undefined],
      ["demand", null, "2-77"],
      ["filed", null, "2-117/26"],
    ]);
    expect(moves[1]?.at(-1)).toMatchObject({ to: "demand", facts: how });
    const written = await searchEntries(queries, { what: "setStatus", who: "anna" }, 10);
    expect(
      written.map(({ target, details }) => [target, JSON.parse(details).status]).sort(),
    ).toEqual([
      [`${caseId} ${caseId}-1`, "demand"],
      [`${caseId} ${caseId}-1`, "filed"],
      [`${caseId} ${caseId}-1`, "review"],
      [`${caseId} ${caseId}-2`, "demand"],
      [`${caseId} ${caseId}-2`, "review"],
    ]);
  });

  it("is preceded by the same words, from the version that was seen, with an entry for each", async () => {
    const { queries } = database;
    const rows = [
      ["w1", "W-V", "W-D", "10.00", 0],
      ["w2", "W-W", "W-D", "20.00", 1],
    ] as const;
    const reports = [reported("W-1", "W-V", "w1"), reported("W-2", "W-W", "w2")];
    await put(database, "words", rows, reports);
    const opened = { title: "Words", reports: ["W-1", "W-2"] };
    const caseId = (await openCase(queries, opened, actor)).id;
    await openClaims(queries, caseId, actor);
    const [first = "", second = ""] = (await claimsOfCase(queries, caseId)).map((one) => one.id);
    const own = { ...NO_FIELDS, consent: "№ 1", limitationBasis: "article 182" };
    await saveDossier(database, { caseId, claim: second }, own, actor);
    const { texts, write } = manyTextsHandlers({ database });
    const asked = {
      ...{ params: { id: caseId }, query: {}, bytes: () => Readable.from([]) },
      asker: { login: "carla", role: "prosecutor" as const, hidden: NOTHING_HIDDEN, ground: null },
      signal: new AbortController().signal,
    };
    const read = async () =>
      manyTexts.texts.answer.parse(await texts({ ...asked, body: {} })).claims;
    const seen = await read();
    const said = manyTexts.write.body.parse({
      texts: { consent: "№ 2", circumstances: "A call from a bank.", circumstancesKk: "Қоңырау." },
      claims: seen.map(({ claim, version }) => ({
        ...{ id: claim, version },
        // The second claim keeps its own consent.
        fields: ["circumstances", "circumstancesKk", ...(claim === first ? ["consent"] : [])],
      })),
    });
    const answer = async () =>
      manyTexts.write.answer
        .parse(await write({ ...asked, body: said }))
        .results.map(({ problem }) => problem?.code ?? null);
    expect(await answer()).toEqual([null, null]);
    const told = { circumstances: "A call from a bank.", circumstancesKk: "Қоңырау." };
    expect((await read()).map((one) => one.texts)).toMatchObject([
      { ...told, consent: "№ 2", court: null },
      { ...told, consent: "№ 1", court: null },
    ]);
    // Words about other things stay; the same once more starts from an older version.
    const kept = await writtenFields(queries, caseId, [second]);
    expect(kept.get(second)?.fields.limitationBasis).toBe("article 182");
    expect(await answer()).toEqual(["changed-meanwhile", "changed-meanwhile"]);
    const written = await searchEntries(queries, { what: "saveDossier", who: "carla" }, 10);
    expect(written.map(({ target }) => target).sort()).toEqual([
      `${caseId} ${first}`,
      `${caseId} ${second}`,
    ]);
  });
});
