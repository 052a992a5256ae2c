import { z } from "zod";
import type { Trace, TraceMethod } from "../../contract/tracing.ts";
import { minorUnits } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { partsOfCase } from "../cases/cases.store.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { type TraceResult, traceMoney } from "../tracing/trace-money.ts";
import type { Actor } from "../versions/versions.ts";
import { transferRow } from "./claim-rows.ts";
import { readDrafts, saveClaims } from "./drafts.store.ts";
import { isCurrent, matchDrafts, type Reworked } from "./drafts.ts";
import {
  type BankTransfer,
  type FormedClaim,
  type FormedLine,
  type LeftOut,
  leftOutOf,
} from "./form.ts";
import { type HeldLine, holderOfLine } from "./held.ts";
import { asksAlready, type JointClaim } from "./joint.ts";
import { largeEnough, lockCase, type OpenedClaims, type Opening, recordOpening } from "./record.ts";
import { type Standing, tracedClaims, tracedTransferIds, withinTransfers } from "./traced.ts";

/** The trace of a case by one rule, against every holder in the case. */
export interface TracedNow {
  readonly rule: TraceMethod;
  readonly traces: readonly Trace[];
  readonly claims: readonly FormedClaim[];
}

/** Traces a case and forms the claims that follow, also against these accounts. */
export async function tracedNow(
  database: Database,
  caseId: string,
  rule: TraceMethod,
  signal?: AbortSignal,
  more: { readonly traces?: readonly Trace[]; readonly accounts?: readonly string[] } = {},
): Promise<TracedNow> {
  const { queries } = database;
  const parts = await partsOfCase(queries, caseId);
  const accounts = new Set([
    ...parts.accounts.filter((one) => one.role !== "victim").map((one) => one.number),
    ...(more.accounts ?? []),
  ]);
  const traces = more.traces ?? (await traceOfCase(database, caseId, rule, signal));
  const ids = traces.flatMap((trace) => tracedTransferIds(trace, accounts));
  const rows = await queries.read("claims/transfers", { ids }, transferRow);
  const transfers = new Map(
    rows.flatMap((row) => (row === null ? [] : [[row.id, row] as [string, BankTransfer]])),
  );
  const claims = traces.flatMap((trace) => tracedClaims(trace, transfers, accounts));
  return { rule, traces, claims };
}

/**
 * Opens claims against the holders in a case who got a victim's money through other people's
 * accounts, by one stated rule. A case keeps to one rule: courts threw out contradictory tracing.
 * Calling it again works the drafts out anew, and opens only claims none of whose lines is claimed.
 */
export async function openTracedClaims(
  database: Database,
  caseId: string,
  method: TraceMethod,
  actor: Actor,
  opening: Opening & { readonly signal?: AbortSignal } = {},
): Promise<OpenedClaims> {
  const { signal, preview = false } = opening;
  const now = await tracedNow(database, caseId, method, signal);
  return database.queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, actor);
    await refuseOtherRule(transaction, caseId, method);
    const { reworked, unmatched, leftOut } = await formTraced(transaction, caseId, now, actor);
    const large = largeEnough(unmatched, opening);
    const saved = await saveClaims(transaction, { caseId, number, method, actor, preview }, [
      ...reworked,
      ...large.claims.map((claim) => ({ draft: null, claim })),
    ]);
    if (!preview) await recordOpening(transaction, caseId, saved, actor);
    return { ...saved, leftOut: [...leftOut, ...large.leftOut] };
  });
}

/** Works the drafts of a case's traced claims out anew; opens none. */
export async function reworkTraced(
  transaction: TransactionQueries,
  caseId: string,
  number: number,
  actor: Actor,
  now: TracedNow,
): Promise<void> {
  const { reworked } = await formTraced(transaction, caseId, now, actor);
  await saveClaims(transaction, { caseId, number, method: now.rule, actor }, reworked);
}

