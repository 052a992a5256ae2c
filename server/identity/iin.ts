/**
 * IIN (person) and BIN (organisation): 12 digits, the last one a check digit.
 * Source: rules of forming the individual identification number, Kazakhstan; DOMAIN "Identifiers".
 */
export { isBin } from "../../contract/holder-number.ts";

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
