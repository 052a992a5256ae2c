import { z } from "zod";
import type { MeasureFields } from "../../../contract/measures.ts";
import { count } from "../../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../../graph-queries/runner.ts";
import { sentAfterAnswer } from "../../claims/sent-after-answer.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { describedTransfer } from "../../tracing/described-transfer.ts";
import type { StoredLetter } from "../measure-rows.ts";
import type { MeasureFault } from "../rules.ts";

/** Corrections that a letter of the program does not take. */

/**
 * A letter asks what stands in its paper: its kind and its sum are not corrected. The answer is an
 * entry of its own, and no letter is sent after it.
 */
export function letterFault(
  { answered }: Pick<StoredLetter, "answered">,
  before: MeasureFields,
  after: MeasureFields,
): MeasureFault | null {
  if (after.kind !== before.kind) {
    return {
      field: "kind",
      code: "letter-kind",
      message: "A letter stays what its paper is.",
      remedy: "Write down what the bank did as an entry of its own; strike out a wrong letter.",
    };
  }
  const isOther = after.amount !== null && after.currency !== before.currency;
  if (after.amount !== before.amount || isOther) {
    return {
      field: "amount",
      code: "letter-sum",
      message: "The sum of a letter is the one that its paper asks for.",
      remedy: "Make the letter again if it asks for another sum; write down the answer apart.",
    };
  }
  return answered === null ? null : sentAfterAnswer(after.day, answered.day);
}

const theftsRow = z.object({
  booked: z.array(count),
  reported: z.array(describedTransfer),
});

/** A letter about stolen money is not sent before it was stolen. */
export async function beforeTheft(
  asking: TransactionQueries,
  { reports, day }: Pick<MeasureFields, "reports" | "day">,
): Promise<MeasureFault | null> {
  if (reports.length === 0) return null;
  const rows = await asking.run("measures/thefts", { reports }, theftsRow);
  const at = rows.flatMap(({ booked, reported }) => [
    ...booked,
    ...reported.flatMap((one) => one.at ?? []),
  ]);
  if (at.length === 0) return null;
  const stolen = dayText(dayOf(Math.min(...at)));
  if (day >= stolen) return null;
  return {
    field: "day",
    code: "letter-before-loss",
    message: `${day} lies before ${stolen}, when the money of the letter was stolen.`,
    remedy: "Give the day as it stands in the paper.",
    params: { day, stolen },
  };
}
