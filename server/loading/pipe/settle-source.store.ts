import type { Queries } from "../../../graph-queries/runner.ts";
import { settleWaiting } from "../duplicates/settle-waiting.store.ts";
import type { RefusedRows } from "../sources/refused-rows.ts";
import type { SourceCounts } from "../sources/row-counts.ts";
import { finishSource, recount } from "../sources/sources.store.ts";
import type { Warned } from "../sources/warned-rows.ts";
import { saveStatements } from "../statements/statements.store.ts";
import type { PipedSource } from "./pipe.ts";

export interface SourceOutcome extends SourceCounts, Warned {
  /** Path of the file of refused rows; null where no row was refused. */
  readonly rejectedFile: string | null;
}

export interface SettleSourceOptions {
  readonly id: string;
  /** "canonical-csv": ids are the same in every file. */
  readonly format: string;
  readonly sequenceOf: (sourceId: string) => number;
  readonly refused: RefusedRows;
  readonly signal?: AbortSignal | undefined;
}

/** The last step of a source: the rows that wait, its statements, its counts; then it is loaded. */
export async function settleSource(
  queries: Queries,
  { counts, waiting, statements }: PipedSource,
  options: SettleSourceOptions,
): Promise<SourceOutcome> {
  const { id, format, sequenceOf, refused, signal } = options;
  const settled = await settleWaiting(queries, waiting, {
    sourceId: id,
    strictIds: format === "canonical-csv",
    sequenceOf,
    refuse: (item) => {
      counts.rejected += 1;
      return refused.add(item);
    },
    signal,
  });
  counts.loaded += settled.loaded;
  counts.duplicates += settled.duplicates;
  await saveStatements(queries, id, statements);
  await recount(queries, [...settled.touched]);
  const rejectedFile = await refused.close();
  await finishSource(queries, id, { ...counts, refusedFile: rejectedFile });
  return { ...counts, rejectedFile, ...(await refused.warned()) };
}
