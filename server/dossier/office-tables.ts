import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "../../contract/csv.ts";
import { UserError } from "../errors/user-error.ts";
import { dayNumber } from "../time/day.ts";
import { COURTS, type CourtLine } from "./tables/courts.ts";
import type { MovedDay } from "./tables/holidays.ts";
import { MONTHLY_INDEX, type MonthlyIndex } from "./tables/monthly-index.ts";
import { STATE_FEE_RATES, type StateFeeRate } from "./tables/state-fee.ts";

/**
 * The tables that a claim's price, fee and court come from, and the days that terms count: those of
 * tables/, or the office's own where its data folder has a file.
 */
export interface LegalTables {
  /** The office's own lines first. */
  readonly courts: readonly CourtLine[];
  /** The oldest first. */
  readonly index: readonly MonthlyIndex[];
  /** The oldest first. */
  readonly fees: readonly StateFeeRate[];
  /** Of holidays.csv: days on which the office works or does not, whatever tables/ says. */
  readonly moved: readonly MovedDay[];
}

export const BUILT_IN: LegalTables = {
  courts: COURTS,
  index: MONTHLY_INDEX,
  fees: STATE_FEE_RATES,
  moved: [],
};

export async function legalTables(dataDir: string): Promise<LegalTables> {
  const own = async <Line extends Sourced>(name: string, line: LineReader<Line>) => {
    const text = await readFile(join(dataDir, name), "utf8").catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      },
    );
    return text === null ? null : linesOf(text, name, line);
  };
  const [courts, index, fees, moved] = await Promise.all([
    own("courts.csv", courtLine),
    own("monthly-index.csv", indexLine),
    own("state-fee.csv", feeLine),
    own("holidays.csv", movedLine),
  ]);
  return {
    courts: [...(courts ?? []), ...COURTS],
    index: index?.sort((one, other) => one.year - other.year) ?? MONTHLY_INDEX,
    fees: fees?.sort((one, other) => (one.from < other.from ? -1 : 1)) ?? STATE_FEE_RATES,
    moved: moved ?? [],
  };
}

/** What every line says of itself; the reader of a row leaves it to `linesOf`. */
interface Sourced {
  readonly source: string;
  readonly checked: boolean;
}

/** Reads one row, or names the column that says nothing usable. */
type LineReader<Line> = (
  cell: (column: string) => string,
) => Omit<Line, keyof Sourced> | { readonly wrong: string };

/** The lines of an office's own table; a UserError names file, row and column. */
export function linesOf<Line extends Sourced>(
  text: string,
  name: string,
  line: LineReader<Line>,
): Line[] {
  return (readCsv(text) ?? []).map((row, at) => {
    const read = line((column) => (row[column] ?? "").trim());
    const source = (row.source ?? "").trim();
    if ("wrong" in read) throw badLine(name, at + 2, String(read.wrong));
    if (source === "") throw badLine(name, at + 2, "source");
    return { ...read, source, checked: true } as Line;
  });
}

function courtLine(cell: (column: string) => string): ReturnType<LineReader<CourtLine>> {
  const words = cell("words").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { wrong: "words" };
  const [ru, kk] = [cell("court_ru"), cell("court_kk")];
  if (ru === "" || kk === "") return { wrong: ru === "" ? "court_ru" : "court_kk" };
  return { place: { words }, ru, kk };
}

function indexLine(cell: (column: string) => string): ReturnType<LineReader<MonthlyIndex>> {
  const [year, tenge] = [Number(cell("year")), Number(cell("tenge"))];
  if (!Number.isInteger(year) || year < 1995) return { wrong: "year" };
  if (!Number.isInteger(tenge) || tenge <= 0) return { wrong: "tenge" };
  return { year, tenge };
}

function feeLine(cell: (column: string) => string): ReturnType<LineReader<StateFeeRate>> {
  const percent = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(cell("percent"));
  const cap = Number(cell("cap"));
  if (dayNumber(cell("from")) === null) return { wrong: "from" };
  if (percent === null) return { wrong: "percent" };
  if (!Number.isInteger(cap) || cap <= 0) return { wrong: "cap" };
  const hundredths = Number(percent[1]) * 100 + Number((percent[2] ?? "").padEnd(2, "0"));
  return { from: cell("from"), percent: hundredths, capInIndices: cap };
}

function movedLine(cell: (column: string) => string): ReturnType<LineReader<MovedDay>> {
  const [day, off] = [cell("day"), cell("off")];
  if (dayNumber(day) === null) return { wrong: "day" };
  return off === "yes" || off === "no" ? { day, off: off === "yes" } : { wrong: "off" };
}

function badLine(name: string, row: number, column: string): UserError {
  return new UserError({
    code: "office-table",
    message: `Row ${row} of ${name} has no usable ${column}.`,
    remedy: "Correct the file in the data folder, or remove it to use the built-in table.",
    params: { name, row, column },
  });
}
