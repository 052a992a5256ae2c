import { z } from "zod";
import type { Trace } from "../../contract/tracing.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { filesOfCase, fileWithPath } from "../case-files/case-files.store.ts";
import { oneCase, partsOfCase } from "../cases/cases.store.ts";
import { approvalOf, type StoredClaim } from "../claims/claim.ts";
import { claimsOfCase } from "../claims/claims.store.ts";
import { figuresOfCase } from "../claims/figures.store.ts";
import type { FigureDifference } from "../claims/figures.ts";
import { type LedgerNow, ledgerNow, penaltyNow } from "../claims/ledger.store.ts";
import { tengeFoundOn } from "../claims/tenge-found.store.ts";
import { claimsToday, lineGone, refuseDifferences } from "../claims/today.store.ts";
import { traceWithBasis } from "../claims/traced.store.ts";
import { ruleOf } from "../claims/traced.ts";
import { listRuns } from "../detection/store/detection.store.ts";
import { storedAgainst, storedReasons } from "../detection/store/stored-rows.ts";
import { requestRow } from "../dossier/dossier.store.ts";
import type { Database } from "../neo4j/database.ts";
import { HOME_ZONE } from "../time/instant.ts";
import type { Basis } from "../tracing/basis/basis.ts";
import { describedTransfer } from "../tracing/described-transfer.ts";
import type {
  AccountFact,
  ApprovalFact,
  AttachmentFact,
  CaseFacts,
  FindingFact,
  ReportFact,
  SourceFact,
  TengeFact,
  TransferFact,
} from "./case-facts.ts";
import { ledgerFacts } from "./ledger-facts.ts";
import { paymentFacts } from "./payment-facts.ts";
import { packageBasis, reachedByRule } from "./traced-again.ts";

const number = count.nullish().transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** Nothing is claimed by a withdrawn claim, nor by a draft of which nothing is left. */
function isStated({ status, amount }: StoredClaim): boolean {
  return status !== "withdrawn" && !(status === "draft" && amount <= 0n);
}

/** The facts of a case for papers: claims that cannot be stated are refused one by one there. */
export const UNCHECKED = { unchecked: true } as const;

/**
 * Gathers the package of a case, without claims that claim nothing. A claim whose transfer is no
 * longer in the data is refused, because its facts could not be shown. So is one that differs from
 * the data of today, unless a person has accepted that.
 */
export async function gatherFacts(
  database: Database,
  caseId: string,
  signal?: AbortSignal,
  { unchecked = false }: { readonly unchecked?: boolean } = {},
): Promise<CaseFacts> {
  const { queries } = database;
  const found = await oneCase(queries, caseId);
  const all = await claimsOfCase(queries, caseId);
  const claims = all.filter(isStated);
  for (const claim of claims) {
    const gone = claim.lines.find((line) => !line.present);
    if (gone && !unchecked) throw lineGone(claim, gone.transferId);
  }
  const parts = await partsOfCase(queries, caseId);
  // Where no claim needs a rule the picture and the trace follow first in, first out.
  const rule = ruleOf(claims) ?? "fifo";
  const restsOn = await traceWithBasis(database, caseId, rule, { signal, basis: !unchecked });
  const traced = restsOn.traces;
  const states = (await claimsToday(database, caseId, { signal, traces: traced })).filter((state) =>
    isStated(state.claim),
  );
  if (!unchecked) refuseDifferences(caseId, states);
  const traces = traced.map(reachedByRule);
  const reports = await reportFacts(queries, caseId);
  const ledger = await ledgerNow({ run: queries.read }, "all");
  const payments = paymentFacts(ledger, claims);
  const tenge = await tengeFacts(queries, ledger, claims);
  const ids = new Set([
    ...claims.flatMap((claim) => claim.lines.map((line) => line.transferId)),
    ...reports.flatMap((report) => report.transferIds),
    ...traces.flatMap((trace) => trace.steps.map((step) => step.transferId)),
    ...states.flatMap((state) => state.repaid.map((one) => one.transfer.id)),
    ...payments.flatMap((payment) => payment.bankRow ?? []),
    ...tenge.flatMap((one) => (one.by === "bank-row" ? one.id : [])),
  ]);
  const transfers = await transferFacts(queries, [...ids]);
  const numbers = new Set([
    ...parts.accounts.map((account) => account.number),
    ...reports.flatMap((report) => report.victimAccounts),
    ...transfers.flatMap((transfer) => [transfer.from, transfer.to]),
  ]);
  const sources = await sourceFacts(queries, [
    ...new Set(transfers.map((transfer) => transfer.sourceId)),
  ]);
  const findings = await findingFacts(queries, caseId);
  const withdrawn = all.filter(({ status }) => status === "withdrawn").length;
  const basis = restsOn.basis
    ? packageBasis(traces, restsOn.basis, {
        accounts: numbers,
        transfers: new Set(transfers.map(({ id }) => id)),
        victims: new Set(traces.flatMap((trace) => trace.victims.map(({ victim }) => victim))),
      })
    : null;
  const withheld = {
    ...(await withheldCounts(queries, caseId, [...numbers], transfers, basis)),
    otherRules: accountsIn(traced) - accountsIn(traces),
    withdrawnClaims: withdrawn,
    emptyDrafts: all.length - claims.length - withdrawn,
    removedFiles: (await filesOfCase(database, caseId)).files.filter((one) => one.removed !== null)
      .length,
  };
  const cited = new Set([
    ...findings.map((finding) => finding.runId),
    ...(found.runId === null ? [] : [found.runId]),
  ]);
  return {
    case: found,
    claims,
    states,
    payments,
    tengeFound: tenge,
    penalties: claims.flatMap(({ id }) => {
      const own = ledger.claims.find((one) => one.id === id);
      return own === undefined ? [] : [{ claim: id, ...penaltyNow(ledger, id) }];
    }),
    ledger: ledgerFacts(
      ledger,
      ledger.claims.filter((one) => claims.some(({ id }) => id === one.id)),
    ),
    attachments: [],
    approvals: await approvalFacts(queries, caseId, claims),
    figures: figuresIn(await figuresOfCase({ run: queries.read }, caseId), claims),
    transfers,
    accounts: await accountFacts(queries, [...numbers]),
    sources,
    reports,
    findings,
    runs: (await listRuns(queries)).filter((run) => cited.has(run.id)),
    traces,
    basis,
    withheld,
    asOf: Math.max(found.openedAt, ...sources.map((source) => source.loadedAt ?? 0)),
  };
}

