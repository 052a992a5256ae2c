import { isUserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { lastKnown } from "../tracing/last-known.ts";
import { traceMoney } from "../tracing/trace-money.ts";
import { readNames } from "../tracing/tracing.store.ts";
import { candidatesFor } from "./candidates.store.ts";
import { stillOwed } from "./outstanding.store.ts";
import { type StoredReport, wantedOf } from "./reports.store.ts";
import { isCovered, type Standing, standingOf } from "./standing.ts";
import { stillSought } from "./still-sought.ts";

/** By first in, first out, with the range over all rules: the first hour needs one plain figure. */
const METHOD = "fifo";

/** Where the money of a report is now. Nothing found in the data yet is no error here. */
export async function standing(
  database: Database,
  report: StoredReport,
  signal?: AbortSignal,
): Promise<Standing> {
  const traces = await tracesOf(database, report.id, signal);
  const unconfirmed = report.open;
  const numbers = unconfirmed.flatMap(({ recipient }) => recipient.account ?? []);
  const known = await lastKnown(database);
  const covered = unconfirmed.filter((one) => isCovered(one, known));
  const wanted = covered.map((one) => wantedOf(report, one));
  const fitting = await candidatesFor(database.queries, wanted);
  const knowledge = {
    known,
    maybeThere: new Set([...fitting].flatMap(([key, all]) => (all.length > 0 ? [key] : []))),
    holders: await readNames(database.queries, [...new Set(numbers)]),
  };
  const found = standingOf(traces, report, unconfirmed, knowledge);
  const { returned, outstanding } = await stillOwed(database.queries, report, unconfirmed);
  return stillSought(found, returned, outstanding);
}

async function tracesOf(database: Database, id: string, signal?: AbortSignal) {
  try {
    const options = signal === undefined ? {} : { signal };
    const { traces } = await traceMoney(
      database,
      {
        reports: [id],
        transfers: [],
        victims: [],
        letGo: [],
        stopAt: [],
        method: METHOD,
        range: true,
      },
      options,
    );
    return traces;
  } catch (error) {
    if (isUserError(error) && /^trace-/.test(error.code)) return [];
    throw error;
  }
}
