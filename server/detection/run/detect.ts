import type { Family, FindingRole } from "../../../contract/detection.ts";
import { canonicalColumns } from "../../columns/canonical.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import { DAY, MINUTE } from "../../time/instant.ts";
import {
  type Evidence,
  type EvidenceOptions,
  gatherEvidence,
  rowsOfAccount,
} from "../indicators/all-indicators.ts";
import { PARAMETERS, rulesVersion } from "../parameters.ts";
import { addUp, counted, type Scores, scoreOf, type Weights } from "../ranking/add-up.ts";
import { findClusters } from "../ranking/clusters.ts";
import { INNOCENT } from "../ranking/innocent-explanations.ts";
import { type Part, partsOf } from "../ranking/roles.ts";

/** A run's outcome as plain data: it crosses from the worker thread and is stored as it is. */
export interface DetectionResult {
  readonly fingerprint: string;
  readonly rules: string;
  readonly transfers: number;
  /** Every account with a transfer, best first. */
  readonly ranking: readonly RankedAccount[];
  readonly findings: readonly FoundAccount[];
  readonly clusters: readonly RankedCluster[];
  readonly strangerShare: number;
  /** Crime reports used. */
  readonly reports: number;
}

export interface RankedAccount {
  readonly account: string;
  readonly points: number;
  readonly score: number;
  readonly role: FindingRole;
  readonly cluster: string;
  /** Points by family, strongest first, where any. */
  readonly families: readonly (readonly [Family, number])[];
}

export interface FoundReason {
  readonly family: Family;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
  readonly oneIn: number;
  readonly transferIds: readonly string[];
  readonly transferCount: number;
  readonly innocent: string;
}

export interface FoundAccount {
  readonly account: string;
  readonly points: number;
  readonly score: number;
  /** Among accounts that are not victims; null for victims. */
  readonly rank: number | null;
  readonly role: FindingRole;
  readonly cluster: string | null;
  readonly oneIn: number;
  readonly reasons: readonly FoundReason[];
  readonly against: readonly {
    code: string;
    params: Record<string, string | number>;
  }[];
}

export interface RankedCluster {
  readonly id: string;
  readonly rank: number;
  readonly points: number;
  readonly score: number;
  readonly typology: string;
  readonly members: readonly {
    readonly account: string;
    readonly role: FindingRole;
    readonly points: number;
    readonly score: number;
    readonly received: readonly CurrencySum[];
    readonly sent: readonly CurrencySum[];
  }[];
  readonly received: readonly CurrencySum[];
  readonly leftThroughExits: readonly CurrencySum[];
  readonly transfers: number;
  readonly first: number;
  readonly last: number;
  readonly lookFirst: string;
  readonly reports: readonly string[];
}

export interface CurrencySum {
  readonly currency: string;
  /** Minor units as text. */
  readonly amount: string;
}

export interface DetectOptions extends EvidenceOptions {
  readonly weights?: Weights;
}

const MOST_IDS = 200;
/** Reasons with so many points of their own are named before a partner. */
const LEAST_BEFORE_PARTNER = 1;
const MOST_FINDINGS = 5_000;

/**
 * The whole run: evidence, score, roles, clusters, reasons. Pure and deterministic: the same
 * columns and options give the same result.
 */
