import { z } from "zod";
import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { type Changes, changesTo, type StoredTransfer } from "./changes.ts";
import { clusterTellings, type Decisions, joinAccepted } from "./clusters.ts";
import { decisionsOf, pairRecord, pairsOfGroups, type StoredPair } from "./pairs.store.ts";
import { type Suggestion, suggestPairs } from "./suggestions.ts";
import { groupKey, groupOf, sumKey, type Telling, tellingKey, tellingsOf } from "./telling.ts";

export interface Regrouping {
  /** Groups to look at again (telling.ts groupKey). */
  readonly groups: readonly string[];
  /** Rows that are new. */
  readonly incoming?: readonly Telling[];
  /** A source that is taken out: its tellings go. */
  readonly without?: string;
  readonly sequenceOf: (sourceId: string) => number;
  /** So many tellings at once. */
  readonly most?: number;
}

export interface Regrouped {
  /** Keys of the tellings that are what is shown of their transfer. */
  readonly first: ReadonlySet<string>;
  /** Sources whose rows began or ceased to be the first telling of a transfer. */
  readonly touched: ReadonlySet<string>;
}

const transferRow = z.object({
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.custom<StoredTransfer["properties"][string]>()),
});

/**
 * Rewritten in one transaction; where dozens of sources tell of the same transfers the server's
 * memory for one is soon full.
 */
const MOST_TELLINGS = 20_000;

/**
 * Brings the transfers of some groups into the state that follows from everything told about them
 * and every decision, in one transaction, or in several where very much was told. Doing it again
 * changes nothing.
 */
export async function regroup(queries: Queries, asked: Regrouping): Promise<Regrouped> {
  const { groups, pairs } = await withLinkedGroups(queries, asked.groups);
  const stored = await readGroups(queries, groups, asked.sequenceOf);
  const told = stored.reduce((sum, transfer) => sum + transfer.tellings.length, 0);
  if (told > (asked.most ?? MOST_TELLINGS) && asked.groups.length > 1)
    return regroupHalves(queries, asked);
  const decisions = decisionsOf(pairs);
  const tellings = stored
    .flatMap((transfer) => transfer.tellings)
    .filter((one) => one.sourceId !== asked.without);
  const clusters = clustersOf([...tellings, ...(asked.incoming ?? [])], decisions);
  const changes = changesTo(stored, clusters.joined);
  await apply(queries, changes, pairChanges(pairs, clusters.suggestions));
  return {
    first: new Set(clusters.joined.map((cluster) => tellingKey(cluster[0] as Telling))),
    touched: touchedSources(stored, changes),
  };
}

async function regroupHalves(queries: Queries, asked: Regrouping): Promise<Regrouped> {
  const middle = Math.ceil(asked.groups.length / 2);
  const first = new Set<string>();
  const touched = new Set<string>();
  for (const groups of [asked.groups.slice(0, middle), asked.groups.slice(middle)]) {
    const here = new Set(groups);
    const incoming = asked.incoming?.filter((telling) => here.has(groupKey(telling)));
    const done = await regroup(queries, { ...asked, groups, ...(incoming && { incoming }) });
    for (const key of done.first) first.add(key);
    for (const source of done.touched) touched.add(source);
  }
  return { first, touched };
}

/** The groups, and those that a person's decision ties to them. */
async function withLinkedGroups(queries: Queries, asked: readonly string[]) {
  const groups = new Set(asked);
  const pairs = new Map<string, StoredPair>();
  let fresh = [...groups];
  while (fresh.length > 0) {
    for (const pair of await pairsOfGroups(queries, fresh)) pairs.set(pair.id, pair);
    const linked = [...pairs.values()]
      .filter((pair) => pair.state === "accepted")
      .flatMap((pair) => [pair.leftGroup, pair.rightGroup]);
    fresh = [...new Set(linked)].filter((group) => !groups.has(group));
    for (const group of fresh) groups.add(group);
  }
  return { groups, pairs: [...pairs.values()] };
}

export async function readGroups(
  queries: Queries,
  groups: Iterable<string>,
  sequenceOf: (sourceId: string) => number,
): Promise<StoredTransfer[]> {
  const pairs = new Map<string, { from: string; to: string; wanted: Record<string, true> }>();
  for (const key of groups) {
    const { from, to, ...sum } = groupOf(key);
    const pair = pairs.get(`${from}|${to}`) ?? { from, to, wanted: {} };
    pairs.set(`${from}|${to}`, pair);
    pair.wanted[sumKey(sum)] = true;
  }
  const rows = await queries.read(
    "loading/group-transfers",
    { pairs: [...pairs.values()] },
    transferRow,
  );
  return rows.map((row) => ({ ...row, tellings: tellingsOf(row, sequenceOf) }));
}

function clustersOf(tellings: readonly Telling[], decisions: Decisions) {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const key = groupKey(telling);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [telling]);
    else group.push(telling);
  }
  const sure = [...groups.values()].flatMap((group) => clusterTellings(group, decisions));
  const joined = joinAccepted(sure, decisions);
  const byGroup = new Map<string, Telling[][]>();
  for (const cluster of joined) {
    const key = groupKey(cluster[0] as Telling);
    byGroup.set(key, [...(byGroup.get(key) ?? []), cluster]);
  }
  const suggestions = [...byGroup.values()].flatMap((group) => suggestPairs(group, decisions));
  return { joined, suggestions };
}

function pairChanges(pairs: readonly StoredPair[], suggestions: readonly Suggestion[]) {
  const wanted = suggestions.map((suggestion) => pairRecord(suggestion));
  const keep = new Set(wanted.map((pair) => pair.id));
  // These are other searches' (masked.store.ts, corrections.store.ts).
  const open = pairs.filter(
    ({ state, why }) => state === "suggested" && why !== "masked" && why !== "corrected",
  );
  return { save: wanted, drop: open.map((pair) => pair.id).filter((id) => !keep.has(id)) };
}

async function apply(
  queries: Queries,
  changes: Changes,
  pairs: { save: readonly object[]; drop: readonly string[] },
): Promise<void> {
  const steps: [string, Record<string, readonly unknown[]>][] = [
    ["drop-pairs", { ids: pairs.drop }],
    ["remove-transfers", { ids: changes.remove }],
    ["renew-transfers", { transfers: changes.renew }],
    ["create-transfers", { transfers: changes.create }],
    ["save-pairs", { pairs: pairs.save }],
  ];
  const needed = steps.filter(([, parameters]) =>
    Object.values(parameters).some((list) => list.length > 0),
  );
  if (needed.length === 0) return;
  await queries.transaction(async (transaction) => {
    for (const [name, parameters] of needed)
      await transaction.run(`loading/${name}`, parameters, nothing);
  });
}

function touchedSources(stored: readonly StoredTransfer[], changes: Changes): Set<string> {
  const changed = new Set([...changes.remove, ...changes.renew.map((one) => one.id)]);
  const touched = new Set<string>();
  for (const transfer of stored) {
    if (!changed.has(String(transfer.properties.id))) continue;
    for (const telling of transfer.tellings) touched.add(telling.sourceId);
  }
  return touched;
}
