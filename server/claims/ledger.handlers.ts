import type { ledgers } from "../../contract/ledger.ts";
import type { Asker, Handlers } from "../api/handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { actingNow, actingOn } from "../versions/versions.ts";
import { cancelPayment, ledgerOfClaim, recordPayment, setPlan } from "./payments.store.ts";
import { followMoney } from "./rework.store.ts";

/** What each endpoint of contract/ledger.ts does. */
export function ledgerHandlers({ database }: { database: Database }): Handlers<typeof ledgers> {
  const { queries } = database;
  const atOf = ({ id, claim }: { id: string; claim: string }) => ({ caseId: id, claim });
  /** Drafts of the victim follow what is paid on any of his claims. */
  const following = <Done>(asker: Asker, claim: string, change: () => Promise<Done>) =>
    followMoney({ queries }, actingNow(asker), change, () => ({ claims: [claim] }));
  return {
    ofClaim: ({ params }) => ledgerOfClaim(queries, atOf(params)),
    record: ({ params, body, asker }) =>
      following(asker, params.claim, () =>
        recordPayment(queries, atOf(params), body, actingOn(asker, body)),
      ),
    cancel: ({ params, body, asker }) =>
      following(asker, params.claim, () => {
        const at = { ...atOf(params), payment: params.payment };
        return cancelPayment(queries, at, body.reason, actingOn(asker, body));
      }),
    plan: ({ params, body, asker }) =>
      setPlan(queries, atOf(params), body.plan, actingOn(asker, body)),
  };
}