export function detect(given: TransferColumns, options: DetectOptions): DetectionResult {
  const columns = canonicalColumns(given);
  const evidence = gatherEvidence(columns, options);
  const scores = addUp(evidence, options.weights);
  const victims = new Set(options.reports.flatMap((report) => report.victims));
  const parts = partsOf(evidence, victims, scores.points);
  const rules = rulesVersion();
  const key = `${columns.fingerprint} ${rules} ${options.since} ${options.until} ${JSON.stringify(options.weights ?? {})}`;
  const clusters = findClusters(evidence, scores, parts, key);
  const clusterOf = new Map<number, string>();
  for (const cluster of clusters)
    for (const account of cluster.members) clusterOf.set(account, cluster.id);
  const { numbers } = columns.accounts;
  const order = [...evidence.peers.active].sort(
    (a, b) => (scores.points[b] as number) - (scores.points[a] as number) || a - b,
  );
  const ranking = order.map(
    (account): RankedAccount => ({
      account: numbers[account] as string,
      points: scores.points[account] as number,
      score: scoreOf(scores.points[account] as number),
      role: parts[account]?.role ?? "none",
      cluster: clusterOf.get(account) ?? "",
      families: familiesOf(evidence, scores, account, options.weights),
    }),
  );
  const shown = order.filter(
    (account, at) =>
      clusterOf.has(account) || (at < MOST_FINDINGS && (scores.points[account] as number) >= 2),
  );
  return {
    fingerprint: columns.fingerprint,
    rules,
    transfers: evidence.all.length,
    ranking,
    findings: findings(columns, evidence, scores, parts, clusterOf, shown, options),
    clusters: clusters.map((cluster, at) =>
      rankedCluster(columns, evidence, scores, parts, cluster, at + 1, options),
    ),
    strangerShare: evidence.strangers.share,
    reports: options.reports.length,
  };
}

function familiesOf(
  evidence: Evidence,
  scores: Scores,
  account: number,
  weights: Weights = {},
): [Family, number][] {
  const found: [Family, number][] = [];
  for (const { family, points } of evidence.families) {
    const value = counted(points[account] as number) * (weights[family] ?? 1);
    if (value > 0.05) found.push([family, value]);
  }
  const credit = scores.credit[account] as number;
  if (credit > 0.05) found.push(["partners", credit]);
  return found.sort(([, a], [, b]) => b - a);
}

function findings(
  columns: TransferColumns,
  evidence: Evidence,
  scores: Scores,
  parts: readonly Part[],
  clusterOf: ReadonlyMap<number, string>,
  shown: readonly number[],
  options: DetectOptions,
): FoundAccount[] {
  const rarity = rarityAmongPeers(evidence, scores);
  let rank = 0;
  return shown.map((account) => {
    const role = parts[account]?.role ?? "none";
    const points = scores.points[account] as number;
    if (role !== "victim") rank += 1;
    return {
      account: columns.accounts.numbers[account] as string,
      points,
      score: scoreOf(points),
      rank: role === "victim" ? null : rank,
      role,
      cluster: clusterOf.get(account) ?? null,
      oneIn: rarity(account),
      reasons: reasonsOf(columns, evidence, scores, account, options.weights),
      against: againstOf(columns, evidence, account, options),
    };
  });
}

/** 1 in N: how many of its peers have at least its points. */
function rarityAmongPeers(evidence: Evidence, scores: Scores): (account: number) => number {
  const sorted = evidence.peers.members.map((members) =>
    Float64Array.from(members, (account) => scores.points[account] as number).sort(),
  );
  return (account) => {
    const values = sorted[evidence.peers.group[account] as number];
    if (!values) return 1;
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] as number) < (scores.points[account] as number)) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, Math.floor(values.length / Math.max(1, values.length - low)));
  };
}

function reasonsOf(
  columns: TransferColumns,
  evidence: Evidence,
  scores: Scores,
  account: number,
  weights: Weights = {},
): FoundReason[] {
  const found: FoundReason[] = [];
  for (const family of evidence.families) {
    const rare = Math.min(PARAMETERS.cap, family.points[account] as number);
    const points = counted(rare) * (weights[family.family] ?? 1);
    if (points < 0.3) continue;
    const why = family.explain(account);
    if (!why) continue;
    found.push({
      family: family.family,
      code: why.code,
      params: why.params,
      points,
      oneIn: Math.round(10 ** Math.min(rare, 6)),
      transferIds: why.rows.slice(0, MOST_IDS).map((row) => columns.idOf(row)),
      transferCount: why.rows.length,
      innocent: INNOCENT[why.code] ?? "",
    });
  }
  found.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
  // What an account did itself comes first; whom it deals with comes after, however much it adds.
  const partner = bestPartner(columns, scores, account);
  const place = found.findIndex((one) => one.points < LEAST_BEFORE_PARTNER);
  if (partner) found.splice(place === -1 ? found.length : place, 0, partner);
  return found;
}

