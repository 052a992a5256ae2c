import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import { lockState, recordChanges } from "../../versions/versions.store.ts";
import type { Actor } from "../../versions/versions.ts";
import { PROVENANCE, type Provenance, provenanceOf } from "./provenance.ts";
import { findSource, type StoredSource } from "./sources.store.ts";

/**
 * Says of a loaded file which request it answers, who sanctioned it and who handed it over. The
 * words before are kept, with who replaced them and when. A file that is not loaded is a UserError.
 */
export async function describeSource(
  queries: Queries,
  id: string,
  given: { readonly [Key in keyof Provenance]?: string | null | undefined },
  actor: Actor,
): Promise<StoredSource> {
  const provenance = provenanceOf(given);
  await queries.transaction(async (transaction) => {
    const state = await lockState(transaction, { kind: "source", id }, actor);
    if (state === null) throw notLoaded(id);
    const parameters = { id, provenance, at: BigInt(actor.at), by: actor.by };
    await transaction.run("loading/describe-source", parameters, nothing);
    const words = PROVENANCE.map((key) => provenance[key]).filter((word) => word !== null);
    await recordChanges(transaction, [id], "described", actor, words.join(" · "));
  });
  const found = await findSource(queries, id);
  if (!found) throw notLoaded(id);
  return found;
}

function notLoaded(id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `No file ${id} is loaded.`,
    remedy: "See what is loaded with: withdraw --list.",
  });
}
