import { describe, expect, it } from "vitest";
import { COMMON_WORDS } from "../../server/evidence/texts/papers/common.ts";
import { PAPER_WORDS } from "../../server/evidence/texts/papers/papers.ts";
import { textsOf } from "../../server/evidence/texts/texts.ts";
import { URGENT_WORDS } from "../../server/evidence/urgent/urgent-papers.ts";

/** Tags that print the name of a person or a body; attachments and files are none. */
const NAMES =
  /\{(?!attachments|files|sources)(?:[\w-]+\.(?:name|names|holder|representative|signer|lender)|joint|alternatives|court|lender)\}/g;
/** The beginning of a line: its condition and its mark. */
const MARKUP = /^(?:[?!*] ?[\w.-]+: ?)?(?:> |- |#+ )?/;
/** What may stand before a name: nothing, a label with its colon, a cell, a line to sign on. */
const BEFORE = /(?:^|: |\| |_{4} |^Я, |^Мен, )$/;
/** What may follow: the end, a stop, the next cell; never an ending or a postposition. */
const AFTER = /^(?:$|[.,;:]| \|)/;

/** Places where a name would have to be declined; the program never declines one. */
function declined(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const said = line.replace(MARKUP, "");
    return [...said.matchAll(NAMES)].flatMap((found) => {
      const before = said.slice(0, found.index);
      const after = said.slice(found.index + found[0].length);
      return BEFORE.test(before) && AFTER.test(after) ? [] : [line];
    });
  });
}

describe("names in papers", () => {
  it("stand in the nominative: no template puts one after a word that governs a case", () => {
    expect(declined("взыскать с {defendant.name} 5")).toHaveLength(1);
    expect(declined("с ответчика ({defendant.name}) 5")).toHaveLength(1);
    expect(declined("{victim.name} деген адам")).toHaveLength(1);
    for (const language of ["ru", "kk"] as const) {
      const all = [PAPER_WORDS, URGENT_WORDS, COMMON_WORDS].map(
        (words) => words[language].templates,
      );
      for (const [kind, text] of all.flatMap((one) => Object.entries(one)))
        expect(declined(text), `${language} ${kind}`).toEqual([]);
    }
  });

  it("are a list after a colon in sentences that the program puts together", () => {
    const name = "{victim.name}";
    for (const language of ["ru", "kk"] as const) {
      const { ground } = PAPER_WORDS[language];
      const { calculation } = textsOf(language);
      const sentences = [
        ground.joint(name, "x"),
        calculation.joint(name, "x"),
        calculation.alternatives(name),
      ];
      for (const sentence of sentences) {
        expect(declined(sentence), sentence).toEqual([]);
        // "с: Иванов" is a preposition all the same.
        expect(sentence).not.toMatch(/(?:^| )(?:с|к|у|от|для|и|в): \{/u);
      }
    }
  });
});
