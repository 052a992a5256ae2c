import type { Instant } from "../../../time/instant.ts";
import { entryDay, swiftDay } from "./mt940-values.ts";

/** What a field :61: says. */
export interface StatementLine {
  /** The day of entry, else the value date. */
  readonly bookedAt: Instant | null;
  readonly valueDate: string;
  /**
   * The value date does not exist (30 February of a 30-day-month calendar): the entry date stands
   * alone.
   */
  readonly valueDateImpossible: boolean;
  readonly direction: "in" | "out";
  /** RC takes a credit back, RD a debit. */
  readonly reversal: boolean;
  /** EC, ED: expected, not booked. */
  readonly expected: boolean;
  readonly amount: string;
  readonly type: string;
  readonly reference: string;
  readonly bankReference: string;
  readonly supplement: string;
}

const LINE =
  /^\s*(\d{6})(\d{4})?([RE]?[CD])([A-Z])?\n?\s*(\d[\d.,]*|,\d+)([A-Z][A-Z0-9 ]{3})?([^\n]*)(?:\n([\s\S]*))?$/;

const REFERENCE = 16;

/**
 * Reads a field :61: in all its habits: entry date left out, funds code, type left out, supplement
 * on the next line.
 */
export function statementLine(text: string): StatementLine | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const [, valueDate = "", entry, mark = "", , amount = "", type = "", rest = "", supplement = ""] =
    match;
  const value = swiftDay(valueDate);
  const entered = entry === undefined ? null : entryDay(entry, valueDate);
  const slashes = rest.indexOf("//");
  // The reference has 16 places; some banks go on in the same line with the other side's name.
  const reference = slashes < 0 ? rest.slice(0, REFERENCE) : rest.slice(0, slashes);
  const goesOn = slashes < 0 ? rest.slice(REFERENCE).trim() : "";
  const reversed = mark === "RC" || mark === "RD";
  const credit = mark.endsWith("C");
  return {
    bookedAt: entered ?? value,
    valueDate,
    valueDateImpossible: value === null,
    direction: credit === reversed ? "out" : "in",
    reversal: reversed,
    expected: mark.startsWith("E"),
    amount,
    type: type.trim(),
    reference: reference.trim(),
    bankReference: slashes < 0 ? "" : rest.slice(slashes + 2).trim(),
    supplement: [goesOn, supplement.trim()].filter((text) => text !== "").join(" "),
  };
}
