import type { z } from "zod";
import type { ExploreFilter, GraphAnswer } from "../../contract/exploring.ts";
import type { growing, Reached } from "../../contract/growing.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { moneyInDatabase } from "./money.ts";
import type { Money } from "./money-questions.ts";
import { nothingThere } from "./not-found.ts";
import { reachRow } from "./picture-rows.ts";
import { queryFilter } from "./query-filter.ts";
import { centresOf, edgesAmong, leftOut, nodesOf, runToShow } from "./stage.store.ts";

/** A picture grows: what comes in around its accounts, and how much there would be. */

export interface AroundRequest extends ExploreFilter {
  readonly accounts: readonly string[];
  readonly direction: "in" | "out" | "both";
  readonly common: boolean;
  readonly known: readonly string[];
  readonly run?: string | undefined;
  readonly limit: number;
}

/**
 * The next ring around some accounts of a picture, largest money first, and how many of it are not
 * on the stage. It is the same ring whatever was added since, so the count does not move.
 */
export async function growAround(
  queries: Queries,
  request: AroundRequest,
  money = moneyInDatabase(queries),
): Promise<GraphAnswer> {
  const run = await runToShow(queries, request.run);
  const centres = centresOf(await nodesOf(queries, request.accounts, run));
  const around = await money.neighbours({
    numbers: centres,
    known: [...new Set([...request.accounts, ...request.known])],
    direction: request.direction,
    least: request.common ? centres.length : 1,
    limit: request.limit,
    filter: request,
  });
  const grown = await grownBy(queries, { known: request.known, added: around.numbers, run, money });
  return {
    ...grown.graph,
    shown: {
      ...grown.counts,
      nodesFound: around.found,
      leftOut: leftOut(around.found - around.numbers.length, 0),
    },
  };
}

/** What accounts bring to a stage: themselves and their relations to each other and to it. */
async function grownBy(
  queries: Queries,
  growth: {
    readonly known: readonly string[];
    readonly added: readonly string[];
    readonly run: string | null;
    readonly filter?: ExploreFilter;
    readonly money: Money;
  },
) {
  const { known, added, run, filter = {}, money } = growth;
  const [nodes, relations] = await Promise.all([
    nodesOf(queries, added, run),
    added.length === 0
      ? { edges: [], belowMinimum: 0 }
      : edgesAmong(queries, [...new Set([...known, ...added])], filter, money),
  ]);
  const own = new Set(added);
  const edges = relations.edges.filter((edge) => own.has(edge.from) || own.has(edge.to));
  return {
    graph: { nodes, edges },
    counts: {
      nodes: nodes.length,
      edges: edges.length,
      transfers: edges.reduce((sum, edge) => sum + edge.count, 0),
    },
    belowMinimum: relations.belowMinimum,
  };
}

export interface ExpandRequest extends ExploreFilter {
  readonly account: string;
  readonly direction: "in" | "out" | "both";
  readonly known: readonly string[];
  readonly run?: string | undefined;
  readonly limit: number;
  readonly letGo: boolean;
}

/** The next ring around one account; at a stop nothing is added until the person lets go of it. */
export async function expandStage(
  queries: Queries,
  request: ExpandRequest,
  money = moneyInDatabase(queries),
): Promise<GraphAnswer> {
  const run = await runToShow(queries, request.run);
  const [centre] = await nodesOf(queries, [request.account], run);
  if (!centre) throw nothingThere("account", request.account);
  const around = await money.neighbours({
    numbers: [request.account],
    known: request.known,
    direction: request.direction,
    limit: request.limit,
    filter: request,
  });
  const stopped = centre.stop !== null && !request.letGo;
  const added = stopped ? [] : around.numbers;
  const grown = await grownBy(queries, {
    known: request.known,
    added: [request.account, ...added],
    run,
    filter: request,
    money,
  });
  const cut = stopped ? 0 : around.found - added.length;
  return {
    ...grown.graph,
    shown: {
      ...grown.counts,
      nodesFound: around.found,
      leftOut: [
        ...(stopped
          ? [{ reason: "stop" as const, count: around.found, account: request.account }]
          : []),
        ...leftOut(cut, grown.belowMinimum),
      ],
    },
  };
}

type ReachRequest = z.output<typeof growing.reach.body>;
type ReachAnswer = z.input<typeof growing.reach.answer>;

/** How many accounts each way of growing around some accounts would bring, in one question. */
export async function reachOf(queries: Queries, request: ReachRequest): Promise<ReachAnswer> {
  const accounts = [...new Set(request.accounts)];
  const centres = centresOf(await nodesOf(queries, accounts, null));
  const parameters = {
    ...{ numbers: centres, accounts, known: request.known },
    ...queryFilter(request),
  };
  const counts = new Map<string, Reached>();
  for (const { side, found, fresh } of await queries.read("exploring/reach", parameters, reachRow))
    counts.set(side, { found, fresh });
  const of = (side: string) => counts.get(side) ?? { found: 0, fresh: 0 };
  return {
    in: of("in"),
    out: of("out"),
    both: of("both"),
    common: centres.length < 2 ? null : of("common"),
    noCentre: accounts.length - centres.length,
  };
}
