import type { StepFacts } from "../../contract/claim-steps.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal, least } from "../money/money.ts";

/** The sums that a judgment is held against; minor units. */
export interface JudgedSums {
  /** The sum that the court was asked for, without penalty. */
  readonly asked: bigint;
  /** The part owed on the day of the judgment; absent = all of it. */
  readonly owed?: bigint | undefined;
  /** The penalty of article 353 that the court was asked for; absent = none. */
  readonly penalty?: bigint | undefined;
  /** The part of it owed on the day of the judgment; absent = all of it. */
  readonly penaltyOwed?: bigint | undefined;
  readonly currency: string;
  /** Why the sum is the court's own; absent = nobody says it. */
  readonly reason?: string | null | undefined;
}

/**
 * A court gives no more than was asked for, of the debt and of the penalty, each by itself. A claim
 * that was granted gives exactly what was owed of both that day. A court that did not know of a
 * payment gives more; a person says so. "In part" is less. Where the debt was paid during the suit,
 * a court may give the penalty alone.
 */
export function checkJudgment(
  { sum = "", penalty: typed, outcome }: StepFacts,
  { asked, owed: left = asked, penalty = 0n, penaltyOwed, currency, reason }: JudgedSums,
): void {
  const given = BigInt(sum);
  const fine = typed === undefined ? null : BigInt(typed);
  const owed = least(left, asked);
  const fineOwed = least(penaltyOwed ?? penalty, penalty);
  const money = (amount: bigint) => `${formatDecimal(amount, currency)} ${currency}`;
  const inSum = [fineOwed, penalty].find(
    (one) => one > 0n && fine === null && [owed, asked].includes(given - one),
  );
  if (inSum !== undefined) {
    const debt = money(outcome === "granted" ? owed : given - inSum);
    throw new UserError({
      code: "claim-step-with-penalty",
      message: `The sum has the debt and the penalty together: ${money(inSum)} are penalty.`,
      remedy: `Give ${debt} as the sum, and the penalty in its own field.`,
      params: { debt, penalty: money(inSum) },
    });
  }
  const isNothing = given === 0n && (fine ?? 0n) <= 0n;
  if (given < 0n || isNothing || given > asked) {
    throw new UserError({
      code: "claim-step-sum",
      message: "The sum of the judgment is not between nothing and what the claim asks for.",
      remedy: "Give what the court awarded of the debt; the penalty has a field of its own.",
    });
  }
  if (fine !== null && (fine < 0n || fine > penalty)) {
    const most = money(penalty);
    throw new UserError({
      code: "claim-step-penalty",
      message: `The court was asked for a penalty of ${most}, and the judgment gives more.`,
      remedy: "Give what the court awarded of the penalty, and the debt in its own field.",
      params: { penalty: most },
    });
  }
  const isWhole = (sum: bigint, whole: bigint) =>
    sum === whole || (sum > whole && saysSomething(reason ?? ""));
  if (outcome === "granted" && !(isWhole(given, owed) && isWhole(fine ?? 0n, fineOwed)))
    throw notGranted(money(owed), fineOwed === 0n ? null : money(fineOwed));
  const isPart = given < asked || (fine ?? 0n) < penalty;
  if (outcome === "in-part" && !isPart) throw wholeIsNoPart();
  const isAbove = given > owed || (fine ?? 0n) > fineOwed;
  if (isAbove && !saysSomething(reason ?? ""))
    throw aboveOwed(money(owed), fineOwed === penalty ? null : money(fineOwed));
}

function wholeIsNoPart(): UserError {
  return new UserError({
    code: "claim-step-outcome",
    message: 'The outcome "in-part" does not go with the sum.',
    remedy: "All that was asked for is no part: choose the outcome as the judgment has it.",
  });
}

/** A court that gives more than was left did not know of a payment: a person says so. */
function aboveOwed(sum: string, penalty: string | null): UserError {
  const left = penalty === null ? sum : `${sum} and ${penalty} of penalty`;
  return new UserError({
    code: "claim-step-above-owed",
    message: `${left} were owed on the day of the judgment, and the court gave more.`,
    remedy: "Compare it with the judgment; where the court did not know of a payment, say so.",
    params: { sum: left },
  });
}

/** The sums of a claim that was granted are known: the refusal names them. */
function notGranted(sum: string, penalty: string | null): UserError {
  const remedy =
    "Give that, or choose another outcome, as the judgment has it. Where the court did not know of " +
    "a payment, give its own sum and say why.";
  if (penalty === null)
    return new UserError({
      code: "claim-step-granted",
      message: `Granted means all that was owed that day: ${sum}.`,
      remedy,
      params: { sum },
    });
  return new UserError({
    code: "claim-step-granted-penalty",
    message: `Granted means all that was owed that day, ${sum}, and the penalty of ${penalty}.`,
    remedy,
    params: { sum, penalty },
  });
}
