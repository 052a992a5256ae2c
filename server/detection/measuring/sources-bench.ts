import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { allCases, CASE, caseRow, type MeasuredCase, measureCase } from "./case-table.ts";
import { drawCase } from "./draw-case.ts";
import { evaluate } from "./evaluate.ts";
import { measuredTown } from "./generated-town.ts";
import { CASE_CHOICES, leaveOneOut, WHOLE_CHOICES } from "./leave-one-out.ts";
import { partialViews } from "./partial-views.ts";
import { type MeasuredSource, readSource } from "./read-source.ts";
import { type RequestOrder, requestRounds } from "./request-rounds.ts";
import { runSource } from "./run-source.ts";
import { mean, one, three, writeTable } from "./source-tables.ts";
import { measureWhole, WHOLE } from "./whole-table.ts";
import { withoutPlanted } from "./without-planted.ts";

const TRANSFERS = 100_000;
const DRAWS = 4;
const FIRST_DRAW = 0;
const PARTS = ["cases", "views", "rounds", "deleted", "left-out"] as const;
type Part = (typeof PARTS)[number];

const TOWN_DROPPERS = 0.01;
const TOWN_REPORTS = 0.5;
/** Reports that name an ordinary payment, in the drawn cases with wrong ones. */
const WRONG = 5;

/**
 * `npm run bench -- sources SOURCE… [--cases] [--views] [--rounds] [--deleted] [--left-out] [--all]
 * [--draws N] [--first N]`: every source once, one command for every table of docs/detection.md. A
 * source is a seed of our own town, a folder (read-source.ts), or a folder of such folders. A
 * source with statements.csv is what an investigator holds, and is measured as such. Parts, each
 * for sources seen whole: cases drawn out of them, partial views, five rounds of requests, planted
 * dealings deleted, each source left out when constants are chosen.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const asked = new Set(words.filter((word) => word.startsWith("--")).map((word) => word.slice(2)));
  const wants = (part: Part) => asked.has(part) || asked.has("all");
  const names = words.filter((word, at) => !word.startsWith("--") && !takesNumber(words[at - 1]));
  const draws = drawsAsked(words);
  const whole: MeasuredSource[] = [];
  const held: MeasuredSource[] = [];
  for (const name of names.flatMap(sourcesIn)) {
    const source = await sourceOf(name);
    (source.statements?.length ? held : whole).push(source);
  }
  const faults = [...writeWhole(whole), ...writeCases(held)];
  const reported = whole.filter(({ reports }) => reports.length > 0);
  if (wants("cases")) for (const source of reported) faults.push(...writeDrawn(source, draws));
  if (wants("rounds")) writeRounds(reported, draws);
  if (wants("deleted")) writeDeleted(whole);
  if (wants("views")) for (const source of whole) writeViews(source);
  if (wants("left-out")) writeLeftOut(whole, reported, draws);
  if (faults.length > 0) process.stdout.write(`\nFalse sentences:\n${faults.join("\n")}\n`);
}

function takesNumber(word: string | undefined): boolean {
  return word === "--draws" || word === "--first";
}

function drawsAsked(words: readonly string[]): number[] {
  const number = (name: string, usual: number) => {
    const at = words.indexOf(name);
    return at === -1 ? usual : Number(words[at + 1]);
  };
  const first = number("--first", FIRST_DRAW);
  return Array.from({ length: number("--draws", DRAWS) }, (_, at) => first + at);
}

/** A folder of sources stands for the folders in it. */
function sourcesIn(word: string): string[] {
  if (scenarioSeed(word) !== undefined || hasTransfers(word) || !existsSync(word)) return [word];
  return readdirSync(word)
    .sort()
    .map((name) => join(word, name))
    .filter(hasTransfers);
}

/** The seed a word gives; a folder may be named by a number only with a path. */
function scenarioSeed(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : undefined;
}

function hasTransfers(folder: string): boolean {
  return ["transfers.csv", "transfers.csv.gz"].some((name) => existsSync(join(folder, name)));
}

async function sourceOf(word: string): Promise<MeasuredSource> {
  const seed = scenarioSeed(word);
  if (seed === undefined) return readSource(word);
  const options = { seed, transfers: TRANSFERS };
  const shares = { dropperShare: TOWN_DROPPERS, reportsShare: TOWN_REPORTS };
  return { name: `town ${seed}`, ...measuredTown({ ...options, ...shares }) };
}

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}

function writeWhole(sources: readonly MeasuredSource[]): string[] {
  const measured = sources.map((source) => {
    say(source.name);
    return { name: source.name, ...measureWhole(source) };
  });
  writeTable(
    "Sources seen whole",
    WHOLE,
    measured.map(({ row }) => row),
  );
  if (measured.length > 0) process.stdout.write("\nRecall, no reports:\n");
  for (const { name, recall } of measured) process.stdout.write(`${name}: ${recall}\n`);
  return measured.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
}

