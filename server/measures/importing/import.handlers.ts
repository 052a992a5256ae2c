import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { measuresImport, RecognisedMeasures } from "../../../contract/measures-import.ts";
import type { Handlers } from "../../api/handlers.ts";
import { unknown } from "../../cases/unknown.ts";
import { saveMapping } from "../../loading/columns/saved-mappings.ts";
import { measureMappingsFolder, refusedPath } from "../../loading/data-folder/folders.ts";
import { correctedMapping } from "../../loading/reading/preview.ts";
import {
  findUpload,
  forgetUpload,
  receiveUpload,
  type Upload,
} from "../../loading/uploads/uploaded-files.ts";
import type { Database } from "../../neo4j/database.ts";
import { actingNow } from "../../versions/versions.ts";
import { importMeasures } from "./import.store.ts";
import { recogniseApart } from "./import-apart.ts";

/** What each endpoint of contract/measures-import.ts does. */
export function measuresImportHandlers({
  database,
}: {
  database: Database;
}): Handlers<typeof measuresImport> {
  const { dataDir } = database;
  const mappingsDir = measureMappingsFolder(dataDir);
  return {
    upload: async ({ query, asker, bytes, signal }) => {
      const upload = await receiveUpload(
        dataDir,
        { name: query.name, by: asker.login },
        bytes(),
        signal,
      );
      try {
        return await recognised(upload, mappingsDir, signal);
      } catch (error) {
        await forgetUpload(dataDir, upload);
        throw error;
      }
    },
    load: async ({ params, body, asker, signal }) => {
      const upload = await findUpload(dataDir, params.id, asker.login);
      const found = await recognised(upload, mappingsDir, signal);
      const mapping = correctedMapping(body.saveAs ?? "corrected", found, body.mapping);
      const { kind, district, dryRun, saveAs, language } = body;
      const options = { kind, district, dryRun, mapping, signal, language, apart: true };
      const done = await importMeasures(database, upload, options, actingNow(asker));
      if (dryRun) return done;
      if (saveAs !== undefined) {
        const header = found.columns.map((column) => column.name);
        await saveMapping(mappingsDir, mapping, header);
      }
      await forgetUpload(dataDir, upload);
      return done;
    },
    refused: async ({ params }) => {
      const path = refusedPath(dataDir, params.sha256);
      const known = await stat(path).catch(() => undefined);
      if (known === undefined) throw unknown("file of refused rows", params.sha256.slice(0, 16));
      return {
        fileName: "refused.csv",
        media: "text/csv; charset=utf-8",
        body: createReadStream(path),
      };
    },
  };
}

async function recognised(
  upload: Upload,
  mappingsDir: string,
  signal: AbortSignal,
): Promise<RecognisedMeasures> {
  return { uploadId: upload.id, ...(await recogniseApart(upload, mappingsDir, signal)) };
}