function bestPartner(
  columns: TransferColumns,
  scores: Scores,
  account: number,
): FoundReason | undefined {
  const points = scores.credit[account] as number;
  if (points < 0.3) return undefined;
  const best = scores.partner[account] as number;
  if (best === -1) return undefined;
  const rows = [
    ...rowsBetween(columns, account, best),
    ...rowsBetween(columns, best, account),
  ].sort((a, b) => a - b);
  const params = {
    account: columns.accounts.numbers[best] as string,
    points: scores.points[best] as number,
  };
  return {
    family: "partners",
    code: "partner",
    params,
    points,
    oneIn: Math.round(10 ** Math.min(points, 6)),
    transferIds: rows.slice(0, MOST_IDS).map((row) => columns.idOf(row)),
    transferCount: rows.length,
    innocent: INNOCENT.partner ?? "",
  };
}

function rowsBetween(columns: TransferColumns, from: number, to: number): number[] {
  const { outgoing, incoming } = columns;
  const paid = outgoing.rows.subarray(outgoing.offsets[from], outgoing.offsets[from + 1]);
  const received = incoming.rows.subarray(incoming.offsets[to], incoming.offsets[to + 1]);
  const found: number[] = [];
  // One of the two may be an employer or a shop with a million rows; the other seldom is.
  if (paid.length <= received.length) {
    for (const row of paid) if (columns.to[row] === to) found.push(row);
  } else {
    for (const row of received) if (columns.from[row] === from) found.push(row);
  }
  return found;
}

/** What speaks for ordinary life, in figures. */
function againstOf(
  columns: TransferColumns,
  evidence: Evidence,
  account: number,
  options: DetectOptions,
): FoundAccount["against"] {
  const rows = rowsOfAccount(columns, account, options);
  const { holderKind, exitKind, openedAt } = columns.accounts;
  let daily = 0;
  let again = 0;
  let whole = 0;
  const partners = new Map<number, number>();
  const payers = new Map<number, number>();
  for (const row of rows) {
    const other =
      ((columns.from[row] === account ? columns.to[row] : columns.from[row]) as number) ?? 0;
    partners.set(other, (partners.get(other) ?? 0) + 1);
    const channel = columns.channel[row] as number;
    if (columns.from[row] === account && (channel === 1 || channel === 3)) daily += 1;
    if (columns.to[row] === account && holderKind[other] === 2)
      payers.set(other, (payers.get(other) ?? 0) + 1);
  }
  for (const row of rows) {
    const other =
      ((columns.from[row] === account ? columns.to[row] : columns.from[row]) as number) ?? 0;
    const amount = Number(columns.amount[row]);
    whole += amount;
    if ((partners.get(other) ?? 0) >= 3 && exitKind[other] === 0) again += amount;
  }
  const found: { code: string; params: Record<string, string | number> }[] = [];
  const say = (code: string, params: Record<string, string | number>) =>
    found.push({ code, params });
  const percent = whole > 0 ? Math.floor((again / whole) * 100) : 0;
  if (percent >= 40) say("known-partners", { percent });
  const times = Math.max(0, ...payers.values());
  if (times >= 2) say("regular-income", { times });
  if (daily >= 20) say("daily-life", { transfers: daily });
  if (holderKind[account] === 2) say("organisation", {});
  const age = (evidence.flow.start - (openedAt[account] as number)) / (365 * DAY);
  if (age >= 2) say("long-open", { years: Math.floor(age) });
  return found;
}

