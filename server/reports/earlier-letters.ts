import type { z } from "zod";
import { isUnsent } from "../../contract/measures.ts";
import { type PaperLanguage, paperLanguage } from "../../contract/papers.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { EarlierLetter } from "../evidence/urgent/sent-before.ts";
import type { UrgentLetter } from "../evidence/urgent/urgent-papers.ts";
import { keptLetters } from "../measures/letters/kept-letters.store.ts";
import { dayText } from "../time/day.ts";
import type { measureRow } from "./deadlines.store.ts";
import { letterKindOf } from "./letters-as-measures.ts";

type Known = z.infer<typeof measureRow>;

/**
 * The letters that the bank was sent before of the same kind, the newest first, each with what it
 * said of its accounts. `state` is that of the letter to be written, which is none of them.
 */
export async function earlierLetters(
  queries: Queries,
  known: readonly Known[],
  { kind, bank }: UrgentLetter,
  of: { readonly state: string; readonly language: PaperLanguage },
): Promise<EarlierLetter[]> {
  const sent = known.filter(
    (one) =>
      one.claim === null &&
      one.letter === letterKindOf(kind) &&
      one.bank === bank &&
      !isUnsent(one) &&
      one.state !== null &&
      one.state !== of.state,
  );
  const states = [...new Set(sent.flatMap(({ state }) => state ?? []))];
  const found: EarlierLetter[] = [];
  for (const state of states) {
    const { paper = null, day = 0 } = sent.find((one) => one.state === state) ?? {};
    if (paper === null) continue;
    const asked = await askedIn(queries, state, of.language);
    if (asked !== null) found.push({ number: paper, day: dayText(day), ...asked });
  }
  return found;
}

/** Sums are words of one language: in another one only the accounts are compared. */
async function askedIn(
  queries: Queries,
  state: string,
  language: PaperLanguage,
): Promise<Pick<EarlierLetter, "accounts" | "sums"> | null> {
  for (const one of [language, ...paperLanguage.options.filter((other) => other !== language)]) {
    const kept = (await keptLetters(queries, [state], one)).get(state);
    const rows = kept?.values.lists["bank-accounts"];
    if (rows === undefined) continue;
    const accounts = rows.flatMap(({ number }) => number ?? []);
    const sums = one === language ? rows : [];
    return { accounts, sums: sums.map(({ number, amount }) => [number ?? "", amount ?? ""]) };
  }
  return null;
}
