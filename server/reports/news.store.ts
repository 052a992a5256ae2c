import { z } from "zod";
import type { News } from "../../contract/reports.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { listSources } from "../loading/sources/sources.store.ts";
import { DAY } from "../time/instant.ts";
import { openDescriptions } from "./reports.store.ts";

/** Files that were loaded in so many days are new. */
const NEW_DAYS = 14;
const SHOWN = 20;
/** An account with more transfers is a shop or a pooled one (docs/tracing.md, Stops). */
const MOST_TRANSFERS = 3_000;

const movedRow = z.object({
  report: z.string(),
  victim: text,
  account: z.string(),
  holder: text,
  count,
  amount: minorUnits.transform(String),
  currency: z.string(),
  file: text,
  loadedAt: count,
});
const seenRow = z.object({
  case: z.string(),
  title: z.string(),
  account: z.string(),
  holder: text,
  count,
  file: text,
  loadedAt: count,
});

/** What new files say of older reports and open cases. `at`: UTC milliseconds. */
export async function newsOf(queries: Queries, at: number): Promise<News> {
  const sources = (await listSources(queries))
    .filter(({ state, loadedAt }) => state === "loaded" && loadedAt >= at - NEW_DAYS * DAY)
    .map(({ id }) => id);
  const parameters = { sources, most: BigInt(MOST_TRANSFERS), limit: BigInt(SHOWN) };
  const [movedOn, seenAgain, described] = await Promise.all([
    queries.read("reports/moved-on", parameters, movedRow),
    queries.read("reports/seen-again", parameters, seenRow),
    openDescriptions(queries),
  ]);
  const answers = described.flatMap(({ report, stolen, candidates }) =>
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
  return { movedOn, seenAgain, answers: answers.slice(0, SHOWN) };
}
