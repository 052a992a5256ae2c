import { z } from "zod";
import type { News } from "../../contract/news.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import { hiddenParameters, NOTHING_HIDDEN } from "../api/hidden.ts";
import { listSources } from "../loading/sources/sources.store.ts";
import type { Database } from "../neo4j/database.ts";
import { DAY } from "../time/instant.ts";
import type { Actor } from "../versions/versions.ts";
import { watchNews } from "../watching/watch-news.store.ts";
import { movedOnIn, withClaims } from "./moved-on.store.ts";
import { openDescriptions, sureOf } from "./reports.store.ts";

/** Files that were loaded in so many days are new. */
const NEW_DAYS = 14;
const SHOWN = 20;
/** An account with more transfers is a shop or a pooled one (docs/tracing.md, Stops). */
const MOST_TRANSFERS = 3_000;

const seenRow = z.object({
  case: z.string(),
  title: z.string(),
  account: z.string(),
  holder: text,
  count,
  file: text,
  loadedAt: count,
});

const answeredRow = z.object({
  account: z.string(),
  holder: text,
  bank: text,
  from: count,
  until: count.nullable(),
  askedAt: count,
  by: z.string(),
  whole: z.boolean(),
  file: text,
  loadedAt: count,
});

/**
 * The news that files bring of older reports, open cases, requests to banks, and of what the person
 * watches. `at`: UTC milliseconds. What is `hidden` is left out.
 */
export async function newsOf(
  database: Database,
  { by, at }: Actor,
  hidden = NOTHING_HIDDEN,
): Promise<News> {
  const { queries } = database;
  const sources = (await listSources(queries))
    .filter(({ state, loadedAt }) => state === "loaded" && loadedAt >= at - NEW_DAYS * DAY)
    .map(({ id }) => id);
  const { hiddenCases } = hiddenParameters(hidden);
  const parameters = { sources, most: BigInt(MOST_TRANSFERS), limit: BigInt(SHOWN), hiddenCases };
  const answered = { sources, limit: BigInt(SHOWN) };
  const [movedOn, seenAgain, described, statements, ofWatches] = await Promise.all([
    movedOnIn(database, sources),
    queries.read("reports/seen-again", parameters, seenRow),
    openDescriptions(queries),
    queries.read("reports/answered-requests", answered, answeredRow),
    watchNews(queries, by, hidden),
  ]);
  const open = described.filter(({ report }) => !hidden.reports.has(report.id));
  const answers = open.flatMap(({ report, stolen, candidates }) =>
    candidates.length === 0
      ? []
      : {
          report: report.id,
          victim: report.victim.name,
          amount: stolen.amount,
          currency: stolen.currency,
          candidates: candidates.length,
        },
  );
  const seen = movedOn.filter(({ report }) => !hidden.reports.has(report)).slice(0, SHOWN);
  return {
    movedOn: await withClaims(queries, seen, hiddenCases),
    seenAgain,
    answers: answers.slice(0, SHOWN),
    sure: sureOf(open),
    statements,
    ...ofWatches,
  };
}
