/** What each warning says to a person. Readers of other formats use the same words. */
const TEXTS: Readonly<Record<string, string>> = {
  "iin-check-digit": "The check digit of an IIN or BIN does not fit; kept as written.",
  "iban-check-digit": "The check digits of an IBAN do not fit; kept as written.",
  "iban-length": "An IBAN is too long or too short; kept as written.",
  "leading-zeros-restored": "An IIN had lost its leading zeros; they were put back.",
  "iin-digits-lost":
    "An IIN was saved as a rounded number: its digits are lost, the field is empty.",
  "iin-not-understood": "This is no IIN or BIN; the field is empty.",
  "account-digits-lost":
    "An account number was saved as a rounded number: its digits are lost, the field is empty.",
  "account-masked": "The bank hid part of an account number.",
  "account-letters-mended":
    "Cyrillic letters in an account number were read as the Latin ones they look like.",
  "amount-float-rounded":
    "Digits past the fifteenth, which only a computer's rounding makes, were dropped.",
  "zone-assumed": "The time names no zone: +05:00 was taken.",
  "currency-assumed": "Nothing names a currency: KZT was taken.",
  "other-side-unknown": "The row does not say who is on the other side.",
  "same-account-both-sides": "Payer and payee are the same account.",
  "fee-not-understood": "The fee is no amount; left out.",
  "negative-amount-reversed": "A negative amount was taken as money going the other way.",
  "value-date-impossible": "The value date does not exist; left out.",
  "letters-lost": "Some bytes are no letters in the file's encoding; they were replaced.",
};

/** The sentence for a warning's code; the code itself where there is none. */
export function warningText(code: string): string {
  return TEXTS[code] ?? code;
}
