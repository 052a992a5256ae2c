import PizZip from "pizzip";
import type { PaperKind, PaperLanguage } from "../../contract/papers.ts";
import { addReports, openCase } from "../../server/cases/cases.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { papersOfCase } from "../../server/evidence/papers/papers.store.ts";
import { lettersRegister } from "../../server/measures/letters/letters-register.ts";
import { allLetters } from "../../server/measures/letters/outgoing.store.ts";
import { markSent } from "../../server/measures/letters/sent-letters.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { askedInReport } from "../../server/reports/asked-in-report.store.ts";
import { dayOf, dayText } from "../../server/time/day.ts";
import { step } from "./claim-steps.ts";
import { put, reported, actor as start } from "./late-money.ts";

/** A case whose approved claims ask banks, and its letters, for tests of outgoing letters. */

export const writer = { ...start, at: Date.now() };
export const TODAY = dayText(dayOf(writer.at));
export const FIGURES = TODAY.split("-").reverse().join(".");

export interface Paid {
  readonly to: string;
  readonly amount: string;
  readonly victim: string;
  readonly holder: string;
}

/** Each payment is a report of its own, and an approved claim: the first has number 1. */
export async function caseOf(database: Database, payments: readonly Paid[]): Promise<string> {
  const { queries } = database;
  const reports: string[] = [];
  for (const [at, { to, amount, victim, holder }] of payments.entries()) {
    const n = at + 1;
    const transfer = [`t${n}`, `W${n}`, to, amount, 5] as const;
    const people = [`W${n},,${victim}`, `${to},,${holder}`];
    await put(database, `paid${n}`, [transfer], [reported(`R${n}`, `W${n}`, `t${n}`)], people);
    reports.push(`R${n}`);
  }
  const [first = "", ...others] = reports;
  const { id } = await openCase(queries, { title: "Letters", reports: [first] }, writer);
  await openClaims(queries, id, writer);
  for (const report of others) {
    await addReports(queries, id, [report], writer);
    await openClaims(queries, id, writer);
  }
  for (const [at] of payments.entries())
    await step(database, { caseId: id, claim: `${id}-${at + 1}` }, writer, "review", "approved");
  return id;
}

/** The papers by folder and name, as the page makes them of some claims of a case. */
export async function papersBy(
  database: Database,
  caseId: string,
  wanted: {
    readonly kinds: readonly PaperKind[];
    /** Their numbers in the case. */
    readonly claims: readonly number[];
    readonly language?: PaperLanguage;
  },
): Promise<Map<string, Buffer>> {
  const { kinds, claims, language = "ru" } = wanted;
  const made = await papersOfCase(database, caseId, {
    ...{ kinds, language, formats: ["docx"], by: writer.by, together: true },
    ...{ register: lettersRegister(database), claims: claims.map((n) => `${caseId}-${n}`) },
  });
  return new Map(
    [...made].flatMap(([folder, files]) =>
      files.map(({ fileName, body }) => [`${folder.replace(`${caseId}-`, "")}/${fileName}`, body]),
    ),
  );
}

/** The words of a DOCX file, a paragraph a line. */
export function wordsOf(body: Uint8Array | undefined): string {
  return (new PizZip(body ?? Buffer.of()).file("word/document.xml")?.asText() ?? "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");
}

export const lettersOf = ({ queries }: Database, filter: Parameters<typeof allLetters>[1] = {}) =>
  allLetters(queries, filter, TODAY);

export const sendLetter = (database: Database, id: string, paper: string) =>
  markSent(database, id, { day: TODAY, paper, how: null }, writer, askedInReport);
