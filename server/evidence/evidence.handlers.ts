import type { evidence } from "../../contract/evidence.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { officeSigner } from "./signing.ts";
import { exportZip } from "./zip.ts";

/** What each endpoint of contract/evidence.ts does. */
export function evidenceHandlers({ database }: { database: Database }): Handlers<typeof evidence> {
  return {
    export: async ({ params, body, asker, signal }) => {
      const zipped = await exportZip(database, {
        caseId: params.id,
        language: body.language,
        disclosure: body.disclosure,
        signal,
        by: asker.login,
        at: Date.now(),
      });
      return { fileName: zipped.fileName, media: "application/zip", body: zipped.body };
    },
    signer: async () => {
      const { fingerprint, publicKey } = await officeSigner(database.dataDir);
      return { fingerprint, publicKey };
    },
  };
}
