import { LANGUAGES } from "../../../contract/languages.ts";
import { againstSentence, reasonSentence } from "../../../contract/texts/reason-texts.ts";
import { canonicalColumns } from "../../columns/canonical.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import { AGAINST } from "./against-checks.ts";
import { MONEY_CHECKS } from "./money-sentences.ts";
import { type Facts, factsOf } from "./sentence-facts.ts";
import type { Check } from "./sentence-figures.ts";
import { SHAPE_CHECKS } from "./shape-sentences.ts";

/** How many sentences a run says, by code, and what of them is not true of the rows. */
export interface SentenceCheck {
  readonly said: ReadonlyMap<string, number>;
  /** In words: account, code, figure, what it says and what the rows say. */
  readonly faults: readonly string[];
}

const CHECKS: Readonly<Record<string, Check>> = { ...MONEY_CHECKS, ...SHAPE_CHECKS };

/**
 * Works every figure of every sentence of a run out again from the transfers it names and the whole
 * source. A sentence that names only a part of its transfers is read as words alone. A sentence no
 * check knows is a fault.
 */
export function checkSentences(
  given: Facts["columns"],
  options: Parameters<typeof factsOf>[1],
  result: DetectionResult,
): SentenceCheck {
  const facts = factsOf(canonicalColumns(given), options, result);
  const { columns } = facts;
  const said = new Map<string, number>();
  const faults: string[] = [];
  const note = (number: string, code: string, found: readonly string[]) => {
    said.set(code, (said.get(code) ?? 0) + 1);
    for (const fault of found) faults.push(`${number} ${code}: ${fault}`);
  };
  const indexOf = (number: string) => columns.accounts.indexOf(number) as number;
  const rowsOf = (ids: readonly string[]) =>
    ids.map((id) => columns.rowOfId(id) as number).sort((a, b) => a - b);
  for (const { account: number, reasons, against } of result.findings) {
    const account = indexOf(number);
    for (const { code, params, transferIds, transferCount, oneIn } of reasons) {
      const found = wordFaults(reasonSentence, code, params);
      if (oneIn !== null && oneIn > result.ranking.length) found.push(`1 in ${oneIn}`);
      if (transferIds.length === transferCount)
        found.push(...checked(facts, { code, params, rows: rowsOf(transferIds), account }));
      note(number, code, found);
    }
    for (const { code, params } of against) {
      const check = AGAINST[code];
      const found = wordFaults(againstSentence, code, params);
      const more = check ? check(facts, { code, params, rows: [], account }) : ["no check"];
      note(number, `against ${code}`, [...found, ...more]);
    }
  }
  for (const { account: number, code, params, transferIds } of result.requests) {
    const found = wordFaults(reasonSentence, code, params);
    const count = Number(params.transfers ?? transferIds.length);
    if (count === transferIds.length)
      found.push(
        ...checked(facts, { code, params, rows: rowsOf(transferIds), account: indexOf(number) }),
      );
    note(number, code, found);
  }
  return { said, faults };
}

function checked(facts: Facts, said: Parameters<Check>[1]): readonly string[] {
  const check = CHECKS[said.code];
  return check ? check(facts, said) : ["no check"];
}

/** A sentence whose text lacks a figure stands as its bare code. */
function wordFaults(
  sentence: typeof reasonSentence,
  code: string,
  params: Parameters<Check>[1]["params"],
): string[] {
  return LANGUAGES.filter((language) => {
    const text = sentence({ code, params }, language);
    return text === code || /\{\{|NaN|Infinity|∞/.test(text);
  }).map((language) => `no sentence in ${language}`);
}
