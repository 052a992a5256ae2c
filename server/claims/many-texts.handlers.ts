import type { z } from "zod";
import { sharedTexts } from "../../contract/dossier.ts";
import type { manyTexts } from "../../contract/many-texts.ts";
import type { Handlers } from "../api/handlers.ts";
import { oneCase } from "../cases/cases.store.ts";
import { unknown } from "../cases/unknown.ts";
import { saveDossier, writtenFields } from "../dossier/dossier.store.ts";
import type { Database } from "../neo4j/database.ts";
import type { Actor } from "../versions/versions.ts";
import { listClaims } from "./claims.store.ts";
import { eachClaim } from "./each-claim.ts";

type Wanted = z.output<typeof manyTexts.write.body>;

/**
 * The endpoints of contract/many-texts.ts: each claim is written as by its own form, from the
 * version that the person saw, with an entry of the log of its own.
 */
export function manyTextsHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof manyTexts> {
  return {
    texts: async ({ params: { id } }) => {
      await oneCase(database.queries, id);
      const ids = (await listClaims(database.queries, id)).map((claim) => claim.id);
      const written = await writtenFields(database.queries, id, ids);
      const claims = ids.flatMap((claim) => {
        const found = written.get(claim);
        if (found === undefined) return [];
        return [{ claim, version: found.version, texts: sharedTexts.parse(found.fields) }];
      });
      return { claims };
    },
    write: async ({ params: { id: caseId }, body: { texts, claims }, asker, signal }) => {
      const act = { what: "saveDossier" };
      const results = await eachClaim(
        database,
        { caseId, asker, signal },
        act,
        claims,
        (at, { fields }, actor) => writeTexts(database, at, texts, fields, actor),
      );
      return { results: results.map(({ claim, problem }) => ({ claim, problem })) };
    },
  };
}

/**
 * A colleague who wrote after this reading is not written over: the save is of an older version.
 */
async function writeTexts(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  texts: Wanted["texts"],
  fields: Wanted["claims"][number]["fields"],
  actor: Actor,
): Promise<void> {
  const written = (await writtenFields(database.queries, at.caseId, [at.claim])).get(at.claim);
  if (written === undefined) throw unknown("claim", at.claim);
  const taken = Object.fromEntries(
    fields.flatMap((field) => (texts[field] === undefined ? [] : [[field, texts[field]]])),
  );
  await saveDossier(database, at, { ...written.fields, ...taken }, actor);
}
