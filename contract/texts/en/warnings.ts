/**
 * What a reader warns of before a file is loaded, and why a row would be refused (`refused-` and
 * the code).
 */
export const warnings = {
  "not-ready":
    "The columns of the date, the amount and the accounts are needed, and not all of them are " +
    "recognised. Choose them below.",
  "iin-check-digit": "The check digit of an IIN or BIN does not fit; kept as written.",
  "iban-check-digit": "The check digits of an IBAN do not fit; kept as written.",
  "iban-length": "An IBAN is too long or too short; kept as written.",
  "leading-zeros-restored": "An IIN had lost its leading zeros; they were put back.",
  "iin-digits-lost":
    "An IIN was saved as a rounded number: its digits are lost, the field is empty.",
  "iin-not-understood": "This is not an IIN or BIN; the field is empty.",
  "account-digits-lost":
    "An account number was saved as a rounded number: its digits are lost, the field is empty.",
  "account-masked": "The bank hid part of an account number.",
  "account-letters-mended":
    "Cyrillic letters in an account number were read as the Latin letters they look like.",
  "amount-float-rounded":
    "Digits after the fifteenth were dropped: they come only from a computer’s rounding.",
  "zone-assumed": "No time zone is given: +05:00 was assumed.",
  "currency-assumed": "No currency is given: KZT was assumed.",
  "other-side-unknown": "The row does not name the counterparty.",
  "same-account-both-sides": "Payer and recipient are the same account.",
  "fee-not-understood": "The fee is not an amount and was left out.",
  "negative-amount-reversed": "A negative amount was read as money going the other way.",
  "value-date-impossible": "The value date does not exist and was left out.",
  "invisible-letters": "Invisible characters inside a name were removed.",
  "state-not-understood":
    "The state of the operation is not understood, or says it was carried out in part; the whole amount was taken.",
  "letters-lost": "Some characters could not be read in the file’s encoding and were replaced.",
  "batch-not-split":
    "The transactions of a batch do not add up to its entry; the entry was read as one " +
    "transfer.",
  "batch-told-in-parts":
    "A notification names the transactions of a batch. The account’s statement may hold the " +
    "same money as one entry: load only one of the two.",
  "hidden-sheet": "A hidden sheet of the workbook was read as well.",
  "hidden-row": "A row that was hidden in the file was read as well.",
  "row-pending": "The bank had not carried out this operation yet when it made the statement.",
  "hidden-text":
    "Some text of the PDF is not shown on its pages; the rows were read from it all the same.",
  "receipt-not-checked": "A receipt shown by a client is not checked with the bank.",
  "refused-pdf-line-not-understood": "The line shows a sum and belongs to no row of the table.",
  "refused-amount-missing": "The row has no amount.",
  "refused-amount-not-a-number":
    "This is not an amount. Write digits with a point before the tiyn: 1500.50.",
  "refused-amount-too-many-decimals":
    "More decimals than the currency has; an amount is never rounded here.",
  "refused-amount-too-large":
    "More than any transfer can be (999,999,999,999,999.99). Check whether two columns ran " +
    "together.",
  "refused-too-many-cells":
    "More cells than the table has columns: a delimiter stands inside one cell. Put that cell in " +
    "quotes.",
  "refused-total-or-operation":
    "The words of a total beside a date and one amount, without a counterparty: a total or an " +
    "operation.",
  "refused-part-of-row-above":
    "The row says that its sum is part of the row above, which is taken whole. Taken too, it would be counted twice.",
  "refused-row-cut-off":
    "The file ends in the middle of this row, so its amount may be cut off. Ask the sender for the whole file.",
  "refused-heading-changed":
    "A heading further up names other columns, or in another order, than the table’s first.",
  "refused-currency-not-said":
    "The row names no currency, and a line above the table names one that is not tenge.",
  "refused-currency-contradicts": "The amount’s cell names another currency than its row.",
  "refused-amount-negative": "The amount is negative, and the meaning of its sign is not stated.",
  "refused-amount-zero": "The amount is zero: no money moved.",
  "refused-date-out-of-range": "The year is one that no operation can have.",
  "refused-date-missing": "The row has no date.",
  "refused-date-not-understood": "This is not a date that can be understood for certain.",
  "refused-debit-and-credit": "The row has both a debit and a credit.",
  "refused-direction-unknown": "The row does not state whether the money was received or sent.",
  "refused-currency-not-understood": "This is not a known currency. Write its three letters: KZT.",
  "refused-missing-side": "One of the two sides is not given.",
  "refused-not-carried-out": "The bank did not carry this operation out.",
  "refused-not-booked": "The operation is not booked yet.",
  "refused-account-missing": "The row has no account number.",
  "refused-session-without-account": "The row gives neither an account nor an IIN.",
  "refused-session-account-hidden":
    "Digits of the account are hidden, and no IIN says whose it is.",
  "refused-session-says-nothing":
    "The row gives a time, and no event, device, address, phone or place.",
  "refused-address-not-understood": "This is not an IP address.",
  "refused-report-id-missing": "The row has no report number.",
  "refused-document-unfinished": "The document breaks off before its end.",
  "refused-quote-not-closed":
    "The row opens a quote that is never closed; the lines below were each read on their own.",
  "refused-row-too-long": "The row is longer than a million characters.",
  "refused-too-many-columns": "The row has more cells than any table.",
  "refused-amount-elsewhere":
    "There is no amount in its column, but a number in a column that is not understood. Choose " +
    "what that column means.",
  "refused-own-side-unknown": "Neither the payer nor the recipient is the account holder.",
  "refused-sides-contradict":
    "Payer and recipient say one direction, the column or sign of the amount the other.",
  "refused-line-not-understood": "The line cannot be understood.",
};
