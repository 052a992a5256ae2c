import { z } from "zod";
import { isUnsent, measureKind } from "../../contract/measures.ts";
import type { ReportKept, reportCorrections } from "../../contract/report-corrections.ts";
import { MOST_STOLEN, type ReportWords, reportWords } from "../../contract/report-entry.ts";
import { count, nothing, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import type { Asker } from "../api/handlers.ts";
import { unknown } from "../cases/unknown.ts";
import { joinReports, type ReportFacts } from "../loading/record/report-facts.ts";
import { readSourceFacts } from "../loading/record/source-facts.ts";
import { findSource, type StoredSource } from "../loading/sources/sources.store.ts";

/** An entered report, what it said before, and what a change of it depends on. */

const enteredRow = z.object({
  facts: z.array(z.string()),
  sources: z.array(z.string()),
  confirmed: z.boolean(),
  claims: z.array(z.string()),
  measures: z.array(
    z.object({ id: z.string(), version: count, kind: measureKind, paper: text, file: text }),
  ),
});
const wordsRow = z.object({
  what: z.enum(["corrected", "taken-out"]),
  until: count,
  by: z.string(),
  reason: z.string(),
  author: z.string(),
  words: z.string().transform((json) => reportWords.parse(JSON.parse(json))),
});
type WordsBefore = z.output<typeof wordsRow>;

export interface EnteredState {
  readonly id: string;
  /** null = it came in a table with others, or with more than a form holds. */
  readonly entry: ReportWords | null;
  /** The file that the form made; null where `entry` is. */
  readonly source: StoredSource | null;
  readonly confirmed: boolean;
  readonly claims: readonly string[];
  /** Letters that nobody marked as sent. */
  readonly unsent: readonly { readonly id: string; readonly version: number }[];
  /** A letter was sent, or something else was done about the report. */
  readonly answered: boolean;
  /** The newest first. */
  readonly before: readonly WordsBefore[];
}

export async function enteredState(queries: Queries, id: string): Promise<EnteredState> {
  const [row] = await queries.read("reports/entered", { id }, enteredRow);
  if (!row) throw unknown("crime report", id);
  const [only, ...others] = row.sources;
  const found =
    only === undefined || others.length > 0 ? undefined : await findSource(queries, only);
  const entry = found === undefined ? null : entryOf(row.facts, found);
  return {
    id,
    entry,
    source: entry === null ? null : (found ?? null),
    ...resting(row),
    before: await queries.read("reports/words", { id }, wordsRow),
  };
}

/** Decisions, claims and measures that rest on a report. */
type Resting = Pick<EnteredState, "confirmed" | "claims" | "unsent" | "answered">;

/** The same as it is now, within a transaction. */
export async function restingOn(asking: TransactionQueries, id: string): Promise<Resting> {
  const [row] = await asking.run("reports/entered", { id }, enteredRow);
  if (!row) throw unknown("crime report", id);
  return resting(row);
}

function resting({ confirmed, claims, measures }: z.output<typeof enteredRow>): Resting {
  const unsent = measures.filter(isUnsent);
  return {
    confirmed,
    claims,
    unsent: unsent.map(({ id: measure, version }) => ({ id: measure, version })),
    answered: measures.length > unsent.length,
  };
}

/** The report as a form holds it; null where its file says more than the form could. */
function entryOf(facts: readonly string[], source: StoredSource): ReportWords | null {
  const said = readSourceFacts<ReportFacts>(facts)
    .map((one) => one.facts)
    .reduce(joinReports);
  const stolen = said.stolen ?? [];
  const victims = said.victims ?? [];
  // A row that is no transfer of this report is one of another report of the same file.
  const isAlone = source.rejected === 0 && source.loaded === stolen.length;
  if (!isAlone || victims.length > 1 || stolen.length > MOST_STOLEN) return null;
  const read = reportWords.safeParse({
    reportedAt: said.reportedAt ?? source.loadedAt,
    victim: {
      name: said.victimName ?? null,
      iin: said.victimIin ?? null,
      account: victims[0] ?? null,
    },
    lure: said.lure ?? null,
    stolen: stolen.map(({ id, amount, currency, at, dayOnly, ...paid }) => ({
      amount,
      currency: currency ?? "KZT",
      at: at ?? null,
      dayOnly: dayOnly ?? false,
      transferId: id,
      recipient: {
        account: paid.account ?? null,
        name: paid.name ?? null,
        phone: paid.phone ?? null,
        bank: paid.bank ?? null,
      },
    })),
  });
  return read.success ? read.data : null;
}

type Person = Pick<Asker, "login" | "role">;

/** null = this person may correct it. */
export function notCorrected(state: EnteredState, person: Person): ReportKept | null {
  if (state.entry === null) return "table";
  if (person.role === "head") return null;
  if (!isAuthor(state, person)) return "author";
  if (state.confirmed) return "confirmed";
  return state.claims.some((status) => status !== "draft") ? "claimed" : null;
}

/** null = this person may take it out. */
export function notTakenOut(state: EnteredState, person: Person): ReportKept | null {
  if (state.entry === null) return "table";
  if (person.role !== "head" && !isAuthor(state, person)) return "author";
  if (state.claims.length > 0) return "claim";
  return state.answered ? "sent" : null;
}

/** Whoever entered it first, or corrected it since. */
function isAuthor({ source, before }: EnteredState, { login }: Person): boolean {
  return source?.loadedBy === login || before.some(({ author }) => author === login);
}

/** The report as its page asks for it. */
export async function shownEntry(
  queries: Queries,
  id: string,
  person: Person,
): Promise<z.input<typeof reportCorrections.entered.answer>> {
  const state = await enteredState(queries, id);
  return {
    version: state.before.length,
    entry: state.entry,
    notCorrected: notCorrected(state, person),
    notTakenOut: notTakenOut(state, person),
    changes: state.before.map(({ what, until: at, by, reason, words: was }) => ({
      ...{ what, at, by, reason, was },
    })),
  };
}

/** Keeps what stood in the report until now. `iin`: the victim's number from now on. */
export async function keepWords(
  asking: TransactionQueries,
  { id, entry, source, before }: EnteredState,
  change: {
    readonly what: WordsBefore["what"];
    readonly reason: string;
    readonly by: string;
    readonly at: number;
    readonly iin: string | null;
  },
): Promise<void> {
  const { at, ...rest } = change;
  const fields = {
    ...rest,
    report: id,
    number: BigInt(before.length + 1),
    until: BigInt(at),
    author: source?.loadedBy ?? "",
    words: JSON.stringify(entry),
  };
  await asking.run("reports/save-words", { fields }, nothing);
}

/** Why the report was changed last; empty where nobody changed it. */
export async function lastReason(queries: Queries, id: string): Promise<string> {
  const [last] = await queries.read("reports/words", { id }, wordsRow);
  return last?.reason ?? "";
}
