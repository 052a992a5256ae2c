import { ORGANISATION } from "../../columns/columns.ts";
import { networkOf } from "../network/network.ts";
import type { DetectionResult } from "../ranking/detection-result.ts";
import type { MeasuredTown } from "./generated-town.ts";
import { adjustedRandIndex, averagePrecision } from "./metrics.ts";

/** What an investigator sees of accounts with a statement, and of those to ask for next. */
export interface CaseFigures {
  /** Accounts with a statement, reporters and firms apart; droppers among them. */
  readonly held: number;
  readonly droppers: number;
  readonly named: number;
  readonly namedRight: number;
  /** Innocents with a statement, and those of them named. */
  readonly innocents: number;
  readonly innocentsNamed: number;
  readonly calledVictim: number;
  /** Possible victims, and those of them labelled victims by their life. */
  readonly possibleVictims: number;
  readonly possibleVictimsRight: number;
  readonly clusters: number;
  /** Against the planted networks, over droppers with a statement. */
  readonly randIndex: number;
  /** Right among the first 10, 20 and 30 of the list. */
  readonly first: readonly number[];
  /** Average precision of the stubs' order, their number and the droppers among them. */
  readonly request: number;
  readonly stubs: number;
  readonly stubDroppers: number;
}

export function caseFigures(source: MeasuredTown, result: DetectionResult): CaseFigures {
  const { columns, reports, statements = [] } = source;
  const time = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, statements };
  const { held } = networkOf(columns, time);
  const victims = new Set(reports.flatMap((report) => report.victims));
  const people = result.ranking.flatMap((item) => {
    const index = columns.accounts.indexOf(item.account) as number;
    const firm = columns.accounts.holderKind[index] === ORGANISATION;
    return firm || victims.has(index) ? [] : [{ ...item, isHeld: held.account[index] === 1 }];
  });
  const isDropper = (item: { account: string }) => source.truth.labels.get(item.account) === true;
  const own = people.filter((item) => item.isHeld);
  const stubs = people.filter((item) => !item.isHeld);
  const named = own.filter((item) => item.role !== "none" && item.role !== "victim");
  const list = own.filter((item) => item.role !== "victim");
  const droppers = own.filter(isDropper);
  const heldDroppers = new Set(droppers.map((item) => item.account));
  const possible = people.filter((item) => item.role === "victim");
  return {
    held: own.length,
    droppers: droppers.length,
    named: named.length,
    namedRight: named.filter(isDropper).length,
    innocents: own.length - droppers.length,
    innocentsNamed: named.length - named.filter(isDropper).length,
    possibleVictims: possible.length,
    possibleVictimsRight: possible.filter((item) => source.lives.get(item.account) === "victim")
      .length,
    clusters: result.clusters.length,
    randIndex: adjustedRandIndex(
      new Map([...source.truth.networks].filter(([account]) => heldDroppers.has(account))),
      new Map(result.ranking.map((item) => [item.account, item.cluster])),
    ),
    calledVictim: droppers.filter((item) => item.role === "victim").length,
    first: [10, 20, 30].map((length) => list.slice(0, length).filter(isDropper).length),
    request: averagePrecision(
      stubs.map((item) => ({ score: item.points, positive: isDropper(item) })),
    ),
    stubs: stubs.length,
    stubDroppers: stubs.filter(isDropper).length,
  };
}
