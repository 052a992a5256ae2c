import type { ExploreFilter, GraphAnswer, GraphEdge, GraphNode } from "../../contract/exploring.ts";
import { sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { MOST_TRANSFERS, STOPPING_CHANNELS, stopOf } from "../tracing/stops.ts";
import { moneyInDatabase } from "./money.ts";
import { nothingThere } from "./not-found.ts";
import { idRow, memberRow, nodeRow, numberRow } from "./picture-rows.ts";
import { shownRole } from "./shown-account-role.ts";
import { groupBy } from "./sums.ts";

/** The accounts on the stage and the relations among them. */

/** The run asked for, or the newest one; null before the first detection. */
export async function runToShow(
  queries: Queries,
  asked: string | undefined,
): Promise<string | null> {
  if (asked !== undefined) return asked;
  const [latest] = await queries.read("exploring/latest-run", {}, idRow);
  return latest?.id ?? null;
}

/** The numbers among these that are accounts of the data. */
export async function knownAccounts(
  queries: Queries,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await queries.read("exploring/known-accounts", { numbers }, numberRow);
  return rows.map((row) => row.number);
}

export async function nodesOf(
  queries: Queries,
  numbers: readonly string[],
  run: string | null,
): Promise<GraphNode[]> {
  const parameters = {
    numbers,
    run,
    channels: STOPPING_CHANNELS,
    mostTransfers: BigInt(MOST_TRANSFERS),
  };
  const rows = await queries.read("exploring/nodes", parameters, nodeRow);
  return rows.map(({ kind, sentCount, receivedCount, receivedThrough, role, ...node }) => ({
    ...node,
    role: shownRole(role, node.reported),
    degree: sentCount + receivedCount,
    stop: stopOf({
      exit: node.exitKind !== null,
      kind,
      holderKind: node.holderKind,
      sent: sentCount,
      received: receivedCount,
      receivedThrough: (channel) => receivedThrough[STOPPING_CHANNELS.indexOf(channel)] ?? 0,
    }),
  }));
}

interface Relations {
  readonly edges: GraphEdge[];
  readonly transfers: number;
  readonly belowMinimum: number;
}

export async function edgesAmong(
  queries: Queries,
  numbers: readonly string[],
  filter: ExploreFilter,
  money = moneyInDatabase(queries),
): Promise<Relations> {
  const rows = await money.edges(numbers, filter);
  const kept = rows.filter((row) => row.count > 0);
  const edges = [...groupBy(kept, (row) => `${row.from}\n${row.to}`).values()].map(
    (parts): GraphEdge => {
      const [first] = parts as [(typeof parts)[number]];
      return {
        from: first.from,
        to: first.to,
        count: parts.reduce((sum, part) => sum + part.count, 0),
        sums: sumByCurrency(parts),
        first: Math.min(...parts.map((part) => part.first ?? Number.POSITIVE_INFINITY)),
        last: Math.max(...parts.map((part) => part.last ?? Number.NEGATIVE_INFINITY)),
      };
    },
  );
  return {
    edges,
    transfers: kept.reduce((sum, row) => sum + row.count, 0),
    belowMinimum: rows.reduce((sum, row) => sum + row.belowMinimum, 0),
  };
}

export interface StageRequest extends ExploreFilter {
  readonly cluster?: string | undefined;
  readonly accounts?: readonly string[] | undefined;
  readonly report?: string | undefined;
  readonly run?: string | undefined;
  readonly neighbours: boolean;
  readonly exits: boolean;
  readonly limit: number;
}

/**
 * The picture a person starts from: a cluster, a report, a list of accounts; with their neighbours
 * or only their exits when asked.
 */
export async function openStage(
  queries: Queries,
  request: StageRequest,
  money = moneyInDatabase(queries),
): Promise<GraphAnswer & { seeds: string[]; run: string | null }> {
  const { seeds, run } = await seedsOf(queries, request);
  const drawn = seeds.slice(0, request.limit);
  const exits = request.exits ? await exitsBeside(queries, drawn) : [];
  const around = request.neighbours
    ? await money.neighbours({
        numbers: centresOf(await nodesOf(queries, drawn, run)),
        known: [...drawn, ...exits],
        direction: "both",
        limit: Math.max(request.limit - drawn.length, 0),
        filter: request,
      })
    : { found: 0, numbers: [] };
  const numbers = [...drawn, ...exits, ...around.numbers];
  const [nodes, relations] = await Promise.all([
    nodesOf(queries, numbers, run),
    edgesAmong(queries, numbers, request, money),
  ]);
  const cut = seeds.length - drawn.length + around.found - around.numbers.length;
  return {
    seeds: drawn,
    run,
    nodes,
    edges: relations.edges,
    shown: {
      nodes: nodes.length,
      nodesFound: seeds.length + exits.length + around.found,
      edges: relations.edges.length,
      transfers: relations.transfers,
      leftOut: leftOut(cut, relations.belowMinimum),
    },
  };
}

export function leftOut(nodes: number, belowMinimum: number): GraphAnswer["shown"]["leftOut"] {
  return [
    ...(nodes > 0 ? [{ reason: "node-limit" as const, count: nodes }] : []),
    ...(belowMinimum > 0 ? [{ reason: "minimum-amount" as const, count: belowMinimum }] : []),
  ];
}

async function seedsOf(
  queries: Queries,
  request: StageRequest,
): Promise<{ seeds: string[]; run: string | null }> {
  if (request.cluster !== undefined) {
    const members = await queries.read(
      "exploring/cluster-members",
      { cluster: request.cluster },
      memberRow,
    );
    if (members.length === 0) throw nothingThere("cluster", request.cluster);
    return { seeds: members.map((member) => member.number), run: members[0]?.run ?? null };
  }
  const run = await runToShow(queries, request.run);
  if (request.report !== undefined) {
    const touched = await queries.read(
      "exploring/report-accounts",
      { report: request.report },
      numberRow,
    );
    if (touched.length === 0) throw nothingThere("report", request.report);
    return { seeds: touched.map((row) => row.number), run };
  }
  return { seeds: [...new Set(request.accounts ?? [])], run };
}

/** The exits that some accounts paid into or were paid from, in the order of their numbers. */
async function exitsBeside(queries: Queries, numbers: readonly string[]): Promise<string[]> {
  const rows = await queries.read("exploring/exits-beside", { numbers }, numberRow);
  const known = new Set(numbers);
  return rows.map((row) => row.number).filter((number) => !known.has(number));
}

/**
 * The accounts whose neighbours belong to the picture. The customers of a cash desk, a shop or a
 * hub are strangers to each other, so a stop is no centre, unless nothing else was asked for.
 */
export function centresOf(nodes: readonly GraphNode[]): string[] {
  const through = nodes.filter((node) => node.stop === null);
  return (through.length > 0 ? through : nodes).map((node) => node.number);
}
