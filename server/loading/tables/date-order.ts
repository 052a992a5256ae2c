import { UserError } from "../../errors/user-error.ts";
import { contradictsDateOrder, mayHaveYearFirst } from "../../time/written.ts";

/**
 * Refuses a table whose dates can be read in more than one way, and would be wrong by months or
 * years where the other one was meant.
 */
export function requireOneDateOrder(dates: readonly string[]): void {
  if (contradictsDateOrder(dates)) throw bothDateOrders();
  if (mayHaveYearFirst(dates)) throw yearEitherEnd(dates[0] ?? "");
}

function bothDateOrders(): UserError {
  return new UserError({
    code: "dates-either-way",
    message:
      "Some dates of the table can only have the day first, others only the month: the rest could be either.",
    remedy: "Have the dates written as 2025-03-31, all in the same way.",
  });
}

function yearEitherEnd(date: string): UserError {
  return new UserError({
    code: "year-first-or-last",
    params: { date: date.trim() },
    message: `"${date.trim()}": the year may stand first or last, and one of the two readings is years off.`,
    remedy: "Have the dates written with all four digits of the year, as 2025-03-31.",
  });
}
