import { DOCX } from "../../../contract/letters.ts";
import type { papers } from "../../../contract/papers.ts";
import type { FileAnswer, Handlers } from "../../api/handlers.ts";
import type { Database } from "../../neo4j/database.ts";
import { actingNow, actingOn } from "../../versions/versions.ts";
import { archiveOf } from "../archive.ts";
import { bulkPapers, bulkPlan } from "./bulk.store.ts";
import type { LettersRegister } from "./outgoing.ts";
import { builtIn, papersOfCase } from "./papers.store.ts";
import type { PaperFile } from "./papers.ts";

/** The endpoints of contract/papers.ts. `register` takes in the letters that are made. */
export function papersHandlers({
  database,
  register,
}: {
  database: Database;
  register: LettersRegister;
}): Handlers<typeof papers> {
  return {
    papers: async ({ params, body, asker, signal }) => {
      const wanted = { ...body, by: asker.login, register };
      return answered(await papersOfCase(database, params.id, wanted, signal), `${params.id}.zip`);
    },
    bulkPlan: ({ params, body, asker, signal }) =>
      bulkPlan(database, params.id, body, actingNow(asker), signal),
    bulk: async ({ params, body, asker, signal }) => {
      const { version: _seen, ...asked } = body;
      const wanted = { ...asked, register };
      const made = await bulkPapers(database, params.id, wanted, actingOn(asker, body), signal);
      return archived(made, `${params.id}.zip`);
    },
    paperTemplate: async ({ query: { kind, language } }) => ({
      fileName: `${kind}.${language}.txt`,
      media: "text/plain; charset=utf-8",
      body: builtIn(kind, language).text,
    }),
  };
}

/** One file as it is; several in an archive with a folder for each claim. */
function answered(made: ReadonlyMap<string, readonly PaperFile[]>, archive: string): FileAnswer {
  const all = [...made].flatMap(([claim, files]) => files.map((file) => ({ claim, ...file })));
  const [only] = all;
  if (all.length === 1 && only !== undefined) {
    const media = only.fileName.endsWith(".docx") ? DOCX : "application/pdf";
    return { fileName: only.fileName, body: only.body, media };
  }
  return archived(made, archive);
}

/** All files in one archive, with a folder for each claim. */
function archived(made: ReadonlyMap<string, readonly PaperFile[]>, archive: string): FileAnswer {
  return archiveOf(
    archive,
    [...made].flatMap(([claim, files]) =>
      files.map(({ fileName, body }) => ({ path: `${claim}/${fileName}`, body })),
    ),
  );
}
