import { isUserError } from "../errors/user-error.ts";
import type { AskedInReport } from "../measures/letters/asked-now.store.ts";
import { least } from "../money/money.ts";
import { sumsOf } from "./letters-as-measures.ts";
import { storedReport } from "./reports.store.ts";
import { standing } from "./standing.store.ts";

/**
 * The sum that a letter of the first hour would ask its bank for today: the money of the report that is
 * still looked for there, and never more than is outstanding (docs/first-hour.md).
 */
export const askedInReport: AskedInReport = async (database, letter) => {
  const [id] = letter.reports;
  if (id === undefined) return null;
  const report = await storedReport(database.queries, id).catch((error: unknown) => {
    if (isUserError(error)) return null;
    throw error;
  });
  if (report === null) return null;
  const { banks, sums } = await standing(database, report);
  const own = sums.find(({ currency }) => currency === letter.currency);
  if (own === undefined) return null;
  const places = banks.filter(({ bank }) => bank === letter.bank).flatMap((one) => one.places);
  const here = sumsOf(places).find(({ currency }) => currency === letter.currency);
  const outstanding = BigInt(own.outstanding);
  return { sum: least(BigInt(here?.amount ?? "0"), outstanding), over: outstanding === 0n };
};
