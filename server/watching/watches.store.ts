import { createHash } from "node:crypto";
import { z } from "zod";
import type { SearchHit } from "../../contract/exploring.ts";
import { type Watch, type WatchKind, watchKind } from "../../contract/watching.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { NOTHING_HIDDEN } from "../api/hidden.ts";
import { UserError } from "../errors/user-error.ts";
import { search } from "../exploring/search.store.ts";
import { normaliseAccountNumber } from "../identity/iban.ts";
import type { Actor } from "../versions/versions.ts";

/** As many hits of a saved search as are compared. */
const MOST_HITS = 200;

export const watchRow = z.object({
  id: z.string(),
  kind: watchKind,
  what: z.string(),
  title: text,
  at: count,
  known: z.array(z.string()),
});

/** A watch as it is kept: with what a saved search found when it was last looked at. */
export type StoredWatch = z.output<typeof watchRow>;

export async function watchesOf(
  queries: Queries,
  by: string,
  id: string | null = null,
): Promise<StoredWatch[]> {
  return queries.read("watching/list", { by, id }, watchRow);
}

export function shownWatch({ known: _known, ...watch }: StoredWatch): Watch {
  return watch;
}

/** Watches something from now on; what is watched already stays as it is. */
export async function addWatch(
  queries: Queries,
  wanted: { readonly kind: WatchKind; readonly what: string; readonly title: string | null },
  { by, at }: Actor,
): Promise<Watch> {
  const { kind, title } = wanted;
  const what = kind === "account" ? normaliseAccountNumber(wanted.what) : wanted.what;
  const id = createHash("sha256").update([by, kind, what].join("\n")).digest("hex").slice(0, 32);
  const known = kind === "search" ? keysOf(await hitsOf(queries, what)) : [];
  const parameters = { id, kind, what, title, by, at: BigInt(at), known };
  const [made] = await queries.write("watching/save", parameters, watchRow);
  if (made === undefined) throw new Error("A watch was written and is not there");
  return shownWatch(made);
}

export async function removeWatch(queries: Queries, by: string, id: string): Promise<void> {
  const row = z.object({ id: z.string() });
  const [gone] = await queries.write("watching/remove", { by, id }, row);
  if (gone === undefined) throw unknown(id);
}

/** The news of a watch were read. */
export async function watchSeen(queries: Queries, by: string, id: string): Promise<void> {
  const [watch] = await watchesOf(queries, by, id);
  if (watch === undefined) throw unknown(id);
  const known = watch.kind === "search" ? keysOf(await hitsOf(queries, watch.what)) : [];
  await queries.write("watching/seen", { by, id, known }, z.object({ id: z.string() }));
}

/** The hits of a saved search today. */
export function hitsOf(
  queries: Queries,
  query: string,
  hidden = NOTHING_HIDDEN,
): Promise<SearchHit[]> {
  return search(queries, query, MOST_HITS, hidden);
}

export function keyOf({ kind, id }: SearchHit): string {
  return `${kind} ${id}`;
}

function keysOf(hits: readonly SearchHit[]): string[] {
  return hits.map(keyOf);
}

function unknown(id: string): UserError {
  return new UserError({
    code: "watch-unknown",
    status: 404,
    message: `You watch nothing under ${id}.`,
    remedy: "Look at the list of what you watch.",
    params: { id },
  });
}
