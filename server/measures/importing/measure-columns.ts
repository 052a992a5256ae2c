import { LANGUAGES } from "../../../contract/languages.ts";
import { measureFieldName } from "../../../contract/texts/measure-fields.ts";
import { UserError } from "../../errors/user-error.ts";
import { foldName } from "../../identity/names.ts";
import { KEPT_AS_IS } from "../../loading/columns/column-meanings.ts";
import type { Mapping, RawRow } from "../../loading/record/input-file.ts";
import { MEASURE_HEADINGS, MEASURE_MEANINGS, type MeasureMeaning } from "./measure-headings.ts";

/** A column of a table of measures as it is understood. */
export interface MeasureColumn {
  readonly name: string;
  readonly meaning: MeasureMeaning | null;
  /** 0..1: how sure the proposal is. */
  readonly quality: number;
  readonly example: string;
}

export interface MeasureTable {
  readonly columns: readonly MeasureColumn[];
  /** Index of the first row under the heading. */
  readonly firstRow: number;
}

/** Rows among which the heading is looked for. */
const SEARCHED = 30;
const LEAST_QUALITY = 0.5;

/** What the file's columns mean to a person who mapped them. */
export const MAPPED_MEANINGS: ReadonlySet<string> = new Set([...MEASURE_MEANINGS, KEPT_AS_IS]);

/** Finds the heading and proposes what the columns mean; null where no row names two of them. */
export function understandMeasures(
  rows: readonly RawRow[],
  mapping: Mapping | null,
): MeasureTable | null {
  let best: { at: number; columns: MeasureColumn[]; worth: number } | null = null;
  rows.slice(0, SEARCHED).forEach(({ cells }, at) => {
    const columns = proposed(cells, mapping);
    const known = columns.filter((column) => column.meaning !== null);
    const worth = known.reduce((sum, column) => sum + column.quality, 0);
    if (known.length >= 2 && worth > (best?.worth ?? 0)) best = { at, columns, worth };
  });
  const found = best as { at: number; columns: MeasureColumn[] } | null;
  if (found === null) return null;
  const data = rows.slice(found.at + 1);
  return {
    firstRow: found.at + 1,
    columns: found.columns.map((column, at) => ({
      ...column,
      example: data.find(({ cells }) => (cells[at] ?? "").trim() !== "")?.cells[at]?.trim() ?? "",
    })),
  };
}

/** Each meaning once, the surest column first; what a person said goes before it. */
function proposed(cells: readonly string[], mapping: Mapping | null): MeasureColumn[] {
  const said = new Map(
    Object.entries(mapping?.columns ?? {}).map(([name, meaning]) => [foldName(name), meaning]),
  );
  const taken = new Set(said.values());
  const candidates = cells.flatMap((cell, at) =>
    said.has(foldName(cell))
      ? []
      : MEASURE_MEANINGS.map((meaning) => ({ at, meaning, quality: qualityOf(cell, meaning) })),
  );
  const chosen = new Map<number, { meaning: MeasureMeaning; quality: number }>();
  for (const { at, meaning, quality } of candidates.sort((a, b) => b.quality - a.quality)) {
    if (quality < LEAST_QUALITY || taken.has(meaning) || chosen.has(at)) continue;
    taken.add(meaning);
    chosen.set(at, { meaning, quality });
  }
  return cells.map((cell, at) => {
    const own = said.get(foldName(cell));
    const given = own === undefined ? chosen.get(at) : meaningOf(own);
    const { meaning, quality } = given ?? { meaning: null, quality: 0 };
    return { name: cell.trim(), meaning, quality, example: "" };
  });
}

function meaningOf(name: string): { meaning: MeasureMeaning; quality: number } | undefined {
  const meaning = MEASURE_MEANINGS.find((one) => one === name);
  return meaning === undefined ? undefined : { meaning, quality: 1 };
}

/** The names of a meaning on the page and in refused rows, in each language. */
const NAMES: ReadonlyMap<MeasureMeaning, ReadonlySet<string>> = new Map(
  MEASURE_MEANINGS.map((meaning) => {
    const names = LANGUAGES.map((one) => measureFieldName(meaning, one) ?? meaning);
    return [meaning, new Set([meaning, ...names].map(foldName))];
  }),
);

/** 1 where the heading is a phrase of the dictionary, less where it holds one among other words. */
function qualityOf(heading: string, meaning: MeasureMeaning): number {
  const folded = foldName(heading.replaceAll("№", " номер ").replaceAll("_", " "));
  if (folded === "" || folded.length > 120) return 0;
  if (NAMES.get(meaning)?.has(folded)) return 1;
  const words = folded.split(" ");
  const owned = unowned(words);
  const qualities = MEASURE_HEADINGS[meaning].map((phrase, rank) => {
    const own = foldName(phrase).split(" ");
    if (own.join(" ") === folded) return 1 - Math.min(rank, 20) * 0.005;
    if (unowned(own) === owned) return 0.85;
    const holds = own.every((word) => words.includes(word));
    return holds ? 0.9 * (own.length / words.length) : 0;
  });
  return Math.max(0, ...qualities);
}

/**
 * A heading without the Kazakh endings of plural and of belonging: "ауданы", its district, says
 * what "аудан" does, and "тұлғалар" what "тұлға" does. Folding makes и of і.
 */
function unowned(words: readonly string[]): string {
  const bare = (word: string): string => {
    const shorter = word.replace(/(?<=\p{L}{2})(?:[лдт][ае]р|с?[ыи])$/u, "");
    return shorter === word ? word : bare(shorter);
  };
  return words.map(bare).join(" ");
}

/** Headings without a meaning, as the table has them; those of an own refused file left out. */
export function notUnderstood(columns: readonly MeasureColumn[]): string[] {
  return columns
    .filter(({ name, meaning }) => meaning === null && name !== "" && !name.startsWith("refused_"))
    .map(({ name }) => name);
}

/** What is missing for the rows to be understood, as a UserError; null where nothing is. */
export function missingColumn(
  fileName: string,
  { columns }: MeasureTable,
  kind: string | undefined,
): UserError | null {
  const has = (meaning: MeasureMeaning) => columns.some((column) => column.meaning === meaning);
  const missing = !has("day")
    ? "day"
    : !has("kind") && kind === undefined && !has("address") && !has("form")
      ? "kind"
      : null;
  if (missing === null) return null;
  return new UserError({
    code: `measures-without-${missing}`,
    message: `${fileName} has no column that gives the ${missing} of a measure.`,
    remedy:
      missing === "day"
        ? "Say which column is the day, or add one."
        : "Say which column is the kind, or that all rows are of one kind.",
    params: { file: fileName },
  });
}
