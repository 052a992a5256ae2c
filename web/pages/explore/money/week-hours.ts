import type { RhythmRow } from "../stage/use-money.ts";

/** Money by day of the week and hour, in the zone of the screen. Pure. */

const HOUR = 3_600_000;
const ZONE = 5 * HOUR;
/** 1 January 1970 was a Thursday. */
const THURSDAY = 3;

export interface HourCell {
  readonly count: number;
  /** Minor units of the currency that is shown. */
  readonly amount: bigint;
}

export interface WeekHours {
  /** Seven days from Monday, 24 hours each. */
  readonly days: readonly (readonly HourCell[])[];
  readonly mostCount: number;
  /** Transfers of which only the day is known: they stand in no hour. */
  readonly dayOnly: number;
}

export function weekHours(
  rows: readonly (RhythmRow & { readonly dayOnly?: true | undefined })[],
  currency: string,
): WeekHours {
  const days = Array.from({ length: 7 }, () =>
    Array.from({ length: 24 }, () => ({ count: 0, amount: 0n })),
  );
  let [mostCount, dayOnly] = [0, 0];
  for (const row of rows) {
    if (row.dayOnly) {
      dayOnly += 1;
      continue;
    }
    const hours = Math.floor((row.bookedAt + ZONE) / HOUR);
    const day = (((Math.floor(hours / 24) + THURSDAY) % 7) + 7) % 7;
    const cell = days[day]?.[((hours % 24) + 24) % 24];
    if (!cell) continue;
    cell.count += 1;
    if (row.currency === currency) cell.amount += BigInt(row.amount);
    mostCount = Math.max(mostCount, cell.count);
  }
  return { days, mostCount, dayOnly };
}
