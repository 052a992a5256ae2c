import { createReadStream } from "node:fs";
import type { caseFiles } from "../../contract/case-files.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { addFile, filesOfCase, fileWithPath, removeFile } from "./case-files.store.ts";

/** What each endpoint of contract/case-files.ts does. */
export function caseFilesHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof caseFiles> {
  return {
    list: ({ params }) => filesOfCase(database, params.id),
    add: ({ params, query, asker, bytes, signal }) =>
      addFile(database, params.id, query, bytes(), actingOn(asker, query), signal),
    get: async ({ params }) => {
      const file = await fileWithPath(database, { caseId: params.id, file: params.file });
      return {
        fileName: file.name,
        media: "application/octet-stream",
        body: createReadStream(file.path),
      };
    },
    remove: ({ params, body, asker }) => {
      const at = { caseId: params.id, file: params.file };
      return removeFile(database, at, body.reason, actingOn(asker, body));
    },
  };
}
