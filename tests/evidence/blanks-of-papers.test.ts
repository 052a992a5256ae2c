import { describe, expect, it } from "vitest";
import type { PaperLanguage } from "../../contract/papers.ts";
import { type ClaimDossier, NO_FIELDS } from "../../server/dossier/dossier.store.ts";
import { type Block, textOf } from "../../server/evidence/papers/blocks.ts";
import { filledIn, type Values } from "../../server/evidence/papers/markup.ts";
import { type PaperFacts, paperValues } from "../../server/evidence/papers/values.ts";
import { COMMON_WORDS } from "../../server/evidence/texts/papers/common.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { URGENT_WORDS } from "../../server/evidence/urgent/urgent-papers.ts";
import { docx, LANGUAGES, paperFacts } from "../support/written-papers.ts";

/** Letters over several claims have the words of those of one, and their own. */
function commonOf(language: PaperLanguage) {
  const { templates, blanks } = COMMON_WORDS[language];
  return { templates, blanks: { ...PAPER_WORDS[language].blanks, ...blanks } };
}

/** Every template of every paper, with the words for its blanks. */
const TEMPLATES = LANGUAGES.flatMap((language) =>
  [PAPER_WORDS[language], URGENT_WORDS[language], commonOf(language)].flatMap(
    ({ templates, blanks }) =>
      Object.entries(templates).map(([kind, text]) => ({ language, kind, text, blanks })),
  ),
);

const TAG = /\{([^{}]*)\}/g;

/** The paper of which nothing at all is known: each line is printed, each tag is a blank. */
function empty(text: string, blanks: Values["blanks"]): Block[] {
  const every = text.replace(/^[?!] ?[\w.-]+: ?/gm, "");
  const tags = [...every.matchAll(TAG)].map((match) => match[1] ?? "");
  const named = [...every.matchAll(/^\* ([\w.-]+):/gm)].map((match) => match[1] ?? "");
  const rows = [...every.matchAll(/^\|.*\n\|.*?\{([\w-]+)\./gm)].map((match) => match[1] ?? "");
  const element = new Proxy({}, { get: () => null });
  const lists = Object.fromEntries([...named, ...rows].map((name) => [name, [element]]));
  const fields = Object.fromEntries(tags.map((tag) => [tag, null]));
  return filledIn({ path: "x", text: every }, { fields, lists, blanks });
}

const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().map(textOf) : [textOf(block.runs)],
  );

const blankRuns = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows.flat(2) : block.runs))
    .filter(({ blank }) => blank);

describe("the blanks of every paper", () => {
  it.each(TEMPLATES)("say in words what belongs there: $language $kind", ({ text, blanks }) => {
    const tags = [...text.matchAll(TAG)].map((match) => match[1] ?? "");
    const numbers = (tag: string) => tag.endsWith(".n");
    expect(tags.filter((tag) => !numbers(tag) && blanks[tag] === undefined)).toEqual([]);
    for (const { text: said } of blankRuns(empty(text, blanks))) expect(said).not.toMatch(/[a-z]/);
  });

  it.each(TEMPLATES)("stand in no brackets of brackets: $language $kind", ({ text, blanks }) => {
    for (const line of linesOf(empty(text, blanks))) expect(line).not.toMatch(/\([^)]*\(/);
  });

  it("have a name for every field that a template of an office may name", () => {
    for (const language of LANGUAGES) {
      const { fields, blanks } = paperValues(paperFacts(), language);
      expect(Object.keys(fields).filter((name) => blanks[name] === undefined)).toEqual([]);
    }
  });

  it("show no name of the program even where nobody gave it words", () => {
    const values = { fields: { "new.field": null }, lists: {}, blanks: {} };
    const [block] = filledIn({ path: "x", text: "Цена: {new.field} ({new.field})." }, values);
    expect(block?.kind === "paragraph" && textOf(block.runs)).toBe(
      "Цена: ____________ (____________).",
    );
  });
});

describe("a claim in another currency", () => {
  const rate = { rate: "540.00", day: "2026-11-30", source: "официальный курс (среднее)" };
  const of = (fields: Partial<ClaimDossier["fields"]>, more: Partial<ClaimDossier> = {}) => {
    const facts = paperFacts({ fields: { ...NO_FIELDS, ...fields }, ...more });
    return { ...facts, claim: { ...facts.claim, currency: "USD" } };
  };
  const said = async (facts: PaperFacts, language: PaperLanguage) => {
    const kinds = ["claim-statement", "calculation"] as const;
    const made = await Promise.all(kinds.map((kind) => docx(facts, kind, language)));
    return made.map(([paper]) => paper?.lines.join("\n") ?? "");
  };

  it("asks the court for its sum, and names it in tenge as far as the rate is known", async () => {
    const known = of({ rate }, { price: 540_000_00n });
    const [ru = "", calculation = ""] = await said(known, "ru");
    expect(ru).toContain(
      "1\u00a0000,00 USD (одна тысяча долларов США 00 центов), что по курсу 540,00 тенге на 30.11.2026 составляет 540\u00a0000,00 тенге.",
    );
    for (const paper of [ru, calculation])
      expect(paper).toContain("Источник курса: официальный курс (среднее).");
    const [kk = ""] = await said(known, "kk");
    expect(kk).toContain(
      "өндіріп алуды, бұл 30.11.2026 күнгі 540,00 теңге бағамымен есептегенде — 540\u00a0000,00 теңге.",
    );
    expect(kk).toContain("Бағамның көзі: ____________ (бағамның көзі).");
    const [unknown = ""] = await said(of({}, { price: null }), "ru");
    expect(unknown).not.toContain("по курсу");
  });
});
