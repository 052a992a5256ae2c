import type { z } from "zod";
import { isUnsent } from "../../contract/measures.ts";
import type { PaperFormat, PaperLanguage } from "../../contract/papers.ts";
import type { FileAnswer } from "../api/handlers.ts";
import { unknown } from "../cases/unknown.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { daysOff } from "../dossier/tables/holidays.ts";
import type { SentAs } from "../evidence/papers/outgoing.ts";
import {
  sentAnew,
  type UrgentFacts,
  type UrgentLetter,
  type UrgentTerms,
  urgentPaper,
} from "../evidence/urgent/urgent-papers.ts";
import { keptWords, letterNotSent, printedFile } from "../measures/letters/kept-letters.store.ts";
import { sendingOf } from "../measures/letters/letters-register.ts";
import type { Database } from "../neo4j/database.ts";
import { dayNumber, dayText } from "../time/day.ts";
import type { IsDayOff } from "../time/working-days.ts";
import { measureRow } from "./deadlines.store.ts";
import { letterKindOf, sumsOf, urgentKindOf } from "./letters-as-measures.ts";
import { isSame } from "./recorded-letters.store.ts";
import { termsFrom } from "./terms.ts";

/**
 * How this letter was sent: on the day of these letters, or, where a person gave them no day, on an
 * earlier one. Another letter to the same bank was not.
 */
export function sentAs(
  known: readonly z.infer<typeof measureRow>[],
  { letter, state }: { readonly letter: UrgentLetter; readonly state: string },
  { lender, day }: Pick<UrgentFacts, "lender" | "day">,
  given: string | undefined,
): SentAs | undefined {
  const bank = letter.kind === "loan" ? lender : letter.bank;
  const sums = sumsOf(letter.places);
  const isThis = (one: (typeof known)[number]) =>
    sums.length === 0
      ? isSame(one, state, null)
      : sums.some(
          ({ amount, currency }) => one.currency === currency && isSame(one, state, amount),
        );
  const sent = known.filter(
    (one) =>
      one.claim === null &&
      one.letter === letterKindOf(letter.kind) &&
      one.bank === bank &&
      one.paper !== null &&
      !isUnsent(one) &&
      !one.outdated &&
      isThis(one),
  );
  const found =
    sent.find((one) => dayText(one.day) === day) ?? (given === undefined ? sent[0] : undefined);
  return found === undefined ? undefined : sendingOf(found);
}

/** The last days of the terms that began when the letter was sent. */
export function termsOf({ day, due }: SentAs, isOff: IsDayOff): UrgentTerms {
  const terms = termsFrom(dayNumber(day) ?? 0, isOff);
  return { ...terms, block: due ?? terms.block };
}

/** A letter of a report that was sent, as it left the office, with its number and day. */
export async function sentLetter(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  { report, letter: id }: { readonly report: string; readonly letter: string },
  wanted: { readonly language?: PaperLanguage | undefined; readonly format: PaperFormat },
): Promise<FileAnswer> {
  const rows = await queries.read("reports/measures", { report }, measureRow);
  const found = rows.find((one) => one.id === id);
  const kind = found?.letter == null ? undefined : urgentKindOf(found.letter);
  if (found === undefined || kind === undefined || found.claim !== null)
    throw unknown("letter", id, "Look it up among the letters again.");
  if (isUnsent(found)) throw letterNotSent(id);
  const of = { id, state: found.state, languages: found.languages ?? [] };
  const { language, written } = await keptWords(queries, of, wanted.language);
  const sent = sendingOf(found);
  const isOff = daysOff((await legalTables(dataDir)).moved);
  const formats = [wanted.format];
  const files = await urgentPaper(sentAnew(written, sent, termsOf(sent, isOff)), {
    ...{ kind, language, formats, day: sent.day, sent },
  });
  return printedFile(id, wanted.format, files);
}
