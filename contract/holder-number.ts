/**
 * An organisation's BIN has 4, 5 or 6 as its fifth digit; a person's day of birth cannot start so.
 */
export function isBin(number: string): boolean {
  return /^\d{4}[456]\d{7}$/.test(number);
}