async function tengeFacts(
  queries: Queries,
  ledger: LedgerNow,
  claims: readonly StoredClaim[],
): Promise<TengeFact[]> {
  const facts: TengeFact[] = [];
  for (const { id: claim } of claims)
    for (const { row: _row, ...one } of await tengeFoundOn({ run: queries.read }, ledger, claim))
      facts.push({ ...one, claim });
  return facts;
}

const withheldRow = z.object({ transfers: count, notes: count });

async function withheldCounts(
  queries: Queries,
  caseId: string,
  numbers: readonly string[],
  inPackage: readonly TransferFact[],
  basis: Basis | null,
) {
  const parameters = { case: caseId, numbers };
  const [row] = await queries.read("evidence/withheld", parameters, withheldRow);
  const { transfers, notes } = row ?? { transfers: 0, notes: 0 };
  const known = new Set(inPackage.map(({ id }) => id));
  const shown = movementsOf(basis, new Set(numbers), known) + inPackage.length;
  return { otherTransfers: Math.max(0, transfers - shown), notes };
}

/** Movements under pseudonyms that are transfers of these accounts; a way out is no account. */
function movementsOf(
  basis: Basis | null,
  numbers: ReadonlySet<string>,
  inPackage: ReadonlySet<string>,
): number {
  const named = new Set(
    basis?.accounts
      .filter((one) => one.exitKind === null && numbers.has(one.account))
      .map(({ account }) => account),
  );
  return (basis?.movements ?? []).filter(
    ({ id, from, to }) => !inPackage.has(id) && (named.has(from) || named.has(to)),
  ).length;
}

function accountsIn(traces: readonly Trace[]): number {
  return new Set(traces.flatMap((trace) => trace.accounts.map((one) => one.account))).size;
}

/** What claims and trace follow: the figures of these claims, and every decision of the case. */
function figuresIn(
  figures: readonly FigureDifference[],
  claims: readonly StoredClaim[],
): FigureDifference[] {
  const isStatedIn = (id: string | null) => claims.some((claim) => claim.id === id);
  return figures
    .filter((one) => one.decision !== null || isStatedIn(one.claim))
    .map((one) => (isStatedIn(one.claim) ? one : { ...one, claim: null }));
}

/**
 * The files of a case for its package. One whose bytes are no longer what was put in is refused:
 * the package would not be whole.
 */
export async function attachmentFacts(
  database: Database,
  caseId: string,
  signal?: AbortSignal,
): Promise<AttachmentFact[]> {
  const found: AttachmentFact[] = [];
  for (const { id, removed } of (await filesOfCase(database, caseId)).files) {
    signal?.throwIfAborted();
    if (removed !== null) continue;
    const { removed: _none, ...file } = await fileWithPath(database, { caseId, file: id });
    found.push(file);
  }
  return found;
}

