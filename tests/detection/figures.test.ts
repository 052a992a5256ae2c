import { describe, expect, it } from "vitest";
import { ASSIGNED } from "../../contract/detection.ts";
import { LANGUAGES } from "../../contract/languages.ts";
import { reasonSentence } from "../../contract/texts/reason-texts.ts";
import { readSource } from "../../server/detection/measuring/read-source.ts";
import { refuseUnsayable } from "../../server/detection/ranking/sayable.ts";
import { detect } from "../../server/detection/run/detect.ts";
import { storedReasons } from "../../server/detection/store/stored-rows.ts";

const source = await readSource("tests/e2e/case-1");
const found = detect(source.columns, {
  since: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  reports: source.reports,
  statements: source.statements ?? [],
  listed: [],
});
const reasons = found.findings.flatMap(({ account, reasons: own }) =>
  own.map((reason) => ({ ...reason, account })),
);

describe("figures of the reasons in a case of statements asked for one by one", () => {
  it("are numbers, for every account and every code", () => {
    expect(reasons.length).toBeGreaterThan(50);
    const said = [
      ...reasons,
      ...found.requests,
      ...found.findings.flatMap((one) => one.against.map((a) => ({ ...a, account: one.account }))),
    ];
    const faults = said.flatMap(({ account, code, params }) =>
      Object.entries(params)
        .filter(([, value]) => typeof value === "number" && !Number.isFinite(value))
        .map(([name, value]) => `${account} ${code}.${name} = ${value}`),
    );
    expect(faults).toEqual([]);
    for (const { code, params } of reasons)
      for (const language of LANGUAGES)
        expect(reasonSentence({ code, params }, language)).not.toMatch(/Infinity|∞|NaN|\b0\s₸/);
  });

  it("give a rarity only where it was measured, and never beyond the accounts compared", () => {
    for (const { family, oneIn } of reasons)
      if (ASSIGNED.has(family)) expect(oneIn).toBeNull();
      else expect(oneIn).toBeLessThanOrEqual(found.ranking.length);
    const codes = new Set(reasons.filter(({ oneIn }) => oneIn === null).map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(["stolen-first", "stolen-later"]));
  });
});

describe("a figure that is no number", () => {
  const [account] = found.findings;
  if (account === undefined) throw new Error("nothing was found");
  const [reason] = account.reasons;
  if (reason === undefined) throw new Error("no reason was given");
  const broken = { ...reason, code: "stolen-later", params: { hop: Number.POSITIVE_INFINITY } };

  it("ends the search, naming sentence and figure", () => {
    const finding = { ...account, reasons: [broken] };
    const words = /stolen-later of account \S+ has no figure hop: Infinity/;
    expect(() => refuseUnsayable({ ...found, findings: [finding] })).toThrow(words);
    const against = { ...account, against: [{ code: "long-open", params: { years: Number.NaN } }] };
    expect(() => refuseUnsayable({ ...found, findings: [against] })).toThrow(/long-open.*years/);
    const [request] = found.requests;
    if (request === undefined) throw new Error("no statement is asked for");
    const asked = { ...request, params: { accounts: Number.NaN } };
    expect(() => refuseUnsayable({ ...found, requests: [asked] })).toThrow(/accounts/);
    expect(() => refuseUnsayable(found)).not.toThrow();
  });

  it("that an older version stored as null leaves its reason out and the others to be read", () => {
    const stored = JSON.stringify([broken, { ...reason, family: "night", oneIn: 40 }]);
    expect(stored).toContain('"hop":null');
    expect(storedReasons.parse(stored).map(({ family }) => family)).toEqual(["night"]);
  });

  it("in a stored rarity of assigned points is left out", () => {
    const stored = JSON.stringify([{ ...reason, family: "reports", oneIn: 1_000_000 }]);
    expect(storedReasons.parse(stored).map(({ oneIn }) => oneIn)).toEqual([null]);
  });
});
