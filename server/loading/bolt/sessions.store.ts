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
      const fresh = known.size === 0 ? rows : rows.filter((_, at) => !known.has(at));
      await createSessions(queries, id, fresh);
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

/** Rows with columns nobody knows go apart: they are few, or all. */
async function createSessions(
  queries: Queries,
  source: string,
  sessions: readonly SessionRow[],
): Promise<void> {
  const plain = sessions.filter((row) => !hasExtras(row));
  const others = plain.length === sessions.length ? [] : sessions.filter(hasExtras);
  if (plain.length > 0) {
    const { words, lists } = packed(plain);
    await queries.run("loading/create-sessions", { source, words, rows: lists });
  }
  if (others.length === 0) return;
  const { words, lists } = packed(others);
  const rows = lists.map((list, at) => [...list, extrasOf(others[at] as SessionRow)]);
  await queries.run("loading/create-sessions-with-extras", { source, words, rows });
}

/**
 * Rows as create-sessions.cypher takes them: lists instead of maps, and texts that many rows share
 * once.
 */
function packed(sessions: readonly SessionRow[]) {
  const words: string[] = [];
  const places = new Map<string, number>();
  const word = (text: string | null): number | null => {
    if (text === null) return null;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, words.length);
    return words.push(text) - 1;
  };
  const lists = sessions.map((row): unknown[] => [
    row.account,
    row.at,
    row.what,
    word(row.zone),
    row.row,
    row.dayOnly ? true : null,
    word(row.event),
    word(row.eventText),
    row.device,
    word(row.model),
    row.ip,
    row.phone,
    word(row.place),
  ]);
  return { words, lists };
}

/** The columns nobody knows that say something, by property name. */
function extrasOf({ extra }: SessionRow): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const name in extra) if (extra[name]) properties[`x_${name}`] = extra[name];
  return properties;
}

function hasExtras({ extra }: SessionRow): boolean {
  for (const name in extra) if (extra[name]) return true;
  return false;
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
