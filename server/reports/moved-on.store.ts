import { z } from "zod";
import { type News, ofClaim } from "../../contract/news.ts";
import type { Trace, TraceStep } from "../../contract/tracing.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { isUserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { remembered } from "../tracing/remembered.ts";
import { traceMoney } from "../tracing/trace-money.ts";
import { readState } from "../tracing/tracing.store.ts";

type MovedOn = Omit<News["movedOn"][number], "claim">;

/** As many reports as are followed, the newest first. */
const FOLLOWED = 500;

const followedRow = z.object({
  id: z.string(),
  victim: text,
  known: count,
  transferIds: z.array(z.string()),
});
type Followed = z.output<typeof followedRow>;

const fileRow = z.object({ id: z.string(), sequence: count, loadedAt: count, file: text });
type InFile = z.output<typeof fileRow>;

const kept = remembered<MovedOn[]>();

/**
 * Victims' money that moved on from any account it had reached, or came back to the victim, as
 * files say that were loaded after the report; the largest sum first. By first in, first out. A row
 * that the ledger takes for a repayment is money back for its claim, whatever that order says.
 * Worked out once for the same data:
 * `sources` are the ids of the new files.
 */
export async function movedOnIn(
  database: Database,
  sources: readonly string[],
): Promise<MovedOn[]> {
  if (sources.length === 0) return [];
  const state = `${await readState(database.queries)} ${sources.join(" ")}`;
  return kept.answer(database, state, () => followed(database, sources));
}

async function followed(database: Database, sources: readonly string[]): Promise<MovedOn[]> {
  const { queries } = database;
  const limit = { limit: BigInt(FOLLOWED) };
  const reports = await queries.read("reports/followed", limit, followedRow);
  const traces = await tracesOf(
    database,
    reports.map(({ id }) => id),
  );
  // What victims paid themselves is reported already.
  const stolen = new Set(reports.flatMap(({ transferIds }) => transferIds));
  const repayments = await repaymentsNow(database);
  const steps = traces.flatMap((trace) =>
    trace.steps
      .filter(({ transferId }) => !stolen.has(transferId) && !repayments.rows.has(transferId))
      .map((step) => ({ trace, step })),
  );
  const returned = repayments.returned.map(({ transfer }) => transfer.id);
  const ids = [...new Set([...steps.map(({ step }) => step.transferId), ...returned])];
  const files = new Map(
    (await queries.read("reports/steps-in-files", { ids, sources: [...sources] }, fileRow)).map(
      (row) => [row.id, row],
    ),
  );
  const known = new Map(reports.map((report) => [report.id, report]));
  const sums = new Map<string, MovedOn & { amount: string }>();
  for (const { trace, step } of steps) {
    const file = files.get(step.transferId);
    if (file === undefined) continue;
    const from = trace.accounts.find(({ account }) => account === step.from);
    const way = {
      ...{ account: step.from, currency: trace.currency },
      ...{ holder: from?.holderName ?? null, hop: from?.generation ?? 1 },
    };
    for (const part of partsOf(trace, step, known, file)) addTo(sums, way, file, part);
  }
  for (const { transfer, amount, origins } of repayments.returned) {
    const file = files.get(transfer.id);
    const report = reports.find(({ transferIds }) =>
      transferIds.some((id) => origins.includes(id)),
    );
    if (file === undefined || report === undefined || report.known >= file.sequence) continue;
    const { from: account, currency, payer } = transfer;
    const way = { account, currency, holder: payer?.name ?? null, hop: 1 };
    addTo(sums, way, file, { report, amount: String(amount), back: true });
  }
  return [...sums.values()].sort((one, other) => {
    const apart = BigInt(other.amount) - BigInt(one.amount);
    return apart === 0n ? (one.report < other.report ? -1 : 1) : apart < 0n ? -1 : 1;
  });
}

/** The bank rows that the ledger takes for repayments, and those that it counts by themselves. */
async function repaymentsNow({ queries }: Database) {
  const { claims, repaid, shown } = await ledgerNow({ run: queries.read }, "all");
  const originsOf = new Map(claims.map(({ id, origins }) => [id, origins.map((one) => one.id)]));
  const returned = [...repaid].flatMap(([claim, rows]) =>
    rows.map((row) => ({ ...row, origins: originsOf.get(claim) ?? [] })),
  );
  return {
    returned,
    rows: new Set([...returned.map((one) => one.transfer.id), ...shown.values()]),
  };
}

async function tracesOf(database: Database, reports: string[]): Promise<Trace[]> {
  if (reports.length === 0) return [];
  const wanted = { reports, transfers: [], victims: [], letGo: [], stopAt: [] };
  try {
    return (await traceMoney(database, { ...wanted, method: "fifo", range: false })).traces;
  } catch (error) {
    if (isUserError(error) && /^trace-|^nothing-/.test(error.code)) return [];
    throw error;
  }
}

interface Part {
  readonly report: Followed;
  readonly amount: string;
  /** It came to an account of the victim's own: it is money back, and nobody looks for it. */
  readonly back: boolean;
}

/** The parts of a step that are money of reports older than its file. */
function partsOf(
  trace: Trace,
  step: TraceStep,
  reports: ReadonlyMap<string, Followed>,
  file: InFile,
): Part[] {
  return step.byVictim.flatMap(({ victim, amount }) => {
    const total = trace.victims.find((one) => one.victim === victim);
    const report = (total?.reports ?? [])
      .flatMap((id) => reports.get(id) ?? [])
      .find(({ known }) => known < file.sequence);
    const back = total?.accounts.includes(step.to) ?? false;
    return report === undefined ? [] : [{ report, amount, back }];
  });
}

/** An account that money left. */
type Way = Pick<MovedOn, "account" | "currency" | "holder" | "hop">;

function addTo(
  sums: Map<string, MovedOn & { amount: string }>,
  way: Way,
  { file, loadedAt }: InFile,
  { report, amount, back }: Part,
): void {
  const key = [report.id, way.account, way.currency, file, loadedAt, back].join("\n");
  const before = sums.get(key);
  sums.set(key, {
    report: report.id,
    victim: report.victim,
    ...way,
    back,
    count: (before?.count ?? 0) + 1,
    amount: (BigInt(before?.amount ?? 0) + BigInt(amount)).toString(),
    file,
    loadedAt,
  });
}

const claimRow = z.object({ report: z.string(), account: z.string(), claim: ofClaim });

/** The same news, money that came back with the claim that asks the payer's account for it. */
export async function withClaims(
  queries: Queries,
  news: readonly MovedOn[],
  hiddenCases: readonly string[],
): Promise<News["movedOn"]> {
  const returned = news.filter(({ back }) => back);
  const pairs = returned.map(({ report, account }) => ({ report, account }));
  const found =
    pairs.length === 0
      ? []
      : await queries.read("reports/claims-of-returns", { pairs, hiddenCases }, claimRow);
  const claims = new Map(found.map((one) => [`${one.report} ${one.account}`, one.claim]));
  return news.map((one) => ({
    ...one,
    claim: (one.back ? claims.get(`${one.report} ${one.account}`) : null) ?? null,
  }));
}
