import { z } from "zod";
import type { CaseRow } from "../../contract/cases.ts";
import { count } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const row = z.object({
  case: z.object({
    id: z.string(),
    title: z.string(),
    status: z.enum(["open", "closed"]),
    openedAt: count,
    openedBy: z.string(),
    runId: text,
  }),
  claims: count,
  victims: count,
  droppers: count,
  sums: z.array(z.object({ currency: z.string(), amount: z.string() })),
});

const parts = z.object({
  clusters: z.array(z.string()),
  accounts: z.array(z.object({ number: z.string(), role: text, name: text, bank: text })),
  reports: z.array(z.string()),
});
export type CaseParts = z.infer<typeof parts>;

/** The person who acts on a case, and when (UTC milliseconds). */
export interface Actor {
  readonly by: string;
  readonly at: number;
}

const actorParameters = ({ by, at }: Actor) => ({ by, at: BigInt(at) });

/** Cases, newest first. */
export async function listCases(queries: Queries): Promise<CaseRow[]> {
  const rows = await queries.read("cases/list", { id: null }, row);
  return rows.map(({ case: { runId: _run, ...own }, ...figures }) => ({ ...own, ...figures }));
}

/** One case with the run it cites. An unknown id is a UserError. */
export async function oneCase(
  queries: Queries,
  id: string,
): Promise<CaseRow & { runId: string | null }> {
  const [found] = await queries.read("cases/list", { id }, row);
  if (!found) throw unknown("case", id);
  const { case: own, ...figures } = found;
  return { ...own, ...figures };
}

/** Clusters, accounts and reports a case is made of. */
export async function partsOfCase(queries: Queries, id: string): Promise<CaseParts> {
  const [found] = await queries.read("cases/parts", { id }, parts);
  if (!found) throw unknown("case", id);
  return found;
}

/**
 * Opens a case, from a cluster when named: it keeps citing the run that found the cluster, whatever
 * later runs find. Without a title the case is called by the account to look at first.
 */
export async function openCase(
  queries: Queries,
  wanted: { readonly title?: string | undefined; readonly cluster?: string | undefined },
  actor: Actor,
): Promise<CaseRow> {
  const { cluster } = wanted;
  const title =
    wanted.title?.trim() || (cluster === undefined ? "" : await nameOfCluster(queries, cluster));
  if (title === "") {
    throw new UserError({
      code: "case-needs-title",
      message: "A case needs a title.",
      remedy: "Say what it is about in a few words.",
    });
  }
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
      if (added.length === 0) throw unknown("cluster", cluster);
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
  await nameOfCluster(queries, cluster);
  const [added] = await queries.write(
    "cases/add-cluster",
    { id, cluster, ...actorParameters(actor) },
    addedRow,
  );
  if (!added) throw unknown("case", id);
  return added;
}

/** Adds accounts by number; those not in the database come back as unknown. */
export async function addAccounts(
  queries: Queries,
  id: string,
  accounts: readonly string[],
  actor: Actor,
): Promise<{ added: string[]; unknown: string[] }> {
  await oneCase(queries, id);
  const parameters = { id, accounts: [...accounts], ...actorParameters(actor) };
  const found = await queries.write(
    "cases/add-accounts",
    parameters,
    z.object({ number: z.string() }),
  );
  return divide(
    accounts,
    found.map((one) => one.number),
  );
}

/** Adds crime reports by id; those not in the database come back as unknown. */
export async function addReports(
  queries: Queries,
  id: string,
  reports: readonly string[],
  actor: Actor,
): Promise<{ added: string[]; unknown: string[] }> {
  await oneCase(queries, id);
  const parameters = { id, reports: [...reports], ...actorParameters(actor) };
  const found = await queries.write("cases/add-reports", parameters, z.object({ id: z.string() }));
  return divide(
    reports,
    found.map((one) => one.id),
  );
}

/** Renames, closes or reopens a case. */
export async function updateCase(
  queries: Queries,
  id: string,
  change: { readonly title?: string | undefined; readonly status?: "open" | "closed" | undefined },
  actor: Actor,
): Promise<CaseRow> {
  const parameters = {
    id,
    title: change.title ?? null,
    status: change.status ?? null,
    ...actorParameters(actor),
  };
  await queries.write("cases/update", parameters, z.object({ id: z.string() }));
  return oneCase(queries, id);
}

/** The highest ranked cluster of the newest run. Nothing found yet is a UserError. */
export async function topCluster(queries: Queries): Promise<string> {
  const [top] = await queries.read("cases/top-cluster", {}, z.object({ id: z.string() }));
  if (top) return top.id;
  throw new UserError({
    code: "no-cluster",
    status: 404,
    message: "No detection run has found a cluster yet.",
    remedy: "Run detect first.",
  });
}

async function nameOfCluster(queries: Queries, cluster: string): Promise<string> {
  const [found] = await queries.read(
    "cases/cluster-name",
    { cluster },
    z.object({ rank: count, name: text }),
  );
  if (!found) throw unknown("cluster", cluster);
  return found.name ?? cluster;
}

function divide(
  asked: readonly string[],
  found: readonly string[],
): { added: string[]; unknown: string[] } {
  const known = new Set(found);
  return { added: [...known], unknown: [...new Set(asked)].filter((one) => !known.has(one)) };
}

function unknown(what: string, id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id}.`,
    remedy: what === "case" ? "See the numbers with: case list." : "Open it from the list again.",
  });
}
