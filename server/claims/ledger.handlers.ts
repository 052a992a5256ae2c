import type { ledgers } from "../../contract/ledger.ts";
import type { Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingOn } from "../versions/versions.ts";
import { cancelPayment, ledgerOfClaim, recordPayment, setPlan } from "./payments.store.ts";

/** What each endpoint of contract/ledger.ts does. */
export function ledgerHandlers({ database }: { database: Database }): Handlers<typeof ledgers> {
  const { queries } = database;
  const atOf = ({ id, claim }: { id: string; claim: string }) => ({ caseId: id, claim });
  return {
    ofClaim: ({ params }) => ledgerOfClaim(queries, atOf(params)),
    record: ({ params, body, asker }) =>
      recordPayment(queries, atOf(params), body, actingOn(asker, body)),
    cancel: ({ params, body, asker }) =>
      cancelPayment(
        queries,
        { ...atOf(params), payment: params.payment },
        body.reason,
        actingOn(asker, body),
      ),
    plan: ({ params, body, asker }) =>
      setPlan(queries, atOf(params), body.plan, actingOn(asker, body)),
  };
}
