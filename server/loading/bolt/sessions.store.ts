import { z } from "zod";
import { count, nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { gatherOperated, MOST_GATHERED, type OperatedByPair } from "../record/operated.ts";
import type { SessionRow } from "../record/session-record.ts";

export interface SessionWriter {
  /** How many of the rows another source holds already. */
  save(rows: readonly SessionRow[]): Promise<number>;
  finish(): Promise<void>;
}

const CHUNK = 5_000;

/** Writes the rows of one session log. `others`: another one is in, and may hold the same rows. */
export function sessionWriter(
  queries: Queries,
  { id, others }: { readonly id: string; readonly others: boolean },
): SessionWriter {
  let pairs: OperatedByPair = new Map();
  const flush = async () => {
    const rows = [...pairs.values()];
    pairs = new Map();
    for (let at = 0; at < rows.length; at += CHUNK)
      await queries.run("loading/save-operated", {
        source: id,
        operated: rows.slice(at, at + CHUNK).map((one) => ({
          ...one,
          first: BigInt(one.first),
          last: BigInt(one.last),
          count: BigInt(one.count),
        })),
      });
  };
  return {
    save: async (rows) => {
      for (const row of rows) gatherOperated(pairs, row);
      const known = others ? await alsoStated(queries, id, rows) : NONE;
      const sessions = (known.size === 0 ? rows : rows.filter((_, at) => !known.has(at))).map(
        (row) => propertiesOf(row, id),
      );
      if (sessions.length > 0) await queries.run("loading/create-sessions", { sessions });
      if (pairs.size > MOST_GATHERED) await flush();
      return known.size;
    },
    finish: flush,
  };
}

const NONE: ReadonlySet<number> = new Set();
const knownRow = z.object({ n: count });

/** Notes at the sessions that are in that this source states them too. */
async function alsoStated(
  queries: Queries,
  id: string,
  rows: readonly SessionRow[],
): Promise<ReadonlySet<number>> {
  const asked = rows.map(({ account, at, what, row }, n) => ({
    n: BigInt(n),
    account,
    at: BigInt(at),
    what,
    place: `${id}#${row}`,
  }));
  const known = await queries.write("loading/state-sessions-again", { rows: asked }, knownRow);
  return new Set(known.map(({ n }) => n));
}

/** Properties that say nothing are left out: a million rows have few of them all. */
function propertiesOf(row: SessionRow, source: string): Record<string, unknown> {
  const { at, row: number, extra, dayOnly, ...texts } = row;
  const properties: Record<string, unknown> = { source, at: BigInt(at), row: BigInt(number) };
  if (dayOnly) properties.dayOnly = true;
  for (const [name, text] of Object.entries(texts)) if (text !== null) properties[name] = text;
  for (const [name, text] of Object.entries(extra)) if (text !== "") properties[`x_${name}`] = text;
  return properties;
}

/** Takes out what only this source states; a session that another one states too stays with that. */
export async function takeOutSessions(queries: Queries, id: string): Promise<void> {
  await queries.autoCommit("loading/pass-sessions-on", { id }, nothing);
  await queries.autoCommit("loading/forget-restated-sessions", { prefix: `${id}#` }, nothing);
  await queries.autoCommit("loading/delete-sessions-of-source", { id }, nothing);
  await queries.autoCommit("loading/delete-operated-of-source", { id }, nothing);
  await queries.run("loading/forget-devices");
  await queries.run("loading/recount-sessions", { id });
}
