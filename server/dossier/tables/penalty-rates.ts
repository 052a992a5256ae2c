import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "../../../contract/csv.ts";
import { UserError } from "../../errors/user-error.ts";
import { dayNumber } from "../../time/day.ts";

/**
 * THE BASE RATES OF THE NATIONAL BANK, by which the penalty of article 353 of the Civil Code is
 * reckoned. A new rate is a new line at the end. An office that must not wait for a new version puts
 * the file penalty-rates.csv (from,rate,source) into its data folder: it replaces this table.
 */
export interface PenaltyRate {
  /** First day the rate is in force, YYYY-MM-DD. */
  readonly from: string;
  /** Hundredths of a per cent a year: 1675 = 16.75 %. */
  readonly rate: number;
  readonly source: string;
  /** False: written down from memory; compare it with the National Bank's page before filing. */
  readonly checked: boolean;
}

const NATIONAL_BANK = "https://nationalbank.kz (base rate, decision-making schedule)";
const read = (from: string, rate: number, source: string): PenaltyRate => ({
  from,
  rate,
  source,
  checked: true,
});
const recalled = (from: string, rate: number): PenaltyRate => ({
  from,
  rate,
  source: NATIONAL_BANK,
  checked: false,
});

/** The rate was read; its first day, the working day after the decision, is from memory. */
const dayRecalled = (from: string, rate: number, source: string): PenaltyRate => ({
  from,
  rate,
  source: `${source} (the first day from memory)`,
  checked: false,
});
const ASTANA_TIMES = "https://astanatimes.com, 5 December 2022";

export const PENALTY_RATES: readonly PenaltyRate[] = [
  read("2021-01-26", 900, "Resolution of the National Bank's committee No 1 of 22 January 2021"),
  recalled("2021-07-27", 925),
  recalled("2021-09-14", 950),
  recalled("2021-10-26", 975),
  read("2022-01-25", 1025, ASTANA_TIMES),
  read("2022-02-24", 1350, ASTANA_TIMES),
  dayRecalled("2022-04-26", 1400, ASTANA_TIMES),
  dayRecalled("2022-07-26", 1450, ASTANA_TIMES),
  dayRecalled("2022-10-27", 1600, ASTANA_TIMES),
  dayRecalled("2022-12-06", 1675, ASTANA_TIMES),
  read("2023-07-10", 1675, "Resolution of the National Bank's committee No 5 of 4 July 2023"),
  recalled("2023-08-28", 1650),
  read("2023-10-09", 1600, "https://casa-legal.com, 24 December 2023"),
  read("2023-11-27", 1575, "https://casa-legal.com, 24 December 2023"),
  recalled("2024-01-22", 1525),
  read("2024-02-26", 1475, "Resolution of the National Bank's committee No 2 of 22 February 2024"),
  recalled("2024-06-03", 1450),
  recalled("2024-07-15", 1425),
  read("2024-12-02", 1525, "https://www.bnnbloomberg.ca, 29 November 2024"),
  dayRecalled("2025-03-11", 1650, "https://www.kommersant.az, 23 January 2026"),
  read("2025-10-13", 1800, "https://www.kommersant.az, 23 January 2026"),
  // The committee decided again on 6 March 2026 and later; nobody has read what.
  {
    from: "2026-03-07",
    rate: 1800,
    source: "the rate of 23 January 2026; no later decision was read",
    checked: false,
  },
];

const FILE = "penalty-rates.csv";

/** The office's own table where its data folder has one, else the table above; the oldest first. */
export async function penaltyRates(dataDir: string): Promise<readonly PenaltyRate[]> {
  const text = await readFile(join(dataDir, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? PENALTY_RATES : ratesOf(text);
}

/** Reads from,rate,source; a line that says no day, rate or source is a UserError that names it. */
export function ratesOf(text: string): PenaltyRate[] {
  const rows = readCsv(text) ?? [];
  const rates = rows.map((row, index): PenaltyRate => {
    const rate = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec((row.rate ?? "").trim());
    const from = (row.from ?? "").trim();
    const source = (row.source ?? "").trim();
    const wrong = dayNumber(from) === null ? "from" : rate === null ? "rate" : null;
    const field = wrong ?? (source === "" ? "source" : null);
    if (field !== null || rate === null) throw badRate(index + 2, field ?? "rate");
    const hundredths = Number(rate[1]) * 100 + Number((rate[2] ?? "").padEnd(2, "0"));
    return { from, rate: hundredths, source, checked: true };
  });
  if (rates.length === 0) throw badRate(2, "from");
  return rates.sort((one, other) => (one.from < other.from ? -1 : 1));
}

function badRate(row: number, field: string): UserError {
  return new UserError({
    code: "penalty-rates-file",
    message: `Row ${row} of ${FILE} has no usable ${field}.`,
    remedy: "Write lines like: 2025-03-11,16.5,where the rate was read",
    params: { row, field },
  });
}
