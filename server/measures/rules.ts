import { isUnsent, type MeasureFields, type MeasureKind } from "../../contract/measures.ts";
import { UserError } from "../errors/user-error.ts";
import { hasValidCheckDigit } from "../identity/iin.ts";
import { withinBounds } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";

/**
 * What each kind of measure needs, in one place: a person at a screen, a table and the program's
 * own letters are held to the same (docs/measures.md).
 */

/** What is wrong with a measure, at one field. */
export interface MeasureFault {
  readonly field: keyof MeasureFields;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What the translated message names. */
  readonly params?: Readonly<Record<string, string>>;
  /** 409 = something else would have to change first. */
  readonly status?: 409;
}

/** Kinds that are about a sum of money. */
const WITH_SUM: ReadonlySet<MeasureKind> = new Set([
  "block",
  "return",
  "loan-suspended",
  "loan-stopped",
]);

/** Before the tenge there was no such measure. */
const EARLIEST = "1993-11-15";

/** The first fault of what was written down; null = none. `today` is YYYY-MM-DD. */
export function faultOf(fields: MeasureFields, today: string): MeasureFault | null {
  return (
    dayFault(fields, today) ??
    sanctionFault(fields, today) ??
    neededFault(fields) ??
    personFault(fields)
  );
}

export function refused({ field, params, ...fault }: MeasureFault): UserError {
  return new UserError({ ...fault, params: { field, ...params } });
}

function dayFault({ day, due }: MeasureFields, today: string): MeasureFault | null {
  if (dayNumber(day) === null || day < EARLIEST) {
    return {
      field: "day",
      code: "measure-day",
      message: `${day} is no day on which a measure was taken.`,
      remedy: "Give the day like this: 2026-03-05.",
    };
  }
  if (day > today) {
    return {
      field: "day",
      code: "measure-future",
      message: `${day} is still to come.`,
      remedy: "Write a measure down once it was taken.",
    };
  }
  if (due === null || due >= day) return null;
  return {
    field: "due",
    code: "measure-due",
    message: `The last day ${due} lies before the measure.`,
    remedy: "Give the last day on which the measure holds.",
  };
}

/** A letter leaves after its sanction; a judge sanctions what was done already. */
function sanctionFault(
  { kind, day, sanctionDay }: MeasureFields,
  today: string,
): MeasureFault | null {
  const last = isUnsent({ kind }) || kind === "restriction" ? today : day;
  if (sanctionDay === null || sanctionDay <= last) return null;
  return {
    field: "sanctionDay",
    code: "measure-sanction-day",
    message: `The sanction of ${sanctionDay} is later than ${last}.`,
    remedy: "Give the day of the sanction as it stands in the paper.",
    params: { sanction: sanctionDay, day: last },
  };
}

function neededFault(fields: MeasureFields): MeasureFault | null {
  const { kind, amount, count, form, stage, article, address } = fields;
  const needs = (field: keyof MeasureFields, what: string): MeasureFault => ({
    field,
    code: "measure-lacks",
    message: `A measure of the kind "${kind}" needs ${what}.`,
    remedy: "Fill it in.",
  });
  if (WITH_SUM.has(kind) && amount === null) return needs("amount", "a sum");
  if (amount !== null && BigInt(amount) <= 0n) {
    return {
      field: "amount",
      code: "measure-amount",
      message: "The sum is not above zero.",
      remedy: "Write down the sum, or leave it out where there is none.",
    };
  }
  if (amount !== null && !withinBounds({ ok: true, amount: BigInt(amount) }).ok) {
    return {
      field: "amount",
      code: "measure-amount-large",
      message: "The sum is larger than any that is taken in.",
      remedy: "Look at the sum again: it is counted in tiyn.",
    };
  }
  if (kind === "prevention" && form === null) return needs("form", "what was handed out or held");
  if (kind === "prevention" && count === null) return needs("count", "how many there were");
  if (kind === "fact" && article === null) return needs("article", "the article");
  if (kind === "fact" && stage === null) return needs("stage", "the stage of the criminal case");
  if (kind === "site" && address === null && count === null)
    return needs("address", "the address, or how many there were");
  return null;
}

function personFault({ persons }: MeasureFields): MeasureFault | null {
  const wrong = persons.find(({ iin }) => iin !== null && !hasValidCheckDigit(iin));
  if (wrong === undefined) return null;
  return {
    field: "persons",
    code: "measure-iin",
    message: `${wrong.iin} is no IIN or BIN: its check digit does not fit.`,
    remedy: "Compare the number with the document, or leave it out.",
    params: { iin: wrong.iin ?? "" },
  };
}
