import { z } from "zod";
import type { CaseRow } from "../../contract/cases.ts";
import { claimStatus, isStanding } from "../../contract/claim-steps.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { groupBy } from "../exploring/sums.ts";
import { dayNumber, instantOfDay } from "../time/day.ts";
import { lockState, recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import {
  askedSinceLeft,
  claimedAt,
  lossOf,
  type NamedClaim,
  withoutMistakes,
} from "./claimed-together.ts";
import { refuseClosed } from "./refuse-closed.ts";
import { unknown } from "./unknown.ts";

const row = z.object({
  case: z.object({
    id: z.string(),
    title: z.string(),
    status: z.enum(["open", "closed"]),
    openedAt: count,
    openedBy: z.string(),
    district: text,
    runId: text,
    version: count.nullish().transform((value) => value ?? 0),
  }),
  victims: count,
  droppers: count,
});

const askedPayments = z.array(z.object({ id: z.string(), amount: minorUnits.nullable() }));
/** On the day that was written down of the step, else when it was taken. */
const askedMove = z
  .object({
    to: claimStatus,
    at: count,
    day: text,
    reference: text,
    court: text,
    asks: minorUnits.nullish(),
    asked: z.object({ amount: minorUnits, payments: askedPayments }).nullable(),
  })
  .transform(({ at, day, ...move }) => {
    const written = dayNumber(day ?? "");
    return { ...move, at: written === null ? at : instantOfDay(written), written: at };
  });
const askedRow = z.object({
  id: z.string(),
  victim: text,
  defendant: text,
  district: text,
  case: z.string(),
  status: claimStatus,
  direct: z.boolean(),
  currency: z.string(),
  amount: minorUnits,
  payments: askedPayments,
  openedAt: count,
  moves: z.array(askedMove).transform(withoutMistakes),
});

const parts = z.object({
  clusters: z.array(z.string()),
  accounts: z.array(z.object({ number: z.string(), role: text, name: text, bank: text })),
  reports: z.array(z.string()),
});
export type CaseParts = z.infer<typeof parts>;

const actorParameters = ({ by, at }: Actor) => ({ by, at: BigInt(at) });

/** What the claims of one case ask for, or of all cases. */
export function askedClaims(queries: Queries, id: string | null): Promise<NamedClaim[]> {
  return queries.read("cases/asked", { case: id }, askedRow);
}

/** Cases, newest first. */
export async function listCases(queries: Queries): Promise<CaseRow[]> {
  return (await readCases(queries, null)).map(({ runId: _run, ...row }) => row);
}

/** One case with the run it cites. An unknown id is a UserError. */
export async function oneCase(
  queries: Queries,
  id: string,
): Promise<CaseRow & { runId: string | null }> {
  const [found] = await readCases(queries, id);
  if (!found) throw notFound("case", id);
  return found;
}

async function readCases(queries: Queries, id: string | null) {
  const [rows, asked] = await Promise.all([
    queries.read("cases/list", { id }, row),
    askedClaims(queries, id),
  ]);
  const byCase = groupBy(asked, (claim) => claim.case);
  return rows.map(({ case: own, ...people }) => {
    const standing = (byCase.get(own.id) ?? []).filter((claim) => isStanding(claim.status));
    const claimed = standing.filter((claim) => claimedAt(claim) !== null);
    return {
      ...own,
      claims: standing.length,
      ...people,
      sums: sumByCurrency(lossOf(standing)),
      claimed: sumByCurrency(lossOf(claimed.map(askedSinceLeft))),
    };
  });
}

/** Clusters, accounts and reports a case is made of. */
export async function partsOfCase(queries: Queries, id: string): Promise<CaseParts> {
  const [found] = await queries.read("cases/parts", { id }, parts);
  if (!found) throw notFound("case", id);
  return found;
}

/**
 * Opens a case: from a cluster when named, or from crime reports, where nobody had to be found. It
 * keeps citing the run that found the cluster, whatever later runs find. Without a title the case
 * is called by the account to look at first, or by the first victim.
 */
export async function openCase(
  queries: Queries,
  wanted: {
    readonly title?: string | undefined;
    readonly cluster?: string | undefined;
    readonly reports?: readonly string[] | undefined;
  },
  actor: Actor,
): Promise<CaseRow> {
  const { cluster, reports = [] } = wanted;
  const known = [
    cluster === undefined ? "" : await nameOfCluster(queries, cluster),
    reports.length === 0 ? "" : await nameOfReports(queries, reports),
  ];
  const given = wanted.title?.trim() ?? "";
  const title = saysSomething(given) ? given : (known.find((name) => name !== "") ?? "");
  if (title === "") throw needsTitle();
  const id = await queries.transaction(async (transaction) => {
    const [made] = await transaction.run(
      "cases/create",
      { title, ...actorParameters(actor) },
      z.object({ id: z.string() }),
    );
    if (!made) throw new Error("cases/create returned no row");
    if (cluster !== undefined) {
      const added = await transaction.run(
        "cases/add-cluster",
        { id: made.id, cluster, ...actorParameters(actor) },
        addedRow,
      );
      if (added.length === 0) throw notFound("cluster", cluster);
    }
    if (reports.length > 0) {
      const parameters = { id: made.id, reports: [...reports], ...actorParameters(actor) };
      await transaction.run("cases/add-reports", parameters, z.object({ id: z.string() }));
    }
    return made.id;
  });
  return oneCase(queries, id);
}

const addedRow = z.object({ accounts: count, reports: count });

/** Adds a cluster with its members and reports; adding twice changes nothing. */
export async function addCluster(
  queries: Queries,
  id: string,
  cluster: string,
  actor: Actor,
): Promise<{ accounts: number; reports: number }> {
  const name = await nameOfCluster(queries, cluster);
  return changeCase(queries, id, actor, async (transaction) => {
    const [added] = await transaction.run(
      "cases/add-cluster",
      { id, cluster, ...actorParameters(actor) },
      addedRow,
    );
    if (!added) throw notFound("cluster", cluster);
    await recordChanges(transaction, [id], "cluster-added", actor, name);
    return added;
  });
}

/** Adds accounts by number; those not in the database come back as unknown. */
export async function addAccounts(
  queries: Queries,
  id: string,
  accounts: readonly string[],
  actor: Actor,
): Promise<{ added: string[]; unknown: string[] }> {
  return changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, accounts: [...accounts], ...actorParameters(actor) };
    const row = z.object({ number: z.string() });
    const found = await transaction.run("cases/add-accounts", parameters, row);
    const numbers = found.map((one) => one.number);
    if (numbers.length > 0)
      await recordChanges(transaction, [id], "accounts-added", actor, numbers.join(", "));
    return divide(accounts, numbers);
  });
}

