import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonFields } from "../../contract/dossier.ts";
import { addAccounts, oneCase, openCase, updateCase } from "../../server/cases/cases.store.ts";
import { setMembers } from "../../server/cases/members.store.ts";
import { dossierOf } from "../../server/claims/claim-dossiers.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { NO_FIELDS, saveDossier } from "../../server/dossier/dossier.store.ts";
import {
  addNote,
  peopleOfCase,
  removePerson,
  savePerson,
  setNote,
} from "../../server/dossier/people.store.ts";
import { missing } from "../../server/dossier/readiness.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { load } from "../../server/loading/load.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { deadlines } from "../../server/overview/deadlines.store.ts";
import { addPerson } from "../../server/users/users.store.ts";
import { actor } from "../support/late-money.ts";
import { testDatabase } from "../support/neo4j.ts";

const FILES = {
  "dossier.csv": [
    "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
    "p1,2026-03-05T10:00:00+05:00,100000.00,KZT,P-V,P-D,transfer",
    "p2,2026-03-05T10:10:00+05:00,1000.00,USD,P-V,P-D,transfer",
    "p3,2026-03-05T10:20:00+05:00,50000.00,KZT,P-W,P-D,transfer",
  ],
  "dossier-people.csv": [
    "account,holder_iin,holder_name",
    "P-V,850101400120,Сапарова Айгүл",
    "P-D,100203500126,Омаров Данияр",
  ],
  "dossier-reports.csv": [
    "report_id,reported_at,victim_account,transfer_id,amount,currency",
    "P-1,2026-03-06T10:00:00+05:00,P-V,p1,100000.00,KZT",
    "P-1,2026-03-06T10:00:00+05:00,P-V,p2,1000.00,USD",
    "P-2,2026-03-06T10:00:00+05:00,P-W,p3,50000.00,KZT",
  ],
};
let database: Database;
let folder: string;
let id: string;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-dossier-"));
  for (const [name, lines] of Object.entries(FILES))
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  const paths = Object.keys(FILES).map((name) => join(folder, name));
  await load(database, paths, { loadedBy: "tester" });
  id = (await openCase(database.queries, { title: "Dossier", reports: ["P-1"] }, actor)).id;
  other = (await openCase(database.queries, { title: "Other", reports: ["P-2"] }, actor)).id;
  await openClaims(database.queries, id, actor);
  await openClaims(database.queries, other, actor);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const proposed = async (role: PersonFields["role"]) => {
  const people = await peopleOfCase(database.queries, id);
  const one = people.proposed.find((person) => person.role === role);
  if (!one) throw new Error(`no ${role} is proposed`);
  return one;
};
const claimIn = (currency: string) => (currency === "KZT" ? `${id}-1` : `${id}-2`);
const codes = async (claim: string) =>
  missing((await dossierOf(database, { caseId: id, claim }, "2026-11-29")).readiness).map(
    (item) => item.code,
  );