function writeCases(sources: readonly MeasuredSource[]): string[] {
  const cases = sources.map(measureCase);
  const more = cases.length > 1 ? [allCases("all", cases)] : [];
  writeTable("What an investigator holds", CASE, [...cases, ...more].map(caseRow));
  return faultsOf(cases);
}

function faultsOf(cases: readonly MeasuredCase[]): string[] {
  return cases.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
}

/** Cases drawn out of a source: three hops, five wrong reports, and requests after hops 1 and 2. */
function writeDrawn(source: MeasuredSource, draws: readonly number[]): string[] {
  say(`${source.name}: cases`);
  const cases = draws.map((draw) => measureCase(drawCase(source, { draw })));
  const wrong = draws.map((draw) => measureCase(drawCase(source, { draw, wrong: WRONG })));
  const early = ([1, 2] as const).map((hops) =>
    draws.map((draw) => measureCase(drawCase(source, { draw, hops }))),
  );
  const rows = [allCases(source.name, cases), allCases(`${source.name}, wrong reports`, wrong)];
  writeTable(
    `Cases drawn out of ${source.name}, draws ${draws.join(" ")}`,
    CASE,
    rows.map(caseRow),
  );
  const request = early.map((list) => three(mean(list.map(({ figures }) => figures.request))));
  process.stdout.write(
    `\nRequest next, AP after the first hop ${request[0]}, the second ${request[1]}.\n`,
  );
  return faultsOf([...cases, ...wrong, ...early.flat()]);
}

function writeRounds(sources: readonly MeasuredSource[], draws: readonly number[]): void {
  const orders: readonly RequestOrder[] = ["rules", "money", "payers"];
  writeTable(
    "Droppers held after each of five rounds of ten statements",
    ["source", "order", "1", "2", "3", "4", "5"],
    sources.flatMap((source) => {
      say(`${source.name}: rounds`);
      return orders.map((order) => {
        const rounds = draws.map((draw) => requestRounds(source, draw, order));
        const held = [0, 1, 2, 3, 4].map((at) => mean(rounds.map((found) => found[at] ?? 0)));
        return [source.name, order, ...held.map(one)];
      });
    }),
  );
}

function writeDeleted(sources: readonly MeasuredSource[]): void {
  writeTable(
    "Planted dealings deleted: no better than chance",
    ["source", "base", "best trivial column", "AP"],
    sources.map((source) => {
      say(`${source.name}: planted dealings deleted`);
      const seed = scenarioSeed(source.name.replace("town ", ""));
      const without =
        seed === undefined
          ? withoutPlanted(source)
          : {
              name: source.name,
              ...measuredTown({
                seed,
                transfers: TRANSFERS,
                dropperShare: TOWN_DROPPERS,
                planted: false,
              }),
            };
      const found = evaluate(without.columns, runSource(without, false), without.truth);
      return [
        source.name,
        three(found.baseRate),
        three(found.bestTrivial),
        three(found.list.averagePrecision),
      ];
    }),
  );
}

function writeViews(source: MeasuredSource): void {
  const views = [{ name: "whole", source }, ...partialViews(source)];
  writeTable(
    `Partial views of ${source.name}`,
    ["view", "base", "best trivial column", "AP", "AP with reports", "sentences, false"],
    views.map(({ name, source: seen }) => {
      say(`${source.name}: ${name}`);
      const { row } = measureWhole({ ...seen, name });
      return [row[0], row[1], row[2], row[3], row[6], row[14]].map((cell) => cell ?? "");
    }),
  );
}

function writeLeftOut(
  whole: readonly MeasuredSource[],
  reported: readonly MeasuredSource[],
  draws: readonly number[],
): void {
  const precision = (source: MeasuredSource) =>
    evaluate(source.columns, runSource(source, false), source.truth).list.averagePrecision;
  say("each source left out: whole sources");
  const cases = reported.map((source) => ({
    name: `cases of ${source.name}`,
    cases: draws.map((draw) => drawCase(source, { draw })),
    early: draws.flatMap((draw) => [
      drawCase(source, { draw, hops: 1 }),
      drawCase(source, { draw, hops: 2 }),
    ]),
  }));
  const ofCases = ({ cases: late, early }: (typeof cases)[number]) => {
    const { droppers, named, namedRight } = allCases("", late.map(measureCase)).figures;
    const request = mean(early.map((source) => measureCase(source).figures.request));
    return ((2 * namedRight) / Math.max(1, droppers + named) + request) / 2;
  };
  const found = [...leaveOneOut(whole, WHOLE_CHOICES, precision)];
  say("each source left out: cases");
  found.push(...leaveOneOut(cases, CASE_CHOICES, ofCases));
  writeTable(
    "Each source left out (whole: AP; cases: mean of F1 of names and AP of requests)",
    ["source left out", "as it is", "as the others would choose", "what they would change"],
    found.map(({ source, today, chosen, changes }) => [
      source,
      three(today),
      three(chosen),
      changes.join(", ") || "nothing",
    ]),
  );
}