/** Adds crime reports by id; those not in the database come back as unknown. */
export async function addReports(
  queries: Queries,
  id: string,
  reports: readonly string[],
  actor: Actor,
): Promise<{ added: string[]; unknown: string[] }> {
  return changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, reports: [...reports], ...actorParameters(actor) };
    const row = z.object({ id: z.string() });
    const found = (await transaction.run("cases/add-reports", parameters, row)).map(({ id }) => id);
    if (found.length > 0)
      await recordChanges(transaction, [id], "reports-added", actor, found.join(", "));
    return divide(reports, found);
  });
}

/**
 * One change of a case, from the state the actor saw; nobody else changes the case meanwhile. A
 * closed case is only reopened.
 */
export async function changeCase<Result>(
  queries: Queries,
  id: string,
  actor: Actor,
  work: (transaction: TransactionQueries, status: string) => Promise<Result>,
  {
    reopening = false,
    first,
  }: {
    readonly reopening?: boolean;
    /** A lock that is taken before that of the case. */
    readonly first?: (transaction: TransactionQueries) => Promise<void>;
  } = {},
): Promise<Result> {
  return queries.transaction(async (transaction) => {
    await first?.(transaction);
    const status = await lockState(transaction, { kind: "case", id }, actor);
    if (status === null) throw notFound("case", id);
    if (!reopening) refuseClosed(id, status);
    return work(transaction, status);
  });
}

/** Renames, closes or reopens a case. */
export async function updateCase(
  queries: Queries,
  id: string,
  wanted: { readonly title?: string | undefined; readonly status?: "open" | "closed" | undefined },
  actor: Actor,
): Promise<CaseRow> {
  const { title = null, status = null } = wanted;
  if (title !== null && !saysSomething(title)) throw needsTitle();
  const change = async (transaction: TransactionQueries, before: string) => {
    const parameters = { id, title, status, ...actorParameters(actor) };
    await transaction.run("cases/update", parameters, z.object({ id: z.string() }));
    if (title !== null) await recordChanges(transaction, [id], "renamed", actor, title);
    if (status !== null && status !== before) {
      const what = status === "closed" ? "closed" : "reopened";
      await recordChanges(transaction, [id], what, actor);
    }
  };
  await changeCase(queries, id, actor, change, { reopening: status === "open" });
  return oneCase(queries, id);
}

/**
 * The highest ranked cluster of the newest run. A UserError says whether nothing was searched yet
 * or nothing was found.
 */
export async function topCluster(queries: Queries): Promise<string> {
  const row = z.object({ run: z.string(), cluster: text });
  const [newest] = await queries.read("cases/top-cluster", {}, row);
  if (newest?.cluster) return newest.cluster;
  if (newest) {
    throw new UserError({
      code: "no-cluster-found",
      status: 404,
      message: `The newest search (${newest.run}) found no cluster.`,
      remedy: "Open a case from a crime report: case open --report ID",
      params: { run: newest.run },
    });
  }
  throw new UserError({
    code: "no-cluster",
    status: 404,
    message: "No search for droppers has run in this database yet.",
    remedy: "Run detect first, or open a case from a crime report: case open --report ID",
  });
}

/** What to call a case opened from crime reports: the first one's victim, else its number. */
async function nameOfReports(queries: Queries, reports: readonly string[]): Promise<string> {
  const row = z.object({ id: z.string(), name: text });
  const found = await queries.read("cases/report-names", { reports: [...reports] }, row);
  const missing = reports.filter((id) => found.every((one) => one.id !== id));
  if (missing.length > 0) throw notFound("crime report", missing.join(", "));
  return found[0]?.name ?? reports[0] ?? "";
}

function needsTitle(): UserError {
  return new UserError({
    code: "case-needs-title",
    message: "A case needs a title.",
    remedy: "Say what it is about in a few words.",
  });
}

async function nameOfCluster(queries: Queries, cluster: string): Promise<string> {
  const [found] = await queries.read(
    "cases/cluster-name",
    { cluster },
    z.object({ rank: count, name: text }),
  );
  if (!found) throw notFound("cluster", cluster);
  return found.name ?? cluster;
}

function divide(
  asked: readonly string[],
  found: readonly string[],
): { added: string[]; unknown: string[] } {
  const known = new Set(found);
  return { added: [...known], unknown: [...new Set(asked)].filter((one) => !known.has(one)) };
}

const REMEDIES: Readonly<Record<string, string>> = {
  case: "See the numbers with: case list.",
  "crime report": "Give the report's number as its file does; the Explore page lists them.",
};

function notFound(what: string, id: string): UserError {
  return unknown(what, id, REMEDIES[what]);
}
