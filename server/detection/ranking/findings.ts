import { ASSIGNED, type Family } from "../../../contract/detection.ts";
import { firstNotBelow } from "../../columns/typed-arrays.ts";
import { pointsFor, weighedIndicators } from "../indicators/all-indicators.ts";
import { once } from "../indicators/context.ts";
import { rowsBetween } from "../indicators/explained-rows.ts";
import { CONSTANTS, PARAMETERS } from "../parameters.ts";
import type { FoundAccount, FoundReason } from "./detection-result.ts";
import { INNOCENT } from "./innocent-explanations.ts";
import type { Outcome } from "./outcome.ts";
import { counted, scoreOf } from "./scores.ts";
import { speaksAgainst } from "./speaks-against.ts";

const { mostTransfers, leastNamed, leastExplained, beforePartner, mostRarePower } =
  CONSTANTS.findings;

/** Points by family, strongest first, where any. */
export function familiesOf(outcome: Outcome, account: number): [Family, number][] {
  const { context, scores } = outcome;
  const found: [Family, number][] = [];
  for (const { indicator, weight } of weighedIndicators(context)) {
    const { family } = indicator;
    const points = counted(pointsFor(context, indicator, account));
    const value = points * weight;
    if (value <= leastNamed) continue;
    const known = found.find(([name]) => name === family);
    if (known) known[1] += value;
    else found.push([family, value]);
  }
  const credit = scores.credit[account]!;
  if (credit > leastNamed) found.push(["partners", credit]);
  return found.sort(([, a], [, b]) => b - a);
}

/** The accounts shown, best first, each with its reasons and what speaks against. */
export function findingsOf(
  outcome: Outcome,
  clusterOf: ReadonlyMap<number, string>,
  shown: readonly number[],
): FoundAccount[] {
  const { context, scores, parts } = outcome;
  const rarity = rarityAmongPeers(outcome);
  let rank = 0;
  return shown.map((account) => {
    const role = parts[account]?.role ?? "none";
    const points = scores.points[account]!;
    if (role !== "victim") rank += 1;
    return {
      account: context.columns.accounts.numbers[account] as string,
      points,
      score: scoreOf(points),
      rank: role === "victim" ? null : rank,
      role,
      cluster: clusterOf.get(account) ?? null,
      oneIn: rarity(account),
      reasons: reasonsOf(outcome, account),
      against: speaksAgainst(context, account),
    };
  });
}

/** 1 in N: how many of its peers have at least its points. */
function rarityAmongPeers({ context, scores }: Outcome): (account: number) => number {
  const { peers } = context;
  const sorted = peers.members.map((members) =>
    Float64Array.from(members, (account) => scores.points[account]!).sort(),
  );
  return (account) => {
    const values = sorted[peers.group[account]!];
    if (!values) return 1;
    const below = firstNotBelow(values, scores.points[account]!);
    return Math.max(1, Math.floor(values.length / Math.max(1, values.length - below)));
  };
}

function reasonsOf(outcome: Outcome, account: number): FoundReason[] {
  const { context } = outcome;
  const found: FoundReason[] = [];
  for (const { indicator, weight } of weighedIndicators(context)) {
    const { family } = indicator;
    const rare = Math.min(PARAMETERS.cap, pointsFor(context, indicator, account));
    const points = counted(rare) * weight;
    if (points < leastExplained) continue;
    const why = indicator.explain(context, account);
    if (why) found.push(reason(outcome, family, why, points, rare));
  }
  found.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
  // What an account did itself comes first; whom it deals with comes after, however much it adds.
  const partner = bestPartner(outcome, account);
  const place = found.findIndex((one) => one.points < beforePartner);
  if (partner) found.splice(place === -1 ? found.length : place, 0, partner);
  return found;
}

function reason(
  { context }: Outcome,
  family: Family,
  why: Pick<FoundReason, "code" | "params"> & { readonly rows: readonly number[] },
  points: number,
  rare: number,
): FoundReason {
  return {
    family,
    code: why.code,
    params: why.params,
    points,
    oneIn: ASSIGNED.has(family)
      ? null
      : Math.min(mostSayable(context), Math.round(10 ** Math.min(rare, mostRarePower))),
    transferIds: why.rows.slice(0, mostTransfers).map((row) => context.columns.idOf(row)),
    transferCount: why.rows.length,
    innocent: INNOCENT[why.code] ?? "",
  };
}

/** Nothing is rarer than one in as many accounts as are held and compared. */
const mostSayable = once(({ peers }) =>
  Math.max(
    1,
    peers.members.reduce((sum, members) => sum + members.length, 0),
  ),
);

function bestPartner(outcome: Outcome, account: number): FoundReason | undefined {
  const { context, scores } = outcome;
  const { columns } = context;
  const points = scores.credit[account]!;
  const best = scores.partner[account]!;
  if (points < leastExplained || best === -1) return undefined;
  const rows = [
    ...rowsBetween(columns, account, best),
    ...rowsBetween(columns, best, account),
  ].sort((a, b) => a - b);
  // A shared telephone is no dealing.
  if (rows.length === 0) return undefined;
  const params = {
    account: columns.accounts.numbers[best] as string,
    points: scores.points[best]!,
  };
  return reason(outcome, "partners", { code: "partner", params, rows }, points, points);
}
