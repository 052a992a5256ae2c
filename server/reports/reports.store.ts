import { z } from "zod";
import type { Candidate, SurePair } from "../../contract/report-candidates.ts";
import type { reports } from "../../contract/reports.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { lockMoney } from "../claims/record.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import { withLoadingLock } from "../loading/data-folder/loading-lock.ts";
import { linkReports } from "../loading/duplicates/link-reports.ts";
import type { Database } from "../neo4j/database.ts";
import { type DescribedTransfer, describedTransfer } from "../tracing/described-transfer.ts";
import { type Actor, changedMeanwhile } from "../versions/versions.ts";
import { candidatesFor } from "./candidates.store.ts";
import { correctedSumsOf } from "./corrected-sums.store.ts";
import { type Description, namesAParty } from "./grounds.ts";
import { dropUnlinked } from "./losses.store.ts";
import { surePairs } from "./sure-pairs.ts";

/** A stolen transfer that only the victim describes. */
export type Unconfirmed = DescribedTransfer;

/** A stolen transfer by its id, in minor units, before a bank's row of it is loaded. */
export interface Waiting {
  readonly id: string;
  readonly amount: bigint;
  readonly currency: string;
}

const reportRow = z.object({
  id: z.string(),
  reportedAt: count.nullish().transform((at) => at ?? null),
  lure: text,
  victimName: text,
  victimIin: text,
  accounts: z.array(z.string()),
  transferIds: z.array(z.string()),
  reported: z.array(describedTransfer),
  open: z.array(describedTransfer),
  waiting: z
    .array(z.object({ id: z.string(), amount: minorUnits, currency: z.string() }))
    .default([]),
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
});
const decided = z.object({ same: z.boolean(), reason: z.string(), by: z.string(), at: count });
const linkRow = decided.extend({
  report: z.string(),
  key: z.string(),
  transferId: z.string(),
  earlier: z.array(decided),
});
const savedRow = z.object({ saved: z.boolean(), by: text, at: count.nullish() });

export interface StoredReport {
  readonly id: string;
  readonly reportedAt: number | null;
  readonly lure: string | null;
  readonly victim: {
    readonly name: string | null;
    readonly iin: string | null;
    readonly accounts: string[];
  };
  readonly transferIds: readonly string[];
  readonly reported: readonly Unconfirmed[];
  /** What only the victim says so far: nothing of the data was accepted for it. */
  readonly open: readonly Unconfirmed[];
  /** Named by their ids, with the victim's figure; no bank has confirmed them yet. */
  readonly waiting: readonly Waiting[];
  readonly cases: { id: string; title: string }[];
}

export async function storedReport(queries: Queries, id: string): Promise<StoredReport> {
  const [row] = await queries.read("reports/one", { id }, reportRow);
  if (!row) throw unknown("crime report", id);
  return reportOf(row);
}

function reportOf({
  victimName,
  victimIin,
  accounts,
  ...report
}: z.infer<typeof reportRow>): StoredReport {
  return { ...report, victim: { name: victimName, iin: victimIin, accounts } };
}

/** False too for a report that no file states any more. */
export async function isKnown(queries: Queries, id: string): Promise<boolean> {
  return (await queries.read("reports/one", { id }, reportRow)).length > 0;
}

/** As many reports with descriptions as are looked through at once, the newest first. */
const LOOKED_THROUGH = 200;

/**
 * Described transfers of which nothing was accepted, with the transfers of the data they may be.
 */
export async function openDescriptions(
  queries: Queries,
  most = LOOKED_THROUGH,
): Promise<OpenDescription[]> {
  const rows = await queries.read("reports/described", { limit: BigInt(most) }, reportRow);
  return describedOf(queries, rows.map(reportOf));
}

/** A described transfer of which nothing was accepted, and what of the data it may be. */
export interface OpenDescription {
  readonly report: StoredReport;
  readonly stolen: Unconfirmed;
  readonly candidates: readonly Candidate[];
}

async function describedOf(
  queries: Queries,
  reports: readonly StoredReport[],
): Promise<OpenDescription[]> {
  const ids = reports.map(({ id }) => id);
  const links = await queries.read("reports/links", { reports: ids }, linkRow);
  const open = reports.flatMap((report) =>
    report.open.map((stolen) => ({ report, stolen, name: `${report.id} ${stolen.key}` })),
  );
  const found = await candidatesFor(
    queries,
    open.map(({ report, stolen, name }) => ({ ...wantedOf(report, stolen), key: name })),
  );
  return open.map(({ report, stolen, name }) => {
    const own = links.filter((one) => one.report === report.id);
    const candidates = stillProposed(found.get(name) ?? [], stolen.key, own);
    return { report, stolen, candidates };
  });
}

/**
 * Candidates that name a party, and about which nobody decided: neither for this description, nor
 * that they are another one of the same report. `links`: decisions about that report.
 */
function stillProposed(
  candidates: readonly Candidate[],
  key: string,
  links: readonly z.infer<typeof linkRow>[],
): Candidate[] {
  const decided = new Set(
    links.filter((one) => one.key === key || one.same).map(({ transferId }) => transferId),
  );
  return candidates.filter(({ fits, transfer }) => namesAParty(fits) && !decided.has(transfer.id));
}

/**
 * Described transfers of the reports of a case that agree with exactly one of the data in sum, day
 * and both accounts, with the bank's sum.
 */
