import { DAY } from "../../../time/instant.ts";

/** How the style of a numeric cell wants its number read. */
export type NumberShape =
  | { readonly kind: "number"; readonly padTo: number }
  | { readonly kind: "date"; readonly time: boolean; readonly milliseconds: boolean }
  | { readonly kind: "time" };

export const PLAIN_NUMBER: NumberShape = { kind: "number", padTo: 0 };

/** Built-in formats of ECMA-376 18.8.30; 27-36 and 50-58 are dates in East Asian locales. */
const BUILT_IN: ReadonlyMap<number, NumberShape> = new Map(
  [
    ...[14, 15, 16, 17, ...range(27, 31), 36, ...range(50, 54), 57, 58].map(
      (id) => [id, "date"] as const,
    ),
    ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, "time"] as const),
    [22, "datetime"] as const,
  ].map(([id, kind]) => [
    id,
    kind === "time"
      ? { kind: "time" }
      : { kind: "date", time: kind === "datetime", milliseconds: false },
  ]),
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What a number format id, with its code where the workbook defines one, makes of a number. */
export function shapeOfFormat(id: number, code: string | undefined): NumberShape {
  if (code === undefined) return BUILT_IN.get(id) ?? PLAIN_NUMBER;
  const section = (code.split(";")[0] ?? "")
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  if (/general/i.test(section)) return PLAIN_NUMBER;
  // "000000000000": an IIN shown with its leading zeros.
  if (/^0{2,}$/.test(section)) return { kind: "number", padTo: section.length };
  const withoutFraction = section.replace(/([sс])[.,]0+/gi, "$1");
  if (/[0#?]/.test(withoutFraction)) return PLAIN_NUMBER;
  // Formats are stored in English letters; a few writers leave the Russian ones they show.
  const time = /[hsчс]/i.test(withoutFraction);
  const date = /[dyдг]/i.test(withoutFraction) || (!time && /[mм]/i.test(withoutFraction));
  if (date) return { kind: "date", time, milliseconds: withoutFraction !== section };
  return time ? { kind: "time" } : PLAIN_NUMBER;
}

/**
 * A numeric cell's text as a person reads it: no exponent, no float noise, dates in ISO without a
 * zone.
 */
export function numberText(raw: string, shape: NumberShape, epoch1904: boolean): string {
  if (shape.kind === "number") return padded(plainNumber(raw), shape.padTo);
  const serial = Number(raw);
  if (raw === "" || !Number.isFinite(serial) || serial < 0 || serial >= 2_958_466)
    return plainNumber(raw);
  if (shape.kind === "time" && serial < 1) return timeOfDay(serial);
  return serialDate(
    serial,
    shape.kind === "date" ? shape : { time: true, milliseconds: false },
    epoch1904,
  );
}

function padded(text: string, length: number): string {
  return length > text.length && /^\d+$/.test(text) ? text.padStart(length, "0") : text;
}

/**
 * "1.5E5" is 150000, "30740001404.0" is 30740001404, 150000.10000000001 is 150000.1 (a double holds
 * 15 digits for sure). A whole number is left as it stands, however long: it may be an account.
 */
export function plainNumber(raw: string): string {
  const text = raw.trim();
  if (/^-?\d+$/.test(text)) return text;
  const decimal = /^(-?\d+)\.(\d+)$/.exec(text);
  if (decimal) {
    const [, whole = "", fraction = ""] = decimal;
    if (/^0+$/.test(fraction)) return whole;
    if (whole.length + fraction.length <= 15) return text;
  }
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return text;
  // Beyond what a double holds the digits are made up; as a power they are known for lost.
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  return withoutExponent(Number(value.toPrecision(15)));
}

function withoutExponent(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const exponent = Number(power);
  const digits = first + rest;
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function serialDate(
  serial: number,
  shape: { time: boolean; milliseconds: boolean },
  epoch1904: boolean,
): string {
  // Excel counts a 29 February 1900 that never was; days before it are one off.
  const days = !epoch1904 && serial < 60 ? serial + 1 : serial;
  const unit = shape.milliseconds ? 1 : 1000;
  const instant = (epoch1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((days * DAY) / unit) * unit;
  const iso = new Date(instant).toISOString();
  const day = iso.slice(0, 10);
  if (!shape.time && instant % DAY === 0) return day;
  const time = iso.slice(11, iso.endsWith(".000Z") ? 19 : 23);
  return `${day} ${time}`;
}

function timeOfDay(serial: number): string {
  return new Date(Math.round((serial * DAY) / 1000) * 1000).toISOString().slice(11, 19);
}
