import type { Facts, SaidSentence } from "./sentence-facts.ts";

/** The faults of one sentence, in words; none where it is true. */
export type Check = (facts: Facts, said: SaidSentence) => readonly string[];

/** Each figure beside what the rows say of it; faults where the two differ. */
export function compare(
  { params }: SaidSentence,
  figures: Readonly<Record<string, string | number>>,
): string[] {
  return Object.entries(figures).flatMap(([name, is]) => {
    const says = params[name];
    const same =
      typeof is === "number" && typeof says === "number"
        ? Math.abs(is - says) < 1e-6
        : String(says) === String(is);
    return same ? [] : [`${name} ${says}, not ${is}`];
  });
}

/** A condition that must hold, in words. */
export function must(holds: boolean, words: string): string[] {
  return holds ? [] : [words];
}

/** Exact sum and currency; rows of several currencies have none. */
export function sumFigures(
  { columns }: Facts,
  rows: readonly number[],
): { amount: string; currency: string } {
  const currencies = new Set(rows.map((row) => columns.currencies[columns.currency[row]!]));
  const sum = rows.reduce((all, row) => all + columns.amount[row]!, 0n);
  return { amount: sum.toString(), currency: [...currencies].join(" and ") };
}

export function receivedBy({ columns }: Facts, { account, rows }: SaidSentence): number[] {
  return rows.filter((row) => columns.to[row] === account);
}

export function paidBy({ columns }: Facts, { account, rows }: SaidSentence): number[] {
  return rows.filter((row) => columns.from[row] === account);
}

/** How many different values. */
export function different(values: readonly number[]): number {
  return new Set(values).size;
}

export function hoursBetween({ columns }: Facts, rows: readonly number[]): number {
  const times = rows.map((row) => columns.bookedAt[row]!);
  return rows.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 3_600_000;
}

/** One sum as a part of another, in whole per cent, rounded down. */
export function percentOf({ columns }: Facts, part: readonly number[], of: readonly number[]) {
  const sum = (rows: readonly number[]) =>
    rows.reduce((all, row) => all + columns.amount[row]!, 0n);
  return Number((sum(part) * 100n) / (sum(of) || 1n));
}