export async function sureOfCase(
  queries: Queries,
  id: string,
): Promise<z.input<typeof reports.sureOfCase.answer>> {
  return { pairs: sureOf(await describedOf(queries, await reportsOfCase(queries, id))) };
}

/** Those of the described transfers that agree with exactly one of the data. */
export function sureOf(described: readonly OpenDescription[]): SurePair[] {
  const open = described.map((one, at) => ({ ...one, key: String(at) }));
  return surePairs(open).flatMap(({ key, transferId }) => {
    const one = open[Number(key)];
    const found = one?.candidates.find(({ transfer }) => transfer.id === transferId)?.transfer;
    if (one === undefined || found === undefined) return [];
    const { amount, currency } = found;
    return [{ report: one.report.id, key: one.stolen.key, transferId, amount, currency }];
  });
}

/** A report as the page shows it, with what may be in the data of what the victim describes. */
export async function shownReport(
  queries: Queries,
  id: string,
): Promise<Omit<z.input<typeof reports.one.answer>, "measures">> {
  const report = await storedReport(queries, id);
  const links = await queries.read("reports/links", { reports: [id] }, linkRow);
  const linksOf = (key: string) => links.filter((one) => one.key === key);
  const candidates = await candidatesFor(
    queries,
    report.open.map((one) => wantedOf(report, one)),
  );
  const transfers = await queries.read(
    "exploring/transfers-by-id",
    { ids: report.transferIds },
    transferRecord,
  );
  const all = report.reported.map((one) => {
    return {
      ...one,
      links: linksOf(one.key).map(({ report: _report, key: _key, ...link }) => link),
      candidates: stillProposed(candidates.get(one.key) ?? [], one.key, links),
    };
  });
  const corrected = await correctedSumsOf(queries, id);
  const sure = surePairs(all);
  // A transfer that is surely another one of the report is not proposed for this one as well.
  const reported = all.map((one) => ({
    ...one,
    candidates: one.candidates.filter(
      ({ transfer }) =>
        !sure.some(({ key, transferId }) => transferId === transfer.id && key !== one.key),
    ),
  }));
  return {
    id: report.id,
    reportedAt: report.reportedAt,
    lure: report.lure,
    victim: report.victim,
    transfers: [...transfers].sort((one, other) => one.bookedAt - other.bookedAt),
    cases: report.cases,
    reported: [...reported].sort(
      (one, other) => (one.at ?? Number.MAX_VALUE) - (other.at ?? Number.MAX_VALUE),
    ),
    sure,
    corrected,
  };
}

export function wantedOf(report: StoredReport, { key, ...described }: Unconfirmed) {
  const description: Description = { ...described, victim: report.victim };
  return { key, description, reportedAt: report.reportedAt ?? Date.now() };
}

type LinkDecision = z.output<typeof reports.link.body> & { readonly report: string };

/** Pairs that nobody decided about before, each of them the same transfer. */
export function decisionsOf({
  pairs,
  reason,
}: z.output<typeof reports.linkCase.body>): LinkDecision[] {
  return pairs.map((pair) => ({ ...pair, same: true, seen: null, reason }));
}

/** The crime reports of a case that describe transfers. */
export async function reportsOfCase(queries: Queries, id: string): Promise<StoredReport[]> {
  return (await queries.read("reports/of-case", { case: id }, reportRow)).map(reportOf);
}

/** Crime reports that describe transfers; one that the data do not have is not among them. */
export async function reportsNamed(
  queries: Queries,
  ids: readonly string[],
): Promise<StoredReport[]> {
  const parameters = { ids: [...new Set(ids)] };
  return (await queries.read("reports/named", parameters, reportRow)).map(reportOf);
}

/**
 * A person's decisions about described transfers of some reports, all of them or none; the reports
 * follow at once. A confirmation under money is not taken back (losses.store.ts).
 */
export async function linkReport(
  database: Database,
  reports: readonly StoredReport[],
  decisions: readonly LinkDecision[],
  actor: Actor,
): Promise<void> {
  const { queries } = database;
  const keys = new Map(
    reports.map(({ id, reported }) => [id, new Set(reported.map(({ key }) => key))]),
  );
  const ids = decisions.map(({ transferId }) => transferId);
  const rows = await queries.read("exploring/transfers-by-id", { ids }, transferRecord);
  const known = new Set(rows.map((one) => one.id));
  for (const { report, key, transferId } of decisions) {
    const own = keys.get(report);
    if (own === undefined) throw unknown("crime report", report);
    if (!own.has(key)) throw unknown("described transfer", key);
    if (!known.has(transferId)) throw unknown("transfer", transferId);
  }
  await withLoadingLock(database, async () => {
    await queries.transaction(async (asking) => {
      await lockMoney(asking, actor);
      await dropUnlinked(asking, decisions);
      for (const decision of decisions) await saveLink(asking, decision, actor);
    });
    await linkReports(queries);
  });
}

async function saveLink(
  asking: TransactionQueries,
  decision: LinkDecision,
  { by, at }: Actor,
): Promise<void> {
  const { report } = decision;
  const id = `${report} ${decision.key} ${decision.transferId}`;
  const given = { ...decision, id, by, at: BigInt(at) };
  const [row] = await asking.run("reports/save-link", given, savedRow);
  if (row?.saved === true) return;
  throw changedMeanwhile(
    { kind: "decision", id: report },
    row?.by == null ? [] : [{ what: "one-transfer", detail: "", by: row.by, at: row.at ?? at }],
  );
}
