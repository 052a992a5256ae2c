import { z } from "zod";
import type { Trace, TraceMethod } from "../../contract/tracing.ts";
import { minorUnits, nothing } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { type Actor, partsOfCase } from "../cases/cases.store.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { traceMoney } from "../tracing/trace-money.ts";
import { transferRow } from "./claim-rows.ts";
import type { BankTransfer, FormedClaim, LeftOut } from "./form.ts";
import { claimRecord, lineKey, lockCase, type OpenedClaims } from "./record.ts";
import { type Standing, tracedClaims, tracedTransferIds, withinTransfers } from "./traced.ts";

/**
 * Opens claims against the holders in a case who got a victim's money through other people's
 * accounts, by one stated rule. A case keeps to one rule: courts threw out contradictory tracing.
 * Calling it again opens only claims none of whose lines is claimed yet.
 */
export async function openTracedClaims(
  database: Database,
  caseId: string,
  method: TraceMethod,
  actor: Actor,
  signal?: AbortSignal,
): Promise<OpenedClaims> {
  const { queries } = database;
  const parts = await partsOfCase(queries, caseId);
  const accounts = new Set(
    parts.accounts.filter((one) => one.role !== "victim").map((one) => one.number),
  );
  const traces = await traceOfCase(database, caseId, method, signal);
  const ids = traces.flatMap((trace) => tracedTransferIds(trace, accounts));
  return queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, actor);
    await refuseOtherRule(transaction, caseId, method);
    const rows = await transaction.run("claims/transfers", { ids }, transferRow);
    const transfers = new Map(
      rows.flatMap((row) => (row === null ? [] : [[row.id, row] as [string, BankTransfer]])),
    );
    const formed = traces.flatMap((trace) => tracedClaims(trace, transfers, accounts));
    const { free: untouched, leftOut: taken } = await untaken(transaction, formed, method);
    const { free, leftOut: claimed } = withinTransfers(untouched, await standing(transaction, ids));
    const leftOut = [...taken, ...claimed];
    const records = free.map((claim, at) =>
      claimRecord(caseId, null, number + at + 1, claim, method, actor),
    );
    const parameters = { case: caseId, number: BigInt(number + records.length), claims: records };
    await transaction.run("claims/save", parameters, nothing);
    return {
      opened: records.length,
      extended: 0,
      lines: free.reduce((sum, claim) => sum + claim.lines.length, 0),
      leftOut,
    };
  });
}

/**
 * The trace of all reports of a case, one a currency; none where nothing of what was reported can
 * be followed.
 */
export async function traceOfCase(
  database: Database,
  caseId: string,
  method: TraceMethod,
  signal?: AbortSignal,
): Promise<Trace[]> {
  const request = {
    reports: [],
    transfers: [],
    victims: [],
    case: caseId,
    method,
    range: true,
    letGo: [],
    stopAt: [],
  };
  try {
    return (await traceMoney(database, request, { exact: true, ...(signal && { signal }) })).traces;
  } catch (error) {
    if (error instanceof UserError && NOTHING.has(error.code)) return [];
    throw error;
  }
}

const NOTHING: ReadonlySet<string> = new Set([
  "nothing-asked",
  "trace-not-loaded",
  "trace-no-transfer-named",
  "trace-own-account",
  "trace-reported-twice",
]);

/** The rule the standing claims of a case state, or null where none needs one. */
async function ruleOfCase(
  transaction: Pick<TransactionQueries, "run">,
  caseId: string,
): Promise<string | null> {
  const [found] = await transaction.run(
    "claims/rules",
    { case: caseId },
    z.object({ method: z.string() }),
  );
  return found?.method ?? null;
}

async function refuseOtherRule(
  transaction: TransactionQueries,
  caseId: string,
  method: TraceMethod,
): Promise<void> {
  const rule = await ruleOfCase(transaction, caseId);
  if (rule === null || rule === method) return;
  throw new UserError({
    code: "claims-other-rule",
    status: 409,
    message: `The claims of case ${caseId} are traced by ${rule}; claims by ${method} would contradict them.`,
    remedy: `Keep to ${rule}, or withdraw those claims first.`,
    params: { id: caseId, rule, method },
  });
}

async function untaken(
  transaction: TransactionQueries,
  formed: readonly FormedClaim[],
  method: TraceMethod,
): Promise<{ free: FormedClaim[]; leftOut: LeftOut[] }> {
  const keysOf = (claim: FormedClaim) =>
    claim.lines.map((line) => lineKey(line.transfer.id, claim.victim.key, method));
  const row = z.object({ key: z.string(), claim: z.string() });
  const rows = await transaction.run("claims/taken", { keys: formed.flatMap(keysOf) }, row);
  const taken = new Map(rows.map((one) => [one.key, one.claim]));
  const free: FormedClaim[] = [];
  const leftOut: LeftOut[] = [];
  for (const claim of formed) {
    const owned = claim.lines.find((_, at) => taken.has(keysOf(claim)[at] ?? ""));
    if (!owned) free.push(claim);
    else {
      leftOut.push({
        report: claim.reports[0] ?? "",
        transferId: owned.transfer.id,
        reason: "already-claimed",
        claim: taken.get(lineKey(owned.transfer.id, claim.victim.key, method)) ?? null,
      });
    }
  }
  return { free, leftOut };
}

/** By transfer: what claims ask for of it already, in any case and by any rule. */
async function standing(
  transaction: TransactionQueries,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const row = z.object({ transfer: z.string(), amount: minorUnits, claim: z.string() });
  const rows = await transaction.run("claims/standing", { ids: [...new Set(ids)] }, row);
  return new Map(rows.map(({ transfer, amount, claim }) => [transfer, { amount, claim }]));
}
