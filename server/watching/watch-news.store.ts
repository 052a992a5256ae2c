import { z } from "zod";
import type { newHits, seenAgain } from "../../contract/watching.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Hidden } from "../api/hidden.ts";
import { hitsOf, keyOf, shownWatch, watchesOf, watchRow } from "./watches.store.ts";

/** An account with more transfers is a shop or a pooled one (docs/tracing.md, Stops). */
const MOST_TRANSFERS = 50_000;
/** New hits of a search that are shown; the others are counted. */
const SHOWN_HITS = 3;

const seenRow = watchRow.extend({
  count,
  accounts: z.array(z.string()),
  file: text,
  loadedAt: count,
});

export interface WatchNews {
  readonly watched: z.output<typeof seenAgain>[];
  readonly searches: z.output<typeof newHits>[];
}

/** The rows of new files that are about the things a person watches. */
export async function watchNews(queries: Queries, by: string, hidden: Hidden): Promise<WatchNews> {
  const [rows, watches] = await Promise.all([
    queries.read("watching/seen-again", { by, most: BigInt(MOST_TRANSFERS) }, seenRow),
    watchesOf(queries, by),
  ]);
  const searches = await Promise.all(
    watches
      .filter(({ kind }) => kind === "search")
      .map(async (watch) => {
        const known = new Set(watch.known);
        const fresh = (await hitsOf(queries, watch.what, hidden)).filter(
          (hit) => !known.has(keyOf(hit)),
        );
        return { ...shownWatch(watch), count: fresh.length, hits: fresh.slice(0, SHOWN_HITS) };
      }),
  );
  return {
    watched: rows.map(({ known: _known, ...row }) => row),
    searches: searches.filter((one) => one.count > 0),
  };
}