const approvalRow = z.object({
  claim: z.string(),
  hash: z.string(),
  frozen: z.string(),
  at: count,
  by: z.string(),
});

async function approvalFacts(
  queries: Queries,
  caseId: string,
  claims: readonly StoredClaim[],
): Promise<ApprovalFact[]> {
  const all = await queries.read("claims/approvals", { case: caseId }, approvalRow);
  return claims.flatMap((claim) => {
    const { at } = approvalOf(claim) ?? {};
    return all.findLast((one) => one.claim === claim.id && one.at === at) ?? [];
  });
}

const transferRow = z.object({
  from: z.string(),
  to: z.string(),
  transfer: z.object({
    id: z.string(),
    bookedAt: count,
    zone: text,
    dayOnly: flag,
    amount: minorUnits,
    currency: z.string(),
    channel: text,
    purpose: text,
    purposeCode: text,
    documentNumber: text,
    fee: minorUnits.nullish().transform((value) => value ?? null),
    reversal: flag,
    sourceId: text,
    member: text,
    sheet: text,
    row: number,
    alsoSourceIds: z.array(z.string()).nullish(),
    alsoRows: z.array(count).nullish(),
  }),
});

async function transferFacts(queries: Queries, ids: readonly string[]): Promise<TransferFact[]> {
  const rows = await queries.read("evidence/transfers", { ids: [...ids] }, transferRow);
  return rows.map(({ from, to, transfer }) => {
    const { member, sheet, alsoSourceIds, alsoRows, ...own } = transfer;
    return {
      ...own,
      from,
      to,
      zone: own.zone ?? HOME_ZONE,
      channel: own.channel ?? "other",
      sourceId: own.sourceId ?? "",
      row: own.row ?? 0,
      place: [member, sheet].filter((part) => part !== null).join(" | "),
      alsoIn: (alsoSourceIds ?? []).map((id, at) => `${id}:${alsoRows?.[at] ?? ""}`),
    };
  });
}

const accountRow = z.object({
  number: z.string(),
  bank: text,
  openedAt: number,
  exitKind: text,
  holder: z.object({ key: z.string(), iin: text, bin: text, name: text, kind: text }).nullable(),
});

export async function accountFacts(
  queries: Queries,
  numbers: readonly string[],
): Promise<AccountFact[]> {
  const rows = await queries.read("evidence/accounts", { numbers: [...numbers] }, accountRow);
  return rows.map(({ holder, ...account }) => ({
    ...account,
    holder:
      holder === null
        ? null
        : {
            key: holder.key,
            iin: holder.iin ?? holder.bin,
            name: holder.name,
            kind: holder.kind ?? "unknown",
          },
  }));
}

const sourceRow = z.object({
  source: requestRow.extend({
    id: z.string(),
    fileName: text,
    format: text,
    kind: text,
    bytes: number,
    loadedAt: number,
    loadedBy: text,
    handedBy: text,
    read: number,
    loaded: number,
    rejected: number,
  }),
});

async function sourceFacts(queries: Queries, ids: readonly string[]): Promise<SourceFact[]> {
  const rows = await queries.read("evidence/sources", { ids: [...ids] }, sourceRow);
  return rows.map(({ source: { id, read, loaded, rejected, ...source } }) => ({
    ...source,
    sha256: id,
    rowsRead: read,
    rowsLoaded: loaded,
    rowsRefused: rejected,
  }));
}

const reportRow = z.object({
  report: z.object({
    id: z.string(),
    reportedAt: number,
    lure: text,
    victimName: text,
    victimIin: text,
    transferIds: z.array(z.string()),
  }),
  accounts: z.array(z.string()),
  described: z.array(describedTransfer),
});

async function reportFacts(queries: Queries, caseId: string): Promise<ReportFact[]> {
  const rows = await queries.read("evidence/reports", { case: caseId }, reportRow);
  return rows.map(({ report, accounts, ...said }) => ({
    ...report,
    ...said,
    victimAccounts: accounts,
  }));
}

const findingRow = z.object({
  runId: z.string(),
  account: z.string(),
  role: z.string(),
  score: z.number(),
  points: z.number(),
  rank: number,
  oneIn: z.number(),
  cluster: text,
  reasons: storedReasons,
  against: storedAgainst,
});

function findingFacts(queries: Queries, caseId: string): Promise<FindingFact[]> {
  return queries.read("evidence/findings", { case: caseId }, findingRow);
}
