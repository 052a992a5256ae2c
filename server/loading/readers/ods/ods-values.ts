import { plainNumber } from "../xlsx/numbers.ts";

/** What a cell's attributes say of its value (OpenDocument 1.3, part 3, 19.385 on). */
export interface CellValue {
  /** "float", "currency", "percentage", "date", "time", "boolean", "string"; "" where none is said. */
  readonly type: string;
  /** The value in the form of the standard; "" where only the shown text has it. */
  readonly value: string;
}

const VALUE_ATTRIBUTE: Readonly<Record<string, string>> = {
  float: "value",
  currency: "value",
  percentage: "value",
  date: "date-value",
  time: "time-value",
  boolean: "boolean-value",
  string: "string-value",
};

export function statedValue(attributes: Readonly<Record<string, string>>): CellValue {
  const type = attributes["office:value-type"] ?? attributes["calcext:value-type"] ?? "";
  return { type, value: attributes[`office:${VALUE_ATTRIBUTE[type] ?? "string-value"}`] ?? "" };
}

/** A number that is an amount or the like, and neither a date nor a text of digits. */
export function isNumber({ type, value }: CellValue): boolean {
  return (type === "float" || type === "currency" || type === "percentage") && value !== "";
}

/**
 * The cell's text as a person reads it: numbers as they are stored, without grouping; dates in ISO
 * without a zone. A number whose shown digits have leading zeros (an IIN) is what is shown.
 */
export function cellText({ type, value }: CellValue, shown: string): string {
  switch (type) {
    case "float":
    case "currency":
    case "percentage":
      if (value === "") return shown;
      return isPaddedNumber(shown, value) ? shown : plainNumber(value);
    case "date":
      return value === "" ? shown : dateText(value, /\d:\d\d/.test(shown));
    case "time":
      return timeText(value) ?? shown;
    case "boolean":
      return value === "" ? shown : value.toUpperCase();
    case "string":
      return value === "" ? shown : value;
    default:
      return shown;
  }
}

function isPaddedNumber(shown: string, value: string): boolean {
  return /^0\d+$/.test(shown) && shown.replace(/^0+/, "") === plainNumber(value);
}

/**
 * "2026-03-04T09:05:07.000000000" is "2026-03-04 09:05:07". Midnight is a time of day only where the
 * cell shows a clock: LibreOffice leaves it out of the value, other programs write it always.
 */
function dateText(value: string, showsClock: boolean): string {
  const match = /^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d+))?)?$/.exec(value.trim());
  if (match === null) return value;
  const [, day = "", clock = "00:00:00", fraction = "0"] = match;
  const thousandths = Math.round(Number(`0.${fraction}`) * 1_000);
  const instant = new Date(`${day}T${clock}Z`).getTime() + thousandths;
  if (!Number.isFinite(instant)) return value;
  const text = new Date(instant)
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, "");
  return showsClock ? text : text.replace(/ 00:00:00$/, "");
}

/** "PT09H05M07S" is "09:05:07"; null for a duration of a day and more, or none. */
function timeText(value: string): string | null {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(value.trim());
  if (match === null) return null;
  const [hours, minutes, seconds] = match.slice(1, 4).map((part) => Number(part ?? 0));
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
}
