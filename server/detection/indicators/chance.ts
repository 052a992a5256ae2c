import { CONSTANTS } from "../parameters.ts";

/** Tails of distributions as points, −log10 of the chance of at least this much. */
const { precision, certain, stirlingFrom } = CONSTANTS.poisson;

const LOG10 = Math.LN10;

/**
 * Poisson: at least `count` when `mean` are expected. Sums the tail in logarithms; exact to
 * rounding.
 */
export function poissonPoints(count: number, mean: number): number {
  if (count <= mean || count <= 0) return 0;
  if (mean <= 0) return certain;
  const logFirst = count * Math.log(mean) - mean - logFactorial(count);
  let term = 1;
  let sum = 1;
  for (let next = count + 1; term > precision * sum; next += 1) {
    term *= mean / next;
    sum += term;
  }
  return Math.max(0, -(logFirst + Math.log(sum)) / LOG10);
}

/**
 * Gamma with whole `shape` and rate 1: at least `value`. A sum of −ln of `shape` uniform chances is
 * that (Fisher 1932).
 */
export function gammaPoints(shape: number, value: number): number {
  if (shape <= 0 || value <= 0) return 0;
  let logTerm = 0;
  let largest = 0;
  const terms: number[] = [0];
  for (let at = 1; at < shape; at += 1) {
    logTerm += Math.log(value / at);
    terms.push(logTerm);
    largest = Math.max(largest, logTerm);
  }
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - largest);
  return Math.max(0, (value - largest - Math.log(sum)) / LOG10);
}

const factorials: number[] = [0, 0];

export function logFactorial(count: number): number {
  if (count > stirlingFrom)
    return count * Math.log(count) - count + Math.log(2 * Math.PI * count) / 2;
  for (let next = factorials.length; next <= count; next += 1) {
    factorials.push((factorials[next - 1] as number) + Math.log(next));
  }
  return factorials[count] as number;
}

/**
 * By how much a family's raw points say too much because it looked in so many places. Most of what
 * it found is chance. Among `found` (raw points of accounts that have any) the middle value should
 * be as rare as the share of accounts that reach it. The difference is taken off all.
 */
export function chanceLevel(found: readonly number[], accounts: number): number {
  if (found.length === 0 || accounts === 0) return 0;
  const sorted = [...found].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] as number;
  const share = Math.ceil(sorted.length / 2) / accounts;
  return Math.max(0, middle + Math.log10(share));
}

/**
 * Points to nine places. Logarithms and powers differ in their last bits from one version of Node
 * to the next; an order or a stored result must not.
 */
export function rounded(points: number): number {
  const { parts } = CONSTANTS.points;
  return Math.round(points * parts) / parts;
}
