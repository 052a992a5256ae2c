import { canonicalColumns } from "../../columns/canonical.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import { workOut } from "../indicators/all-indicators.ts";
import type { Context, RunInput } from "../indicators/context.ts";
import { type Cycle, type CycleSearch, searchHere } from "../indicators/find-cycles.ts";
import { movesOn } from "../indicators/money-passed-on.ts";
import { networkOf } from "../network/network.ts";
import { CONSTANTS, rulesVersion } from "../parameters.ts";
import { partsOf } from "../ranking/account-roles.ts";
import { addUp } from "../ranking/add-up.ts";
import { summaryOf } from "../ranking/cluster-summary.ts";
import { findClusters } from "../ranking/clusters.ts";
import type { DetectionResult, RankedAccount } from "../ranking/detection-result.ts";
import { familiesOf, findingsOf } from "../ranking/findings.ts";
import type { Outcome } from "../ranking/outcome.ts";
import { requestsOf } from "../ranking/requests.ts";
import { refuseUnsayable } from "../ranking/sayable.ts";
import { scoreOf } from "../ranking/scores.ts";

export interface DetectOptions extends RunInput {
  readonly progress?: (phase: string, done: number, total: number) => void;
  /** Where cycles are searched: a second thread, or here. What is found is the same. */
  readonly searchCycles?: CycleSearch;
}

/**
 * The whole run: indicators, score, roles, clusters, reasons. Pure and deterministic: the same
 * columns and options give the same result.
 */
export function detect(given: TransferColumns, options: DetectOptions): DetectionResult {
  const columns = canonicalColumns(given);
  const context = contextOf(columns, options);
  workOut(context, (family, done, total) => options.progress?.(family, done, total));
  const scores = addUp(context);
  const victims = new Set(options.reports.flatMap((report) => report.victims));
  const parts = partsOf(context, victims, scores);
  const outcome: Outcome = { context, scores, parts };
  const rules = rulesVersion();
  const key = `${columns.fingerprint} ${rules} ${options.since} ${options.until}`;
  const clusters = findClusters(context, scores, parts, key);
  const clusterOf = new Map(
    clusters.flatMap(({ id, members }) => members.map((account) => [account, id] as const)),
  );
  const order = [...context.peers.active].sort(
    (a, b) => scores.points[b]! - scores.points[a]! || a - b,
  );
  const { mostFindings, leastPoints } = CONSTANTS.findings;
  const shown = order.filter(
    (account, at) =>
      clusterOf.has(account) || (at < mostFindings && scores.points[account]! >= leastPoints),
  );
  const result: DetectionResult = {
    fingerprint: columns.fingerprint,
    rules,
    transfers: context.all.length,
    ranking: order.map((account) => ranked(outcome, clusterOf, account)),
    findings: findingsOf(outcome, clusterOf, shown),
    clusters: clusters.map((cluster, at) => summaryOf(outcome, cluster, at + 1)),
    requests: requestsOf(outcome, victims),
    strangerShare: context.strangers.share,
    reports: options.reports.length,
  };
  refuseUnsayable(result);
  return result;
}

/** `columns`: in canonical order. */
export function contextOf(columns: TransferColumns, options: DetectOptions): Context {
  const network = networkOf(columns, options);
  let foundCycles: (() => readonly Cycle[]) | undefined;
  const search = () => (options.searchCycles ?? searchHere)(network.flow, network.strangers);
  const context = {
    ...network,
    input: options,
    foundCycles: () => {
      foundCycles ??= search();
      return foundCycles();
    },
  };
  // Where the shape of the network speaks, a second thread may begin at once.
  if (movesOn(context).weight < 1) foundCycles = search();
  return context;
}

function ranked(
  outcome: Outcome,
  clusterOf: ReadonlyMap<number, string>,
  account: number,
): RankedAccount {
  const { context, scores, parts } = outcome;
  const points = scores.points[account]!;
  return {
    account: context.columns.accounts.numbers[account] as string,
    points,
    score: scoreOf(points),
    role: parts[account]?.role ?? "none",
    cluster: clusterOf.get(account) ?? "",
    families: familiesOf(outcome, account),
  };
}
