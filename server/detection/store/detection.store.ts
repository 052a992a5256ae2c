import { z } from "zod";
import type {
  ClusterMember,
  ClusterRow,
  Decision,
  DetectionRun,
  Finding,
  FindingRole,
  Typology,
} from "../../../contract/detection.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { UserError } from "../../errors/user-error.ts";
import { type ClusterChange, type ClusterSet, compareClusters } from "./compare-clusters.ts";
import { hides, latestDecisions } from "./decisions.store.ts";
import {
  type ClusterRecord,
  clusterRecord,
  clusterSet,
  type FindingRecord,
  findingRecord,
  memberRecord,
  pointsRow,
  runRow,
} from "./stored-rows.ts";

/** Runs, newest first. */
export async function listRuns(queries: Queries): Promise<DetectionRun[]> {
  const rows = await queries.read("detection/runs", {}, runRow);
  return rows.map(({ run: { number: _number, ...run } }) => run);
}

/** The run asked for, or the newest; null where there is none yet. An unknown id is a UserError. */
export async function runOf(
  queries: Queries,
  asked: string | undefined,
): Promise<DetectionRun | null> {
  const runs = await listRuns(queries);
  if (asked === undefined) return runs[0] ?? null;
  const run = runs.find((one) => one.id === asked);
  if (!run) throw notFound("detection run", asked);
  return run;
}

export async function listClusters(
  queries: Queries,
  asked: { run?: string | undefined; all: boolean; offset: number; limit: number },
): Promise<{ run: DetectionRun | null; total: number; hidden: number; clusters: ClusterRow[] }> {
  const run = await runOf(queries, asked.run);
  if (!run) return { run, total: 0, hidden: 0, clusters: [] };
  const rows = await clusterRows(queries, run);
  const shown = asked.all ? rows : rows.filter((row) => !hides(row.decision ?? undefined));
  return {
    run,
    total: shown.length,
    hidden: rows.length - shown.length,
    clusters: shown.slice(asked.offset, asked.offset + asked.limit),
  };
}

export async function oneCluster(
  queries: Queries,
  id: string,
): Promise<ClusterRow & { members: ClusterMember[] }> {
  const [found] = await queries.read(
    "detection/cluster",
    { cluster: id },
    z.object({ run: z.string() }),
  );
  const run = found && (await runOf(queries, found.run));
  const row = run && (await clusterRows(queries, run)).find((one) => one.id === id);
  if (!row) throw notFound("cluster", id);
  const members = await queries.read("detection/members", { cluster: id }, memberRecord);
  return {
    ...row,
    members: members.map(({ member, ...account }) => ({
      ...account,
      ...member,
      role: member.role as FindingRole,
    })),
  };
}

async function clusterRows(queries: Queries, run: DetectionRun): Promise<ClusterRow[]> {
  const records = await queries.read("detection/clusters", { run: run.id }, clusterRecord);
  const decisions = await latestDecisions(queries);
  const changes = await changesSince(queries, run);
  return records.map((record) =>
    clusterRow(record, decisions, changes.get(record.cluster.id) ?? null),
  );
}

function clusterRow(
  record: ClusterRecord,
  decisions: ReadonlyMap<string, Decision>,
  change: ClusterRow["change"],
): ClusterRow {
  const { cluster, name, cases, top } = record;
  const reasons = top.flatMap((member) =>
    member.reasons.map((reason) => ({ ...reason, account: member.account })),
  );
  const seen = new Set<string>();
  const strongest = reasons
    .sort((a, b) => b.points - a.points)
    .filter((reason) => !seen.has(reason.code) && seen.add(reason.code))
    .slice(0, 3);
  return {
    ...cluster,
    typology: cluster.typology as Typology,
    roles: rolesOf(cluster.roles),
    lookFirstName: name,
    reasons: strongest,
    cases,
    change,
    decision: decisions.get(cluster.id) ?? null,
  };
}

function rolesOf(roles: Readonly<Record<string, number>>): Record<FindingRole, number> {
  const of = (role: FindingRole) => roles[role] ?? 0;
  return {
    victim: of("victim"),
    collector: of("collector"),
    transit: of("transit"),
    distributor: of("distributor"),
    "cash-out": of("cash-out"),
    none: of("none"),
  };
}

