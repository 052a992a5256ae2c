import type { DocumentLanguage } from "../../../../contract/document-language.ts";
import { type Figures, fillIn } from "../../../../contract/texts/fill-in.ts";
import type { KnownKey } from "../../known-key.ts";
import type { Verification } from "../../verify.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { VerifyWords } from "./verify-words.ts";

const WORDS: Readonly<Record<DocumentLanguage, VerifyWords>> = { kk, ru, en };

/** The result of `verify` as a person reads it: faults, then the verdict, then whose key it is. */
export function verdictLines(
  found: Verification,
  about: {
    readonly key: KnownKey | null;
    /** The data folder the office's key was looked for in. */
    readonly folder: string;
    readonly language: DocumentLanguage;
  },
): string[] {
  const words = WORDS[about.language];
  const say = (text: string, figures: Figures) =>
    fillIn({ text }, "text", figures, about.language) ?? text;
  const { fingerprint, files, problems } = found;
  const faults = problems.map(({ code, path, message }) => {
    const sentence = words.problems?.[code] ?? message;
    return `${code.padEnd(16)} ${path}: ${sentence}`;
  });
  const foreign = found.foreign.map((name) => say(words.foreign, { name }));
  if (!found.intact || fingerprint === null)
    return [...faults, ...foreign, say(words.broken, { faults: problems.length })];
  const verdict = found.signer === "other" && about.key?.required ? words.otherKey : words.intact;
  return [
    ...faults,
    ...foreign,
    say(verdict, { files, fingerprint }),
    say(whose(found, about.key, words), {
      folder: about.folder,
      known: about.key?.fingerprint ?? "",
    }),
  ];
}

function whose(found: Verification, key: KnownKey | null, words: VerifyWords): string {
  if (key === null || found.signer === "unknown") return words.unknown;
  if (found.signer === "known") return key.from === "named" ? words.named : words.office;
  return key.from === "named" ? words.notNamed : words.notOffice;
}
