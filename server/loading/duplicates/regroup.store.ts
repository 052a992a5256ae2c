import { nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import {
  groupKey,
  groupOf,
  recordKey,
  type SourceRecord,
  sourceRecordsOf,
  storedTransfer,
  sumKey,
} from "../record/source-record.ts";
import { type Changes, changesTo, type StoredTransfer } from "./graph-changes.ts";
import { decisionsOf, pairRecord, pairsOfGroups, type StoredPair } from "./pairs.store.ts";
import { clusterRecords, type Decisions, joinAccepted } from "./same-transfer.ts";
import { type Suggestion, suggestPairs } from "./suggested-pairs.ts";

export interface Regrouping {
  /** Groups to look at again (source-record.ts groupKey). */
  readonly groups: readonly string[];
  /** Rows that are new. */
  readonly incoming?: readonly SourceRecord[];
  /** A source that is taken out: its records go. */
  readonly without?: string;
  readonly sequenceOf: (sourceId: string) => number;
  /** So many records at once. */
  readonly most?: number;
}

export interface Regrouped {
  /** Keys of the records that are what is shown of their transfer. */
  readonly first: ReadonlySet<string>;
  /** Sources whose rows began or ceased to be the first record of a transfer. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Rewritten in one transaction; where dozens of sources record the same transfers the server's
 * memory for one is soon full.
 */
const MOST_RECORDS = 20_000;

/**
 * Brings the transfers of some groups into the state that follows from all their records and every
 * decision. That is one transaction, or several where there are very many records. Doing it again
 * changes nothing.
 */
export async function regroup(queries: Queries, regrouping: Regrouping): Promise<Regrouped> {
  const { groups, pairs } = await withLinkedGroups(queries, regrouping.groups);
  const stored = await readGroups(queries, groups, regrouping.sequenceOf);
  const count = stored.reduce((sum, transfer) => sum + transfer.records.length, 0);
  if (count > (regrouping.most ?? MOST_RECORDS) && regrouping.groups.length > 1)
    return regroupHalves(queries, regrouping);
  const decisions = decisionsOf(pairs);
  const records = stored
    .flatMap((transfer) => transfer.records)
    .filter((one) => one.sourceId !== regrouping.without);
  const clusters = clustersOf([...records, ...(regrouping.incoming ?? [])], decisions);
  const changes = changesTo(stored, clusters.joined);
  await apply(queries, changes, pairChanges(pairs, clusters.suggestions));
  return {
    first: new Set(clusters.joined.map((cluster) => recordKey(cluster[0] as SourceRecord))),
    touched: touchedSources(stored, changes),
  };
}

/**
 * Ids of transfers that would go from the graph if a person said that the rows of this pair are one
 * transfer: another row stands for them then.
 */
export async function goneBySaying(
  queries: Queries,
  { leftGroup, rightGroup, leftKey, rightKey }: StoredPair,
  sequenceOf: Regrouping["sequenceOf"],
): Promise<readonly string[]> {
  const { groups, pairs } = await withLinkedGroups(queries, [leftGroup, rightGroup]);
  const stored = await readGroups(queries, groups, sequenceOf);
  const decided = decisionsOf(pairs);
  const decisions = { ...decided, accepted: [...decided.accepted, [leftKey, rightKey] as const] };
  const records = stored.flatMap((transfer) => transfer.records);
  return changesTo(stored, clustersOf(records, decisions).joined).remove;
}

async function regroupHalves(queries: Queries, regrouping: Regrouping): Promise<Regrouped> {
  const middle = Math.ceil(regrouping.groups.length / 2);
  const first = new Set<string>();
  const touched = new Set<string>();
  for (const groups of [regrouping.groups.slice(0, middle), regrouping.groups.slice(middle)]) {
    const here = new Set(groups);
    const incoming = regrouping.incoming?.filter((record) => here.has(groupKey(record)));
    const done = await regroup(queries, { ...regrouping, groups, ...(incoming && { incoming }) });
    for (const key of done.first) first.add(key);
    for (const source of done.touched) touched.add(source);
  }
  return { first, touched };
}

/** The groups, and those that a person's decision ties to them. */
async function withLinkedGroups(queries: Queries, regrouping: readonly string[]) {
  const groups = new Set(regrouping);
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
    storedTransfer,
  );
  return rows.map((row) => ({ ...row, records: sourceRecordsOf(row, sequenceOf) }));
}

function clustersOf(records: readonly SourceRecord[], decisions: Decisions) {
  const groups = new Map<string, SourceRecord[]>();
  for (const record of records) {
    const key = groupKey(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  const sure = [...groups.values()].flatMap((group) => clusterRecords(group, decisions));
  const joined = joinAccepted(sure, decisions);
  const byGroup = new Map<string, SourceRecord[][]>();
  for (const cluster of joined) {
    const key = groupKey(cluster[0] as SourceRecord);
    byGroup.set(key, [...(byGroup.get(key) ?? []), cluster]);
  }
  const suggestions = [...byGroup.values()].flatMap((group) => suggestPairs(group, decisions));
  return { joined, suggestions };
}

function pairChanges(pairs: readonly StoredPair[], suggestions: readonly Suggestion[]) {
  const wanted = suggestions.map((suggestion) => pairRecord(suggestion));
  const keep = new Set(wanted.map((pair) => pair.id));
  // These are other searches' (masked-rows.store.ts, corrected-rows.store.ts).
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
    for (const record of transfer.records) touched.add(record.sourceId);
  }
  return touched;
}