async function formTraced(
  transaction: TransactionQueries,
  caseId: string,
  { rule, claims }: TracedNow,
  actor: Actor,
): Promise<{ reworked: Reworked[]; unmatched: FormedClaim[]; leftOut: LeftOut[] }> {
  const drafts = await readDrafts(transaction, caseId, rule, actor);
  const own = drafts.map((draft) => draft.id);
  const matched = matchDrafts(claims, drafts);
  const ids = claims.flatMap((claim) => claim.lines.map((line) => line.transfer.id));
  const held = (await heldLines(transaction, ids)).filter((line) => !own.includes(line.claim));
  const holderOf = holderOfLine(held);
  const isFree = (claim: FormedClaim) => (line: FormedLine) => holderOf(claim, line) === null;
  const kept = matched.reworked.map(({ draft, claim }) => ({
    draft,
    claim: { ...claim, lines: claim.lines.filter(isFree(claim)) },
  }));
  const joint = await jointClaims(transaction, matched.unmatched);
  const jointOf = (claim: FormedClaim) => joint.find((one) => asksAlready(one, claim)) ?? null;
  const untouched = matched.unmatched.filter(
    (claim) => claim.lines.every(isFree(claim)) && jointOf(claim) === null,
  );
  const leftOut = matched.unmatched
    .filter((claim) => !untouched.includes(claim))
    .flatMap((claim) =>
      alreadyClaimed(claim, (line) => holderOf(claim, line) ?? jointOf(claim)?.claim ?? null),
    );
  const known = kept
    .filter((one) => isCurrent(one) && one.claim.lines.length > 0)
    .flatMap(({ draft, claim }) => alreadyClaimed(claim, () => draft?.id ?? null));
  const room = withinTransfers(
    [...kept.map((one) => one.claim), ...untouched],
    await standing(transaction, ids, own),
  );
  return {
    reworked: kept.map((one, at) => ({ ...one, claim: room.claims[at] ?? one.claim })),
    unmatched: room.claims.slice(kept.length).filter((claim) => claim.lines.length > 0),
    leftOut: [...leftOut, ...known, ...room.leftOut],
  };
}

/** The joint claims of these victims. */
async function jointClaims(
  transaction: TransactionQueries,
  claims: readonly FormedClaim[],
): Promise<JointClaim[]> {
  const row = z.object({
    claim: z.string(),
    victim: z.string(),
    currency: z.string(),
    defendants: z.array(z.string()),
    losses: z.array(z.string()),
  });
  const victims = [...new Set(claims.map((claim) => claim.victim.key))];
  return victims.length === 0 ? [] : transaction.run("claims/joint-losses", { victims }, row);
}

function alreadyClaimed(
  claim: FormedClaim,
  holderOf: (line: FormedLine) => string | null,
): LeftOut[] {
  const owned = claim.lines.find((line) => holderOf(line) !== null) ?? claim.lines[0];
  if (owned === undefined) return [];
  return [leftOutOf(claim.reports[0], owned.transfer, "already-claimed", holderOf(owned))];
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
  return (await traceWithBasis(database, caseId, method, { signal })).traces;
}

/** The same, where it is asked for with all that the traces rest on. */
export async function traceWithBasis(
  database: Database,
  caseId: string,
  method: TraceMethod,
  {
    signal,
    basis = false,
  }: { readonly signal?: AbortSignal | undefined; readonly basis?: boolean },
): Promise<Pick<TraceResult, "traces" | "basis">> {
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
    return await traceMoney(database, request, { exact: true, basis, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof UserError && NOTHING.has(error.code)) return { traces: [] };
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

/** Sums that standing claims ask for of these transfers as victims' traced money. */
export function heldLines(asking: TransactionQueries, ids: readonly string[]): Promise<HeldLine[]> {
  const row = z.object({
    transferId: z.string(),
    claim: z.string(),
    victim: z.string(),
    victimAccounts: z.array(z.string()),
  });
  return asking.run("claims/held", { ids: [...new Set(ids)] }, row);
}

/** By transfer: what other claims ask for of it already, in any case and by any rule. */
export async function standing(
  asking: TransactionQueries,
  ids: readonly string[],
  drafts: readonly string[] = [],
): Promise<Map<string, Standing>> {
  const row = z.object({ transfer: z.string(), amount: minorUnits, claim: z.string() });
  const rows = await asking.run(
    "claims/standing",
    { ids: [...new Set(ids)], except: [...drafts] },
    row,
  );
  return new Map(rows.map(({ transfer, amount, claim }) => [transfer, { amount, claim }]));
}
