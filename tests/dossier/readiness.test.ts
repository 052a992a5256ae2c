import { describe, expect, it } from "vitest";
import { NOBODY } from "../../contract/dossier.ts";
import type { Role } from "../../contract/user-roles.ts";
import { NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import {
  missing,
  type ReadinessFacts,
  readiness,
  untranslatedIn,
} from "../../server/dossier/readiness.ts";
import { refuseUnready } from "../../server/dossier/unready.ts";

const known = {
  name: "Сапарова Айгүл",
  iin: "850101400120",
  birthDate: "1985-01-01",
  address: "г. Алматы",
  phone: "7011112233",
  email: "a@example.kz",
  representative: null,
};
const WHOLE: ReadinessFacts = {
  victim: known,
  defendant: { ...known, phone: null },
  coDefendants: [],
  court: "Медеуский районный суд города Алматы",
  consent: "заявление от 01.03.2026",
  whyNotSelf: "пенсионерка",
  circumstances: "перевела деньги по звонку",
  price: 100_00n,
  penalty: null,
  untranslated: [],
  fee: "exempt",
  feeBasis: "ст. 616",
  reports: ["25750011"],
  sources: [{ requestNumber: "12/3", requestDate: "2026-03-01", sanctionedBy: "прокурор" }],
  day: "2026-11-29",
};
const codes = (facts: ReadinessFacts) => missing(readiness(facts)).map((one) => one.code);
const without = (change: Partial<ReadinessFacts>) => codes({ ...WHOLE, ...change });

describe("readiness of a claim for the court", () => {
  it("names nothing where everything articles 148 and 149 ask is there", () => {
    expect(codes(WHOLE)).toEqual([]);
  });

  it("names each thing that is missing, and only that", () => {
    expect(without({ court: null })).toEqual(["court"]);
    expect(without({ consent: null })).toEqual(["consent"]);
    expect(without({ price: null })).toEqual(["price"]);
    // Everything came back: there is nothing to ask of the court.
    expect(without({ price: 0n })).toEqual(["price"]);
    expect(without({ whyNotSelf: null })).toEqual(["why-not-self"]);
    expect(without({ victim: { ...known, birthDate: null } })).toEqual(["claimant-birth-date"]);
    expect(without({ victim: { ...known, address: null } })).toEqual(["claimant-address"]);
    expect(without({ defendant: { ...known, address: null } })).toEqual(["defendant-address"]);
    expect(without({ price: null })).toEqual(["price"]);
    expect(without({ reports: [] })).toEqual(["report"]);
    // What nobody can read is not there.
    expect(without({ consent: "\u200b\u3164" })).toEqual(["consent"]);
    const sources = [{ ...WHOLE.sources[0], sanctionedBy: "\u200b" }] as ReadinessFacts["sources"];
    expect(without({ sources })).toEqual(["statements"]);
    expect(without({ fee: null })).toEqual(["fee"]);
    expect(without({ feeBasis: null })).toEqual(["fee"]);
    expect(without({ fee: "pay", feeBasis: null })).toEqual([]);
  });

  it("asks for the representative of a minor defendant, and keeps no claim back for it", () => {
    const of = (change: Partial<typeof known>) =>
      readiness({ ...WHOLE, defendant: { ...known, ...change } }).find(
        ({ code }) => code === "defendant-representative",
      );
    expect(of({})).toMatchObject({ asked: "no" });
    // Nobody has written the day of birth: the IIN says it.
    const minor = { birthDate: null, iin: "100203500126" } as unknown as Partial<typeof known>;
    expect(of(minor)).toMatchObject({ asked: "if-known", state: "missing" });
    expect(missing(readiness({ ...WHOLE, defendant: { ...known, ...minor } }))).toEqual([]);
  });

  it("names the language in which something that a person wrote would be a blank", () => {
    const fields = { ...NO_FIELDS, court: "Талгарский районный суд" };
    expect(untranslatedIn(fields, [])).toEqual(["kk"]);
    expect(untranslatedIn({ ...fields, courtKk: "Талғар аудандық соты" }, [])).toEqual([]);
    const party = { ...NOBODY, address: "Алматы облысы, Талғар қаласы" };
    expect(untranslatedIn(NO_FIELDS, [party])).toEqual(["ru"]);
    const items = readiness({ ...WHOLE, untranslated: ["kk"] });
    expect(items.find(({ code }) => code === "texts-in-kazakh")?.state).toBe("missing");
    expect(items.find(({ code }) => code === "texts-in-russian")?.state).toBe("there");
    expect(missing(items)).toEqual([]);
  });

  it("shows a missing e-mail of the claimant, and keeps no claim back for it", () => {
    const victim = { ...known, email: null };
    const items = readiness({ ...WHOLE, victim });
    expect(items.find(({ code }) => code === "claimant-email")?.state).toBe("missing");
    expect(without({ victim })).toEqual([]);
  });

  it("asks of every bank file the request, its date and the sanction", () => {
    const [source] = WHOLE.sources;
    if (!source) throw new Error("no source");
    expect(without({ sources: [] })).toEqual(["statements"]);
    for (const field of ["requestNumber", "requestDate", "sanctionedBy"] as const)
      expect(without({ sources: [source, { ...source, [field]: null }] })).toEqual(["statements"]);
  });

  it("asks for a minor's representative and not for consent, until the eighteenth birthday", () => {
    const victim = { ...known, birthDate: "2010-02-03" };
    expect(without({ victim, consent: null })).toEqual(["representative"]);
    const represented = { ...victim, representative: "мать, Сапарова Г." };
    expect(without({ victim: represented, consent: null })).toEqual([]);
    expect(without({ victim: represented, consent: null, day: "2028-02-03" })).toEqual(["consent"]);
  });

  it("names article 54 beside what a prosecutor's claim for a citizen needs", () => {
    const of54 = readiness(WHOLE).filter(({ article }) => article.includes("54"));
    expect(of54.map((one) => one.code)).toEqual(["representative", "why-not-self", "consent"]);
  });

  it("does not block for what the code asks only if it is known", () => {
    expect(without({ defendant: { ...known, iin: null, birthDate: null } })).toEqual([]);
    const items = readiness({ ...WHOLE, defendant: { ...known, iin: null } });
    expect(items.find((one) => one.code === "defendant-iin")?.state).toBe("missing");
  });
});

describe("a claim that lacks what the court asks", () => {
  const lacking = readiness({ ...WHOLE, consent: null, fee: null });
  const approve = (role: Role, reason: string | null) => () =>
    refuseUnready("C1-1", lacking, { role, reason });

  it("is not approved, and what is missing is named", () => {
    expect(approve("prosecutor", "hurry")).toThrow(
      expect.objectContaining({
        code: "claim-not-ready",
        status: 409,
        params: { claim: "C1-1", missing: "consent, fee", count: 2 },
      }),
    );
    expect(() =>
      refuseUnready("C1-1", readiness(WHOLE), { role: "prosecutor", reason: null }),
    ).not.toThrow();
  });

  it("is approved all the same by the head of the office, who says why", () => {
    expect(approve("head", "the consent comes by post")).not.toThrow();
    for (const reason of [null, " ", "\u200b"])
      expect(approve("head", reason)).toThrow("lacks what the court asks");
  });
});
