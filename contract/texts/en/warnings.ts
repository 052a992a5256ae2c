/**
 * What a reader warns of before a file is loaded, and why a row would be refused (`refused-` and
 * the code).
 */
export const warnings = {
  "not-ready":
    "Not every column that is needed is recognised: the date, the amount and the accounts. Say below which they are.",
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
    "Digits past the fifteenth, which only a computer’s rounding makes, were dropped.",
  "zone-assumed": "The time names no zone: +05:00 was taken.",
  "currency-assumed": "Nothing names a currency: KZT was taken.",
  "other-side-unknown": "The row does not say who is on the other side.",
  "same-account-both-sides": "Payer and recipient are the same account.",
  "fee-not-understood": "The fee is no amount; left out.",
  "negative-amount-reversed": "A negative amount was taken as money going the other way.",
  "value-date-impossible": "The value date does not exist; left out.",
  "letters-lost": "Some bytes are no letters in the file’s encoding; they were replaced.",
  "hidden-sheet": "A hidden sheet of the workbook was read as well.",
  "refused-amount-missing": "The row has no amount.",
  "refused-amount-not-a-number":
    "This is not an amount. Write digits with a point before the tiyn: 1500.50.",
  "refused-amount-too-many-decimals":
    "More decimals than the currency has; an amount is never rounded here.",
  "refused-amount-too-large":
    "More than any transfer can be (999,999,999,999,999.99). Look whether two columns ran together.",
  "refused-too-many-cells":
    "More cells than the table has columns: a delimiter stands inside one. Put quotes around it.",
  "refused-currency-contradicts": "The amount's cell names another currency than its row.",
  "refused-amount-negative":
    "The amount is negative, and nothing here says what its sign would mean.",
  "refused-amount-zero": "The amount is zero: no money moved.",
  "refused-date-missing": "The row has no date.",
  "refused-date-not-understood": "This is no date that can be understood for certain.",
  "refused-debit-and-credit": "The row has both a debit and a credit.",
  "refused-direction-unknown": "Nothing says whether the money came or went.",
  "refused-currency-not-understood":
    "This is no currency that is known. Write its three letters: KZT.",
  "refused-missing-side": "Nothing says who is on one of the two sides.",
  "refused-not-carried-out": "The bank did not carry this operation out.",
  "refused-not-booked": "The entry is not booked yet.",
  "refused-account-missing": "The row has no account number.",
  "refused-report-id-missing": "The row has no report number.",
  "refused-document-unfinished": "The document breaks off before its end.",
  "refused-line-not-understood": "The line cannot be understood.",
};