/** Each cluster of a run against the run before it. */
async function changesSince(
  queries: Queries,
  run: DetectionRun,
): Promise<Map<string, ClusterRow["change"]>> {
  const runs = await listRuns(queries);
  const before = runs[runs.findIndex((one) => one.id === run.id) + 1];
  if (!before) return new Map();
  const changes = compareClusters(
    await clusterSets(queries, run.id),
    await clusterSets(queries, before.id),
  );
  const found = new Map<string, ClusterRow["change"]>();
  for (const change of changes) {
    if (change.cluster)
      found.set(change.cluster, { previous: change.previous, newMembers: change.added.length });
  }
  return found;
}

function clusterSets(queries: Queries, run: string): Promise<ClusterSet[]> {
  return queries.read("detection/cluster-sets", { run }, clusterSet);
}

export async function compareRuns(
  queries: Queries,
  id: string,
  other: string,
): Promise<{
  sameData: boolean;
  clusters: ClusterChange[];
  accounts: {
    account: string;
    points: number;
    previousPoints: number;
    rank: number | null;
    previousRank: number | null;
  }[];
}> {
  const [run, before] = [await runOf(queries, id), await runOf(queries, other)];
  const points = await queries.read("detection/finding-points", { run: id }, pointsRow);
  const earlier = new Map(
    (await queries.read("detection/finding-points", { run: other }, pointsRow)).map((row) => [
      row.account,
      row,
    ]),
  );
  const now = new Set(points.map((row) => row.account));
  const moved = points.map((row) => ({
    account: row.account,
    points: row.points,
    previousPoints: earlier.get(row.account)?.points ?? 0,
    rank: row.rank,
    previousRank: earlier.get(row.account)?.rank ?? null,
  }));
  const gone = [...earlier.values()]
    .filter((row) => !now.has(row.account))
    .map((row) => ({
      account: row.account,
      points: 0,
      previousPoints: row.points,
      rank: null,
      previousRank: row.rank,
    }));
  const change = (row: { points: number; previousPoints: number }) =>
    Math.abs(row.points - row.previousPoints);
  return {
    sameData: run?.fingerprint === before?.fingerprint,
    clusters: compareClusters(await clusterSets(queries, id), await clusterSets(queries, other)),
    accounts: [...moved, ...gone]
      .filter((row) => change(row) > 1e-9)
      .sort((a, b) => change(b) - change(a))
      .slice(0, 500),
  };
}

export async function listFindings(
  queries: Queries,
  asked: {
    run?: string | undefined;
    role?: FindingRole | undefined;
    offset: number;
    limit: number;
  },
): Promise<{ run: DetectionRun | null; total: number; findings: Finding[] }> {
  const run = await runOf(queries, asked.run);
  if (!run) return { run, total: 0, findings: [] };
  const role = asked.role ?? null;
  const [total] = await queries.read(
    "detection/count-findings",
    { run: run.id, role },
    z.object({ total: count }),
  );
  const records = await readFindings(queries, { ...asked, run: run.id, role, account: null });
  const decisions = await latestDecisions(queries);
  return {
    run,
    total: total?.total ?? 0,
    findings: records.map((record) => findingOf(record, decisions)),
  };
}

/** The finding of one account; null where nothing stood out. */
export async function oneFinding(
  queries: Queries,
  account: string,
  asked: string | undefined,
): Promise<Finding | null> {
  const run = await runOf(queries, asked);
  if (!run) return null;
  const [record] = await readFindings(queries, {
    run: run.id,
    role: null,
    account,
    offset: 0,
    limit: 1,
  });
  return record ? findingOf(record, await latestDecisions(queries)) : null;
}

function readFindings(
  queries: Queries,
  asked: {
    run: string;
    role: string | null;
    account: string | null;
    offset: number;
    limit: number;
  },
): Promise<FindingRecord[]> {
  const { run, role, account } = asked;
  const parameters = {
    run,
    role,
    account,
    offset: BigInt(asked.offset),
    limit: BigInt(asked.limit),
  };
  return queries.read("detection/findings", parameters, findingRecord);
}

function findingOf(record: FindingRecord, decisions: ReadonlyMap<string, Decision>): Finding {
  const { finding, bank, holderName, holderKind } = record;
  return {
    ...finding,
    role: finding.role as FindingRole,
    bank,
    holderName,
    holderKind,
    decision: decisions.get(finding.account) ?? null,
  };
}

function notFound(what: string, id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id}.`,
    remedy: "Open it from the list again; it may be of a database that was replaced.",
  });
}
