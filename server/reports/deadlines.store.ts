import { z } from "zod";
import { documentLanguage } from "../../contract/document-language.ts";
import { letterKind } from "../../contract/letter-facts.ts";
import { IN_WORKING_DAYS, isUnsent, measureKind } from "../../contract/measures.ts";
import type { Deadline } from "../../contract/reports.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import { hiddenParameters, NOTHING_HIDDEN } from "../api/hidden.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { daysOff } from "../dossier/tables/holidays.ts";
import type { Database } from "../neo4j/database.ts";
import { dayOf, dayText } from "../time/day.ts";
import { type IsDayOff, workingDaysUntil } from "../time/working-days.ts";

/** A measure as the queries of this room return it. */
export const measureRow = z.object({
  id: z.string(),
  kind: measureKind,
  bank: text,
  day: count,
  due: count.nullish(),
  amount: minorUnits.nullish(),
  currency: text,
  case: text,
  report: text,
  paper: text,
  /** Of the prosecutor; only of the measures of one report. */
  sanction: text,
  sanctionDay: count.nullish(),
  file: text,
  claim: text,
  letter: letterKind.nullish(),
  /** Those it was made in before it left; only of the measures of one report. */
  languages: z.array(documentLanguage).nullish(),
  /** Hash of the letter; only of the measures of one report. */
  state: text,
  version: count,
  outdated: z.boolean(),
});

/** So many days ahead and back. */
const AHEAD = 14;
const BACK = 7;
const SHOWN = 50;
/** Further than any last day that somebody writes down. */
const EVER = 100_000;

/** Of one case every last day, else those that are near on the day of `at`. */
export async function deadlinesOf(
  database: Database,
  caseId: string | null,
  at: number,
  hidden = NOTHING_HIDDEN,
): Promise<Deadline[]> {
  const today = dayOf(at);
  const [back, ahead] = caseId === null ? [BACK, AHEAD] : [EVER, EVER];
  const rows = await database.queries.read(
    "reports/deadlines",
    {
      from: BigInt(today - back),
      until: BigInt(today + ahead),
      case: caseId,
      ...hiddenParameters(hidden),
      limit: BigInt(SHOWN),
    },
    measureRow,
  );
  const isOff = await calendar(database);
  return rows.map((one) => shown(one, today, isOff));
}

/** Measures that answer a report, the newest first behind what nobody sent yet. */
export async function measuresOfReport(
  database: Database,
  report: string,
  at: number,
): Promise<Deadline[]> {
  const rows = await database.queries.read("reports/measures", { report }, measureRow);
  if (rows.length === 0) return [];
  const isOff = await calendar(database);
  return rows.map((one) => shown(one, dayOf(at), isOff)).sort(toSendFirst);
}

/** Letters that have to leave stand first, by their day; the others as they were. */
function toSendFirst(one: Deadline, other: Deadline): number {
  const [first, second] = [one, other].map(({ unsent, due }) =>
    unsent && due !== null ? due : "9999",
  );
  return (first ?? "").localeCompare(second ?? "");
}

async function calendar({ dataDir }: Database): Promise<IsDayOff> {
  return daysOff((await legalTables(dataDir)).moved);
}

function shown(
  {
    day,
    due,
    amount,
    paper: _paper,
    file: _file,
    state: _state,
    letter,
    ...measure
  }: z.infer<typeof measureRow>,
  today: number,
  isOff: IsDayOff,
): Deadline {
  const working = due != null && IN_WORKING_DAYS.has(measure.kind);
  return {
    ...measure,
    letter: letter ?? null,
    unsent: isUnsent(measure),
    amount: amount == null ? null : amount.toString(),
    day: dayText(day),
    due: due == null ? null : dayText(due),
    daysLeft: due == null ? null : due - today,
    workingDaysLeft: working ? workingDaysUntil(today, due, isOff) : null,
  };
}