describe("the dossier of a claim", () => {
  it("proposes the parties of the claims, with the day of birth of the IIN", async () => {
    expect(await proposed("victim")).toMatchObject({
      name: "Сапарова Айгүл",
      birthDate: "1985-01-01",
    });
    expect(await proposed("dropper")).toMatchObject({ birthDate: "2010-02-03", address: null });
  });

  it("says that a person of the case is in another case too", async () => {
    const { elsewhere } = await peopleOfCase(database.queries, id);
    expect(elsewhere).toContainEqual({
      kind: "person",
      id: "100203500126",
      name: "Омаров Данияр",
      cases: [{ id: other, title: "Other" }],
    });
  });

  it("says so before any claim is opened, of accounts that victims of other cases paid", async () => {
    const third = (await openCase(database.queries, { title: "Third" }, actor)).id;
    await addAccounts(database.queries, third, ["P-D"], actor);
    const { elsewhere } = await peopleOfCase(database.queries, third);
    expect(elsewhere.map((one) => [one.kind, one.id, one.cases.map((of) => of.id)])).toEqual([
      ["person", "100203500126", [id, other]],
      ["account", "P-D", [id, other]],
    ]);
  });

  it("names who works on it; nobody who is no user", async () => {
    const { queries } = database;
    const user = { login: "aida", name: "Аида", role: "investigator" as const };
    await addPerson(queries, user);
    const set = await setMembers(queries, id, ["aida"], actor);
    expect(set).toMatchObject({ members: [user], others: [] });
    await expect(setMembers(queries, id, ["nobody"], actor)).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await setMembers(queries, id, [], actor)).members).toEqual([]);
  });

  it("takes court and readiness from what people wrote; a minor's court is the juvenile one", async () => {
    const { queries } = database;
    const before = await codes(claimIn("KZT"));
    expect(before).toContain("claimant-birth-date");
    expect(before).toContain("court");
    const victim = { ...(await proposed("victim")), address: "г. Алматы", phone: "7011112233" };
    const dropper = { ...(await proposed("dropper")), address: "г. Алматы, Медеуский район" };
    await savePerson(queries, id, { id: null, person: victim }, actor);
    const people = await savePerson(queries, id, { id: null, person: dropper }, actor);
    expect(people.proposed).toEqual([]);
    expect(people.people.map((one) => one.name)).toEqual(["Сапарова Айгүл", "Омаров Данияр"]);
    const dossier = await dossierOf(database, { caseId: id, claim: claimIn("KZT") }, "2026-11-29");
    expect(dossier.court?.ru).toContain("по делам несовершеннолетних города Алматы");
    const after = await codes(claimIn("KZT"));
    expect(after).not.toContain("court");
    expect(after).toEqual(["why-not-self", "consent", "circumstances", "statements", "fee"]);
  });

  it("gives the price in tenge of another currency at the stated rate only", async () => {
    const at = { caseId: id, claim: claimIn("USD") };
    const first = await dossierOf(database, at);
    expect(first.price).toBeNull();
    expect(first.fee).toBeNull();
    const rate = { rate: "523.45", day: "2026-03-05", source: "nationalbank.kz" };
    await saveDossier(
      database,
      at,
      { ...NO_FIELDS, rate, fee: "exempt", feeBasis: "ст. 616" },
      actor,
    );
    const dossier = await dossierOf(database, at, "2026-11-29");
    expect(dossier.price).toBe(523_450_00n);
    expect(dossier.fee?.amount).toBe(5_235_00n);
    expect(dossier.procedure?.simplified).toBe(true);
    expect(dossier.fields).toMatchObject({ rate, fee: "exempt", feeBasis: "ст. 616" });
    const wrong = { ...NO_FIELDS, rate: { ...rate, rate: "much" } };
    await expect(saveDossier(database, at, wrong, actor)).rejects.toMatchObject({
      code: "dossier-rate",
    });
  });

  it("keeps the victim's loans, and without one there is no letter to a lender", async () => {
    const at = { caseId: id, claim: claimIn("USD") };
    const asked = {
      claims: [at.claim],
      kinds: ["loan-suspension" as const],
      language: "ru" as const,
      formats: ["docx" as const],
      by: actor.by,
    };
    await saveDossier(database, at, NO_FIELDS, actor);
    await expect(papersOfCase(database, id, asked)).rejects.toMatchObject({
      code: "paper-no-loan",
      status: 409,
    });
    const loan = {
      lender: "АО «Кредит Плюс»",
      contract: "77-К",
      day: "2026-02-03",
      amount: "50000000",
      currency: "KZT",
    };
    await saveDossier(database, at, { ...NO_FIELDS, loans: [loan] }, actor);
    expect((await dossierOf(database, at)).fields.loans).toEqual([loan]);
    const made = (await papersOfCase(database, id, asked)).get(at.claim) ?? [];
    expect(made.map(({ fileName }) => fileName)).toEqual(["приостановление-кредита.docx"]);
    for (const wrong of [{ lender: "\u200b" }, { amount: "0" }, { day: "2999-01-01" }]) {
      const loans = [loan, { ...loan, ...wrong }];
      await expect(saveDossier(database, at, { ...NO_FIELDS, loans }, actor)).rejects.toMatchObject(
        {
          code: "dossier-loan",
          params: { number: 2 },
        },
      );
    }
    await saveDossier(database, at, NO_FIELDS, actor);
    expect((await dossierOf(database, at)).fields.loans).toEqual([]);
  });

  it("refuses a change that starts from a state of yesterday, and says what happened", async () => {
    const { queries } = database;
    const at = { caseId: id, claim: claimIn("USD") };
    const { version } = await dossierOf(database, at);
    await saveDossier(database, at, NO_FIELDS, { ...actor, from: version });
    await expect(
      saveDossier(database, at, { ...NO_FIELDS, court: "x" }, { ...actor, from: version }),
    ).rejects.toMatchObject({ code: "changed-meanwhile", status: 409 });
    const seen = (await oneCase(queries, id)).version;
    await addNote(queries, id, { text: "позвонить в банк", due: "2026-12-01" }, actor);
    await expect(
      addNote(queries, id, { text: "ещё", due: null }, { ...actor, from: seen }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  it("takes what nobody can read for nothing: a dossier, a person, a source of a rate", async () => {
    const { queries } = database;
    const at = { caseId: id, claim: claimIn("USD") };
    const nothing = "\u200b\u2060";
    await saveDossier(database, at, { ...NO_FIELDS, consent: nothing, court: nothing }, actor);
    const { fields } = await dossierOf(database, at);
    expect(fields).toMatchObject({ consent: null, court: null });
    const rate = { rate: "500", day: "2026-03-05", source: nothing };
    await expect(saveDossier(database, at, { ...NO_FIELDS, rate }, actor)).rejects.toMatchObject({
      code: "dossier-rate",
    });
    const person: PersonFields = {
      role: "recruiter",
      name: "Ким Олег",
      iin: null,
      birthDate: null,
      address: nothing,
      phone: null,
      email: null,
      representative: null,
      addressKk: null,
      representativeKk: null,
      known: null,
      holderKey: null,
    };
    const { people } = await savePerson(queries, other, { id: null, person }, actor);
    expect(people.at(-1)).toMatchObject({ name: "Ким Олег", address: null });
  });

  it("keeps notes and tasks, and says who did a task", async () => {
    const { queries } = database;
    const { notes } = await peopleOfCase(queries, id);
    const [task] = notes;
    expect(task).toMatchObject({ text: "позвонить в банк", due: "2026-12-01", done: null });
    const due = async () =>
      (await deadlines(database, actor.at)).filter(({ kind }) => kind === "task");
    expect(await due()).toMatchObject([
      { day: "2026-12-01", text: "позвонить в банк", case: { id, title: "Dossier" } },
    ]);
    const done = await setNote(queries, id, { note: task?.id ?? "", done: true }, actor);
    expect(done.notes[0]?.done).toEqual({ at: actor.at, by: actor.by });
    expect(await due()).toEqual([]);
    await expect(addNote(queries, id, { text: "\u200b", due: null }, actor)).rejects.toMatchObject({
      code: "note-empty",
    });
  });

  it("takes a person out with a reason, and refuses what is no IIN and a closed case", async () => {
    const { queries } = database;
    const { people } = await peopleOfCase(queries, id);
    const [victim] = people;
    if (!victim) throw new Error("nobody was written down");
    const { id: person, at: _at, by: _by, ...fields } = victim;
    await expect(
      savePerson(queries, id, { id: person, person: { ...fields, iin: "850101400121" } }, actor),
    ).rejects.toMatchObject({ code: "person-iin" });
    await expect(removePerson(queries, id, { id: person, reason: " " }, actor)).rejects.toThrow(
      "needs a reason",
    );
    const left = await removePerson(queries, id, { id: person, reason: "ошибка" }, actor);
    expect(left.people.map((one) => one.role)).toEqual(["dropper"]);
    expect(left.proposed.map((one) => one.role)).toEqual(["victim"]);
    await updateCase(queries, id, { status: "closed" }, actor);
    await expect(
      saveDossier(database, { caseId: id, claim: claimIn("KZT") }, NO_FIELDS, actor),
    ).rejects.toMatchObject({ code: "case-closed" });
    await expect(
      savePerson(queries, id, { id: null, person: { ...fields } }, actor),
    ).rejects.toMatchObject({ code: "case-closed" });
  });
});
