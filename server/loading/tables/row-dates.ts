import { UserError } from "../../errors/user-error.ts";
import { DAY } from "../../time/instant.ts";
import { type ParsedInstant, parseIsoInstant } from "../../time/iso.ts";
import { parseClock, parseWrittenDate, tellsDateOrder } from "../../time/written.ts";
import { cellOf, type Fault } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import { nameOf, type TablePlan } from "./table-plan.ts";

/** Before the tenge, or far in the future: a slip of the pen, not a date of an operation. */
const EARLIEST = Date.UTC(1993, 10, 15);
const LATEST = Date.UTC(2100, 0, 1);

/** Reads a date in the table's own order and zone; null where the text is no date that can be. */
export function readDate(
  plan: Pick<TablePlan, "zone" | "zoneStated" | "dateOrder">,
  text: string,
): ParsedInstant | null {
  const { zone } = plan;
  const date =
    parseIsoInstant(text, zone.name, zone.offset) ?? parseWrittenDate(text, plan.dateOrder, zone);
  if (date === null || date.instant < EARLIEST || date.instant >= LATEST) return null;
  return plan.zoneStated && date.zoneAssumed ? { ...date, zoneAssumed: false } : date;
}

/**
 * Reads when an operation was booked, or a session was: one column, or the day and the time apart.
 */
export function bookedReader(
  plan: TablePlan,
  [day, time]: readonly [day: string, time: string] = ["booked_at", "booked_time"],
): (row: RawRow) => ParsedInstant | Fault {
  const dayAt = plan.column(day);
  const timeAt = plan.column(time);
  return (row) => {
    const text = cellOf(row, dayAt);
    const date = readDate(plan, text);
    if (date === null) {
      if (!plan.dateOrderTold && tellsDateOrder([text])) refuseFile(plan, row, text);
      return badDate(nameOf(plan, day), text);
    }
    if (timeAt === -1 || !date.dayOnly) return date;
    const timeText = cellOf(row, timeAt);
    if (timeText === "") return date;
    const clock = parseClock(timeText) ?? clockOfInstant(plan, timeText);
    if (clock === null) return badDate(nameOf(plan, time), timeText);
    return { ...date, instant: date.instant + clock, dayOnly: false };
  };
}

/**
 * A spreadsheet shows a time of day as a whole date (1899-12-30T10:15:00): only the clock counts.
 */
function clockOfInstant(plan: TablePlan, text: string): number | null {
  const date = parseWrittenDate(text, plan.dateOrder, plan.zone);
  if (date === null || date.dayOnly) return null;
  const local = date.instant + plan.zone.offset;
  return ((local % DAY) + DAY) % DAY;
}

/**
 * Hundreds of rows were read as day and month because nothing spoke against it, and this one can
 * only be month and day. Then those are all wrong, by months, and nobody would see it.
 */
function refuseFile(plan: TablePlan, row: RawRow, text: string): void {
  const other = plan.dateOrder === "day-first" ? "month-first" : "day-first";
  if (parseWrittenDate(text, other, plan.zone) === null) return;
  throw new UserError({
    code: "dates-either-way",
    message: `Row ${row.position.row}: "${text}" can only have the ${other === "month-first" ? "month" : "day"} first, while the dates before it were read the other way round, which nothing spoke against.`,
    remedy: "Have the dates written as 2025-03-31, or put a row first whose day is above 12.",
    params: { row: row.position.row },
  });
}

export function badDate(column: string, value: string): Fault {
  if (existsFarOff(value))
    return {
      column,
      value,
      code: "date-out-of-range",
      reason: `"${value}" lies before the tenge (${dayOf(EARLIEST)}) or after ${dayOf(LATEST - DAY)}.`,
      remedy: "Look at the year, and mend it where it is a slip of the pen.",
    };
  return {
    column,
    value,
    code: value === "" ? "date-missing" : "date-not-understood",
    reason: value === "" ? "The row has no date." : `"${value}" is not a date that exists.`,
    remedy: "Write the date as 2026-03-02 or 2026-03-02T09:05:07+05:00.",
  };
}

/** A date that exists, in whatever order, and yet is none that an operation can have. */
function existsFarOff(text: string): boolean {
  const zone = { name: "Z", offset: 0 };
  return [
    parseIsoInstant(text, zone.name, zone.offset),
    parseWrittenDate(text, "day-first", zone),
    parseWrittenDate(text, "month-first", zone),
  ].some((date) => date !== null && (date.instant < EARLIEST || date.instant >= LATEST));
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
