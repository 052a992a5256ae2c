import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AccountNote, accountNotes, NoteTarget } from "../../contract/account-notes.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";

const noteRow = z.object({
  id: z.string(),
  kind: z.enum(["account", "transfer", "cluster"]),
  account: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  at: count,
  by: z.string(),
});
const idRow = z.object({ id: z.string() });

/** Notes on one thing, whoever wrote them: they are of the data, not of a case. */
export function notesOn(queries: Queries, { kind, account }: NoteTarget): Promise<AccountNote[]> {
  return queries.read("account-notes/list", { kind, account }, noteRow);
}

export function notesOfCase(queries: Queries, id: string): Promise<AccountNote[]> {
  return queries.read("account-notes/of-case", { id }, noteRow);
}

export async function addNote(
  queries: Queries,
  { kind, account, text, tags }: z.output<typeof accountNotes.add.body>,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<AccountNote[]> {
  const note = { id: randomUUID(), text, tags: [...new Set(tags)], at: BigInt(at), by };
  const [added] = await queries.write("account-notes/add", { kind, account, note }, idRow);
  if (!added) throw nothing(kind, account);
  return notesOn(queries, { kind, account });
}

/** A note is taken back by whoever wrote it; the log keeps that it was there. */
export async function removeNote(queries: Queries, id: string, by: string): Promise<void> {
  const [gone] = await queries.write("account-notes/remove", { id, by }, idRow);
  if (!gone) throw nothing("note of yours", id);
}

function nothing(what: string, id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id}.`,
    remedy: "Open it again.",
  });
}