function rankedCluster(
  columns: TransferColumns,
  evidence: Evidence,
  scores: Scores,
  parts: readonly Part[],
  cluster: {
    id: string;
    points: number;
    typology: string;
    members: readonly number[];
    relations: readonly number[];
  },
  rank: number,
  options: DetectOptions,
): RankedCluster {
  const { relations, flow } = evidence;
  const { numbers, exitKind } = columns.accounts;
  const victim = (account: number) => parts[account]?.role === "victim";
  const own = new Set(cluster.members.filter((account) => !victim(account)));
  const inside = new Set(cluster.relations);
  const rows = new Set<number>();
  const received = new Map<number, Map<number, bigint>>();
  const sent = new Map<number, Map<number, bigint>>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const relation of cluster.relations) {
    first = Math.min(first, relations.first[relation] as number);
    last = Math.max(last, relations.last[relation] as number);
  }
  for (const relation of inside) {
    const [from, to] = [relations.from[relation] as number, relations.to[relation] as number];
    for (const row of rowsBetween(columns, from, to)) {
      const at = columns.bookedAt[row] as number;
      if (at < options.since || at >= options.until) continue;
      rows.add(row);
      tally(received, to, columns, row);
      tally(sent, from, columns, row);
    }
  }
  const start = flow.start + (Number.isFinite(first) ? first : 0) * DAY - MINUTE;
  const end = flow.start + (Number.isFinite(last) ? last : 0) * DAY + 3 * DAY;
  const exits = new Map<number, bigint>();
  const came = new Map<number, bigint>();
  for (const account of own) {
    const index = columns.outgoing;
    for (
      let at = index.offsets[account] as number;
      at < (index.offsets[account + 1] as number);
      at += 1
    ) {
      const row = index.rows[at] as number;
      const when = columns.bookedAt[row] as number;
      const kind = exitKind[columns.to[row] as number] as number;
      if (when < start || when > end || kind === 0 || kind === 2) continue;
      const currency = columns.currency[row] as number;
      exits.set(currency, (exits.get(currency) ?? 0n) + (columns.amount[row] as bigint));
    }
  }
  for (const row of rows) {
    if (own.has(columns.from[row] as number) || !own.has(columns.to[row] as number)) continue;
    const currency = columns.currency[row] as number;
    came.set(currency, (came.get(currency) ?? 0n) + (columns.amount[row] as bigint));
  }
  const reports = [
    ...new Set([...rows].map((row) => evidence.reported.taint.get(row)?.report ?? "")),
  ].filter((id) => id !== "");
  return {
    id: cluster.id,
    rank,
    points: cluster.points,
    score: scoreOf(cluster.points),
    typology: cluster.typology,
    members: cluster.members.map((account) => ({
      account: numbers[account] as string,
      role: parts[account]?.role ?? "none",
      points: scores.points[account] as number,
      score: scoreOf(scores.points[account] as number),
      received: sums(columns, received.get(account)),
      sent: sums(columns, sent.get(account)),
    })),
    received: sums(columns, came),
    leftThroughExits: sums(columns, exits),
    transfers: rows.size,
    first: flow.start + (Number.isFinite(first) ? first : 0) * DAY,
    last: flow.start + (Number.isFinite(last) ? last : 0) * DAY,
    lookFirst: numbers[cluster.members[0] as number] as string,
    reports: reports.sort(),
  };
}

function tally(
  into: Map<number, Map<number, bigint>>,
  account: number,
  columns: TransferColumns,
  row: number,
): void {
  const currency = columns.currency[row] as number;
  const known = into.get(account) ?? new Map<number, bigint>();
  known.set(currency, (known.get(currency) ?? 0n) + (columns.amount[row] as bigint));
  into.set(account, known);
}

function sums(
  columns: TransferColumns,
  found: ReadonlyMap<number, bigint> | undefined,
): CurrencySum[] {
  return [...(found ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([currency, amount]) => ({
      currency: columns.currencies[currency] as string,
      amount: amount.toString(),
    }));
}
