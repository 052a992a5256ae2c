import { basename } from "node:path";
import type { loading } from "../../contract/loading.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Database } from "../neo4j/database.ts";
import { previewApart, recogniseFile } from "./apart/read-apart.ts";
import { saveMapping } from "./columns/saved-mappings.ts";
import { mappingsFolder } from "./data-folder/folders.ts";
import { load } from "./load.ts";
import { correctedMapping } from "./reading/preview.ts";
import { provenanceOf } from "./sources/provenance.ts";
import { cutOffSources } from "./sources/sources.store.ts";
import { recogniseUpload } from "./uploads/recognise-upload.ts";
import {
  findUpload,
  forgetUpload,
  receiveUpload,
  sweepUploads,
  type Upload,
  uploadsOf,
} from "./uploads/uploaded-files.ts";

/** Uploads on their way in: received, recognised, looked at, loaded or dropped. */
export function uploadsHandlers({
  database,
  jobs,
  changed,
}: {
  database: Database;
  jobs: Jobs;
  /** Called when the data have changed: what follows from them is worked out anew. */
  changed: (by: string) => Promise<void>;
}): Pick<
  Handlers<typeof loading>,
  "upload" | "waiting" | "recognise" | "forget" | "preview" | "load"
> {
  const { queries, dataDir } = database;
  const options = { mappingsDir: mappingsFolder(dataDir), apart: true };
  /** Job of an upload that is being loaded, by the upload's id. */
  const loads = new Map<string, string>();
  const mappingOf = async (
    upload: Upload,
    corrected: Record<string, string> | undefined,
    saveAs: string | undefined,
    signal: AbortSignal,
  ) => {
    if (corrected === undefined && saveAs === undefined) return undefined;
    const found = await recogniseFile(inputOf(upload), { ...options, signal });
    const mapping = correctedMapping(saveAs ?? "corrected", found, corrected ?? {});
    if (saveAs !== undefined) {
      await saveMapping(
        options.mappingsDir,
        mapping,
        found.columns.map((column) => column.name),
      );
    }
    return mapping;
  };
  return {
    upload: async ({ query, asker, bytes, signal }) => {
      await sweepUploads(dataDir, Date.now());
      const upload = await receiveUpload(
        dataDir,
        { name: query.name, by: asker.login },
        bytes(),
        signal,
      );
      try {
        return await recogniseUpload(database, upload, { ...options, signal });
      } catch (error) {
        await forgetUpload(dataDir, upload);
        throw error;
      }
    },
    waiting: async ({ asker }) => {
      const uploads = await uploadsOf(dataDir, asker.login);
      const left = uploads.filter(({ id }) => jobs.get(loads.get(id) ?? "")?.state !== "running");
      const cutOff = new Set((await cutOffSources(queries, 0)).map(({ id }) => id));
      return {
        uploads: left.map(({ id, name, bytes, sha256 }) => ({
          uploadId: id,
          fileName: name,
          bytes,
          cutOff: cutOff.has(sha256),
        })),
      };
    },
    recognise: async ({ params, asker, signal }) => {
      const upload = await findUpload(dataDir, params.id, asker.login);
      return recogniseUpload(database, upload, { ...options, signal });
    },
    forget: async ({ params, asker }) => {
      await forgetUpload(dataDir, await findUpload(dataDir, params.id, asker.login));
      return {};
    },
    preview: async ({ params, body, asker, signal }) => {
      const file = inputOf(await findUpload(dataDir, params.id, asker.login));
      return previewApart(file, { ...options, signal }, body.mapping);
    },
    load: async ({ params, body, asker, signal: left }) => {
      const upload = await findUpload(dataDir, params.id, asker.login);
      const provenance = provenanceOf(body.provenance ?? {});
      const mapping = await mappingOf(upload, body.mapping, body.saveAs, left);
      const job = jobs.start(
        { kind: "load", title: upload.name, startedBy: asker.login },
        async ({ signal, report }) => {
          const result = await load(database, [upload.path], {
            loadedBy: asker.login,
            apart: true,
            signal,
            ...(mapping && { mapping }),
            provenance,
            corrects: body.corrects === true,
            nameOf: (name) => name.replace(basename(upload.path), upload.name),
            report: ({ phase, rows, totalRows }) =>
              report({ phase, done: rows, total: totalRows, unit: "rows" }),
          });
          await forgetUpload(dataDir, upload);
          await changed(asker.login);
          return result;
        },
      );
      loads.set(upload.id, job.id);
      return { jobId: job.id };
    },
  };
}

function inputOf({ name, path, bytes }: Upload) {
  return { name, path, bytes };
}
