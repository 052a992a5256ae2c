import { saysSomething } from "../../../contract/clean-text.ts";
import { IN_BOTH_LANGUAGES } from "../../../contract/dossier.ts";
import type { SharedText, SharedTexts } from "../../../contract/many-texts.ts";

/** Words that are written together: a text with the same in Kazakh, or the choice of the fee. */
export type TextName = (typeof IN_BOTH_LANGUAGES)[number][0] | "fee";

export const TEXT_NAMES: readonly TextName[] = [
  ...(["court", "circumstances", "whyNotSelf", "consent"] as const),
  ...(["fee", "feeBasis"] as const),
];

export const NO_TEXTS: SharedTexts = {
  ...{ court: null, courtKk: null, circumstances: null, circumstancesKk: null },
  ...{ whyNotSelf: null, whyNotSelfKk: null, consent: null, consentKk: null },
  ...{ fee: null, feeBasis: null, feeBasisKk: null },
};

/** The fields of such words. */
export function fieldsOf(name: TextName): readonly SharedText[] {
  return name === "fee" ? ["fee"] : (IN_BOTH_LANGUAGES.find(([own]) => own === name) ?? []);
}

/** Of a claim, by the words: fields that are filled, and those where other words stand already. */
export interface TextChange {
  readonly name: TextName;
  readonly fills: readonly SharedText[];
  readonly replaces: readonly SharedText[];
}

/** The difference that typed words make to a claim; blank ones change nothing. */
export function changesOf(typed: SharedTexts, own: SharedTexts): TextChange[] {
  const said = (field: SharedText) => (typed[field] ?? "").trim();
  return TEXT_NAMES.map((name) => {
    const fields = fieldsOf(name).filter(
      (field) => saysSomething(said(field)) && said(field) !== own[field],
    );
    return {
      name,
      fills: fields.filter((field) => own[field] === null),
      replaces: fields.filter((field) => own[field] !== null),
    };
  }).filter(({ fills, replaces }) => fills.length + replaces.length > 0);
}

/** Fields to write: empty ones, and others only where a person said so of these words. */
export function fieldsToWrite(
  changes: readonly TextChange[],
  replaced: ReadonlySet<TextName>,
): SharedText[] {
  return changes.flatMap(({ name, fills, replaces }) =>
    replaced.has(name) ? [...fills, ...replaces] : fills,
  );
}
