import type { cases } from "../../contract/cases.ts";
import type { Handlers } from "../api/handlers.ts";
import {
  addAccounts,
  addCluster,
  addReports,
  listCases,
  oneCase,
  openCase,
  partsOfCase,
  updateCase,
} from "../cases/cases.store.ts";
import { listClaims, moveClaim, openClaims } from "../claims/claims.store.ts";
import { openTracedClaims } from "../claims/traced.store.ts";
import type { Database } from "../neo4j/database.ts";
import { officeSigner } from "./signing.ts";
import { exportZip } from "./zip.ts";

/**
 * The endpoints of contract/cases.ts. It lies here because evidence is the last along the
 * arrows: it may know cases and claims, they may not know it.
 */
export function casesHandlers({ database }: { database: Database }): Handlers<typeof cases> {
  const { queries } = database;
  const now = (by: string) => ({ by, at: Date.now() });
  return {
    list: async () => ({ cases: await listCases(queries) }),
    get: async ({ params }) => {
      const found = await oneCase(queries, params.id);
      const parts = await partsOfCase(queries, params.id);
      return {
        ...found,
        ...parts,
        accounts: parts.accounts.map((account) => account.number),
        claimList: await listClaims(queries, params.id),
      };
    },
    create: ({ body, asker }) => openCase(queries, body, now(asker.login)),
    update: ({ params, body, asker }) => updateCase(queries, params.id, body, now(asker.login)),
    addCluster: ({ params, body, asker }) =>
      addCluster(queries, params.id, body.cluster, now(asker.login)),
    addAccounts: ({ params, body, asker }) =>
      addAccounts(queries, params.id, body.accounts, now(asker.login)),
    addReports: ({ params, body, asker }) =>
      addReports(queries, params.id, body.reports, now(asker.login)),
    openClaims: ({ params, body, asker, signal }) =>
      body.method === "direct"
        ? openClaims(queries, params.id, now(asker.login))
        : openTracedClaims(database, params.id, body.method, now(asker.login), signal),
    setStatus: ({ params, body, asker }) =>
      moveClaim(
        queries,
        { caseId: params.id, claim: params.claim },
        body.status,
        body.reason || null,
        now(asker.login),
      ),
    evidence: async ({ params, body, asker, signal }) => {
      const who = { by: asker.login, at: Date.now() };
      const zipped = await exportZip(database, {
        caseId: params.id,
        language: body.language,
        signal,
        ...who,
      });
      return { fileName: zipped.fileName, media: "application/zip", body: zipped.body };
    },
    signer: async () => {
      const { fingerprint, publicKey } = await officeSigner(database.dataDir);
      return { fingerprint, publicKey };
    },
  };
}
