import { z } from "zod";
import type { exploring } from "../../contract/exploring.ts";
import { loadColumns, snapshotPath } from "../columns/load.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { readListedStops } from "../tracing/tracing.store.ts";
import { nothingThere } from "./not-found.ts";
import type { FoundPaths } from "./paths.search.ts";
import { searchInThread } from "./paths.thread.ts";
import { MOST_SHARING } from "./shared-traits.ts";
import { edgesAmong, nodesOf, runToShow } from "./stage.store.ts";

type PathRequest = z.output<typeof exploring.paths.body>;
type PathAnswerDocument = z.input<typeof exploring.paths.answer>;

const operatedRow = z.object({ device: z.string(), accounts: z.array(z.string()) });

/**
 * Ways from one account to another over the whole database, with the accounts on them and the
 * relations among those.
 */
export async function findPaths(
  database: Database,
  request: PathRequest,
  signal: AbortSignal,
): Promise<PathAnswerDocument> {
  if (request.from === request.to) throw sameEnds();
  // Brings the snapshot file up to date; the thread reads that.
  const columns = await loadColumns(database, { signal });
  for (const number of [request.from, request.to])
    if (columns.accounts.indexOf(number) === undefined) throw nothingThere("account", number);
  const { queries } = database;
  const [listed, operated] = await Promise.all([
    readListedStops(queries),
    request.kind !== "shortest"
      ? []
      : queries.read("exploring/operated-together", { most: BigInt(MOST_SHARING) }, operatedRow),
  ]);
  const question = { ...request, listed, operated };
  const found = await searchInThread(snapshotPath(database.dataDir), columns, question, signal);
  return describe(database, request, found);
}

async function describe(
  database: Database,
  request: PathRequest,
  found: FoundPaths,
): Promise<PathAnswerDocument> {
  const { queries } = database;
  const run = await runToShow(queries, request.run);
  const numbers = [
    ...new Set([request.from, request.to, ...found.ways.flatMap((path) => path.accounts)]),
  ];
  const [nodes, relations] = await Promise.all([
    nodesOf(queries, numbers, run),
    edgesAmong(queries, numbers, {}),
  ]);
  return {
    nodes,
    edges: relations.edges,
    paths: found.ways,
    total: found.total,
    more: found.more,
    shown: {
      nodes: nodes.length,
      nodesFound: nodes.length,
      edges: relations.edges.length,
      transfers: relations.transfers,
      leftOut: [],
    },
  };
}

function sameEnds(): UserError {
  return new UserError({
    code: "same-account",
    status: 422,
    message: "A path needs two different accounts.",
    remedy: "Choose another account at one end.",
  });
}
