/**
 * An organisation's BIN has 4, 5 or 6 as its fifth digit; a person's day of birth cannot start so.
 */
export function isBin(number: string): boolean {
  return /^\d{4}[456]\d{7}$/.test(number);
}

/** Centuries by the seventh digit of an IIN; odd is a man, even a woman. */
const CENTURIES: Readonly<Record<string, string>> = {
  "1": "18",
  "2": "18",
  "3": "19",
  "4": "19",
  "5": "20",
  "6": "20",
};

/**
 * The day of birth (YYYY-MM-DD) that an IIN carries; null where it carries none, or one that is still
 * to come.
 */
export function birthDateOf(iin: string): string | null {
  const [, year, month, day, digit = ""] = /^(\d{2})(\d{2})(\d{2})(\d)\d{5}$/.exec(iin) ?? [];
  const century = CENTURIES[digit];
  if (century === undefined) return null;
  const text = `${century}${year}-${month}-${day}`;
  const read = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return isDay && read.getTime() <= Date.now() ? text : null;
}

/** Full age is 18 (Civil Code art. 17); both days as YYYY-MM-DD. */
const FULL_AGE = 18;

/** True where the person is not yet 18 on that day. */
export function isMinor(birthDate: string, day: string): boolean {
  const year = String(Number(birthDate.slice(0, 4)) + FULL_AGE).padStart(4, "0");
  return day < `${year}${birthDate.slice(4)}`;
}

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/** The check digit of the first eleven digits, or null where none exists (both sums give 10). */
export function checkDigit(firstEleven: string): number | null {
  const first = weighed(firstEleven, FIRST_WEIGHTS);
  if (first !== 10) return first;
  const second = weighed(firstEleven, SECOND_WEIGHTS);
  return second === 10 ? null : second;
}

function weighed(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1)
    sum += (weights[at] as number) * (digits.charCodeAt(at) - 48);
  return sum % 11;
}

export function hasValidCheckDigit(number: string): boolean {
  return /^\d{12}$/.test(number) && checkDigit(number) === number.charCodeAt(11) - 48;
}
