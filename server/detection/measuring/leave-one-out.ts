import { CONSTANTS } from "../parameters.ts";

/** A constant and other values it might have had. */
export interface Choice {
  readonly group: keyof typeof CONSTANTS;
  readonly name: string;
  readonly others: readonly number[];
}

/** Constants of the whole population whose value is a choice, half and one and a half times it. */
export const WHOLE_CHOICES: readonly Choice[] = [
  { group: "matched", name: "ownChance", others: [0.25, 0.75] },
  { group: "matched", name: "kept", others: [0.15, 0.6] },
  { group: "matched", name: "spread", others: [0.4, 1] },
  { group: "ordinaryTrade", name: "often", others: [0.35, 1] },
  { group: "ordinaryTrade", name: "twoWay", others: [0.3, 0.9] },
  { group: "addingUp", name: "moneyShare", others: [0.3, 0.9] },
  { group: "addingUp", name: "loopSupport", others: [0.2, 0.6] },
];

/** Constants of what an investigator holds. */
export const CASE_CHOICES: readonly Choice[] = [
  { group: "suspects", name: "tradesFrom", others: [0.5, 0.85] },
  { group: "suspects", name: "presumedLater", others: [0.35, 1] },
  { group: "suspects", name: "reachedFrom", others: [0.2, 0.45] },
  { group: "suspects", name: "reachedAlone", others: [1, 2] },
  { group: "suspects", name: "pairLater", others: [0.3, 0.7] },
  { group: "suspects", name: "exitShare", others: [0.2, 0.45] },
  { group: "suspects", name: "nearDays", others: [5, 15] },
];

export interface LeftOut {
  readonly source: string;
  /** The figure with the constants as they are, and as the other sources would have chosen them. */
  readonly today: number;
  readonly chosen: number;
  /** What they would have changed, in words. */
  readonly changes: readonly string[];
}

/**
 * Each source is left out in turn. Every constant takes the value that is best on the mean of all
 * the others, each constant by itself; the source left out is measured with all of them.
 */
export function leaveOneOut<Source extends { readonly name: string }>(
  sources: readonly Source[],
  choices: readonly Choice[],
  measure: (source: Source) => number,
): LeftOut[] {
  const today = sources.map(measure);
  const tried = choices.map((choice) =>
    choice.others.map((value) => withValues([[choice, value]], () => sources.map(measure))),
  );
  return sources.map((source, left) => {
    const meanOfOthers = (figures: readonly number[]) =>
      figures.reduce((sum, figure, at) => (at === left ? sum : sum + figure), 0);
    const chosen = choices.flatMap((choice, at): [Choice, number][] => {
      const figures = tried[at] as number[][];
      const best = choice.others
        .map((value, other) => ({ value, mean: meanOfOthers(figures[other] as number[]) }))
        .sort((a, b) => b.mean - a.mean)[0];
      return best && best.mean > meanOfOthers(today) ? [[choice, best.value]] : [];
    });
    return {
      source: source.name,
      today: today[left] as number,
      chosen: withValues(chosen, () => measure(source)),
      changes: chosen.map(([{ group, name }, value]) => `${group}.${name} ${value}`),
    };
  });
}

/** Only a bench may do this, and it puts them back: the rules' constants are constants. */
function withValues<Result>(
  values: readonly (readonly [Choice, number])[],
  work: () => Result,
): Result {
  const groups = CONSTANTS as unknown as Record<string, Record<string, number>>;
  const before = values.map(([{ group, name }]) => groups[group]?.[name] as number);
  const set = ([{ group, name }]: readonly [Choice, number], value: number) => {
    (groups[group] as Record<string, number>)[name] = value;
  };
  for (const one of values) set(one, one[1]);
  try {
    return work();
  } finally {
    for (const [at, one] of values.entries()) set(one, before[at] as number);
  }
}
