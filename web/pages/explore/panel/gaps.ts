import { DAY } from "../../../ui/day.ts";

export interface Held {
  readonly from: number | null;
  readonly to: number | null;
}

/** Days between statements that no statement covers; statements without their days say nothing. */
export function missingDays(statements: readonly Held[]): readonly (readonly [number, number])[] {
  const known = statements
    .flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
    .sort((a, b) => a.from - b.from);
  const gaps: (readonly [number, number])[] = [];
  let [reached] = [known[0]?.to ?? 0];
  for (const { from, to } of known.slice(1)) {
    if (from - reached > 1.5 * DAY) gaps.push([reached + DAY, from - 1]);
    reached = Math.max(reached, to);
  }
  return gaps;
}
