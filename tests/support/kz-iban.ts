import { ibanCheckDigits } from "../../server/identity/iban.ts";

/** A valid IBAN of a bank (three digits) whose account ends like this. */
export function kzIban(bank: string, end: string): string {
  const body = `${bank}${end.padStart(13, "0")}`;
  return `KZ${ibanCheckDigits("KZ", body)}${body}`;
}
