import { type CaseFigures, caseFigures } from "./case-figures.ts";
import { checkSentences } from "./check-sentences.ts";
import { evaluate } from "./evaluate.ts";
import type { MeasuredSource } from "./read-source.ts";
import { optionsOf, runSource } from "./run-source.ts";
import { mean, one, three } from "./source-tables.ts";

export const CASE = [
  "case",
  "droppers held",
  "named",
  "of named right",
  "innocents named",
  "called victim",
  "first 10",
  "20",
  "30",
  "request next AP",
  "clusters",
  "purity",
  "Rand index",
  "possible victims, right",
  "sentences, false",
] as const;

export interface MeasuredCase {
  readonly name: string;
  readonly figures: CaseFigures;
  readonly purity: number;
  readonly said: number;
  readonly faults: readonly string[];
}

export function measureCase(source: MeasuredSource): MeasuredCase {
  const result = runSource(source, true);
  const { said, faults } = checkSentences(source.columns, optionsOf(source, true), result);
  return {
    name: source.name,
    figures: caseFigures(source, result),
    purity: evaluate(source.columns, result, source.truth).meanPurity,
    said: [...said.values()].reduce((sum, count) => sum + count, 0),
    faults,
  };
}

export function caseRow({ name, figures: of, purity, said, faults }: MeasuredCase): string[] {
  return [
    name,
    String(of.droppers),
    String(of.named),
    String(of.namedRight),
    `${of.innocentsNamed} of ${of.innocents}`,
    String(of.calledVictim),
    ...of.first.map(one),
    three(of.request),
    one(of.clusters),
    three(purity),
    three(of.randIndex),
    `${of.possibleVictimsRight} of ${of.possibleVictims}`,
    `${faults.length} of ${said}`,
  ];
}

/** Counts summed, shares and lengths as means. */
export function allCases(name: string, cases: readonly MeasuredCase[]): MeasuredCase {
  const sum = (of: (figures: CaseFigures) => number) =>
    cases.reduce((all, { figures }) => all + of(figures), 0);
  const meanOf = (of: (figures: CaseFigures) => number) => sum(of) / cases.length;
  const figures: CaseFigures = {
    held: sum((of) => of.held),
    droppers: sum((of) => of.droppers),
    named: sum((of) => of.named),
    namedRight: sum((of) => of.namedRight),
    innocents: sum((of) => of.innocents),
    innocentsNamed: sum((of) => of.innocentsNamed),
    calledVictim: sum((of) => of.calledVictim),
    possibleVictims: sum((of) => of.possibleVictims),
    possibleVictimsRight: sum((of) => of.possibleVictimsRight),
    first: [0, 1, 2].map((at) => meanOf((of) => of.first[at] ?? 0)),
    request: meanOf((of) => of.request),
    stubs: sum((of) => of.stubs),
    stubDroppers: sum((of) => of.stubDroppers),
    clusters: meanOf((of) => of.clusters),
    randIndex: meanOf((of) => of.randIndex),
  };
  return {
    name,
    figures,
    purity: mean(cases.map(({ purity }) => purity)),
    said: cases.reduce((all, { said }) => all + said, 0),
    faults: cases.flatMap(({ faults }) => faults),
  };
}
