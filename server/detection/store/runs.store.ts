import { z } from "zod";
import type { DetectionRun } from "../../../contract/detection.ts";
import { count, nothing } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { productVersion } from "../../versions/product-version.ts";
import { PARAMETERS } from "../parameters.ts";
import type { DetectionResult, FoundAccount, RankedCluster } from "../ranking/detection-result.ts";
import { refuseUnsayable } from "../ranking/sayable.ts";

export interface RunMeta {
  readonly startedAt: number;
  readonly startedBy: string;
  readonly seconds: number;
  readonly since: number | null;
  readonly until: number | null;
  readonly reports: number;
}

const BATCH = 500;

/**
 * Stores a run beside the earlier ones and returns it. Runs that end at the same moment, of several
 * people or processes, are stored one after another.
 */
export function saveRun(
  queries: Queries,
  result: DetectionResult,
  meta: RunMeta,
): Promise<DetectionRun> {
  refuseUnsayable(result);
  return queries.transaction(async (transaction) => {
    // The lock is all this transaction does; it ends with it, also when this process is killed.
    await transaction.run("detection/lock-runs", { at: BigInt(Date.now()) }, nothing);
    return storeRun(queries, result, meta);
  });
}

/**
 * Clusters and findings first, the run itself last, so that a run that can be seen is whole; what
 * an interrupted one left is taken away by the next.
 */
async function storeRun(
  queries: Queries,
  result: DetectionResult,
  meta: RunMeta,
): Promise<DetectionRun> {
  await queries.autoCommit("detection/delete-unfinished", {}, nothing);
  const [next] = await queries.read("detection/next-run", {}, z.object({ number: count }));
  const number = next?.number ?? 1;
  const id = `R${number}`;
  for (let at = 0; at < result.clusters.length; at += 100) {
    const clusters = result.clusters
      .slice(at, at + 100)
      .map((cluster) => clusterRecord(id, cluster));
    await queries.run("detection/save-clusters", { clusters });
  }
  for (let at = 0; at < result.findings.length; at += BATCH) {
    const findings = result.findings
      .slice(at, at + BATCH)
      .map((finding, place) => findingRecord(id, finding, at + place));
    await queries.run("detection/save-findings", { findings });
  }
  const run: DetectionRun = {
    id,
    startedAt: meta.startedAt,
    startedBy: meta.startedBy,
    seconds: meta.seconds,
    since: meta.since,
    until: meta.until,
    fingerprint: result.fingerprint,
    rules: result.rules,
    codeVersion: productVersion(),
    accounts: result.ranking.length,
    transfers: result.transfers,
    clusters: result.clusters.length,
    reports: meta.reports,
    parameters: Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, value]) => [
        name,
        typeof value === "number" ? value : value.join(" "),
      ]),
    ),
  };
  await queries.run("detection/finish-run", {
    run: {
      ...run,
      number: BigInt(number),
      startedAt: BigInt(run.startedAt),
      since: run.since === null ? null : BigInt(run.since),
      until: run.until === null ? null : BigInt(run.until),
      accounts: BigInt(run.accounts),
      transfers: BigInt(run.transfers),
      clusters: BigInt(run.clusters),
      reports: BigInt(run.reports),
      parameters: JSON.stringify(run.parameters),
      requests: JSON.stringify(result.requests),
    },
  });
  return run;
}

/** Cluster ids as stored: of one run, so that a case keeps citing what it was opened from. */
export function storedClusterId(run: string, cluster: string): string {
  return `${run}-${cluster}`;
}

function clusterRecord(run: string, cluster: RankedCluster) {
  const roles: Record<string, number> = {};
  for (const member of cluster.members) roles[member.role] = (roles[member.role] ?? 0) + 1;
  return {
    properties: {
      id: storedClusterId(run, cluster.id),
      runId: run,
      rank: BigInt(cluster.rank),
      score: cluster.score,
      points: cluster.points,
      typology: cluster.typology,
      size: BigInt(cluster.members.length),
      roles: JSON.stringify(roles),
      received: JSON.stringify(cluster.received),
      leftThroughExits: JSON.stringify(cluster.leftThroughExits),
      transfers: BigInt(cluster.transfers),
      first: BigInt(Math.round(cluster.first)),
      last: BigInt(Math.round(cluster.last)),
      lookFirst: cluster.lookFirst,
      reports: [...cluster.reports],
    },
    members: cluster.members.map((member, order) => ({
      account: member.account,
      properties: {
        role: member.role,
        score: member.score,
        points: member.points,
        order: BigInt(order + 1),
        received: JSON.stringify(member.received),
        sent: JSON.stringify(member.sent),
      },
    })),
  };
}

function findingRecord(run: string, finding: FoundAccount, order: number) {
  return {
    runId: run,
    account: finding.account,
    order: BigInt(order),
    score: finding.score,
    points: finding.points,
    rank: finding.rank === null ? null : BigInt(finding.rank),
    role: finding.role,
    cluster: finding.cluster === null ? null : storedClusterId(run, finding.cluster),
    oneIn: finding.oneIn,
    reasons: JSON.stringify(finding.reasons),
    against: JSON.stringify(finding.against),
  };
}
