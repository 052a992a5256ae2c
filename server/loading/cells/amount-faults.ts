import type { Fault } from "./refused-cell.ts";

/** Why the money of a row cannot be taken. */

export function badAmount(column: string, value: string, code: string, currency: string): Fault {
  if (value === "") {
    const remedy = "Fill in the amount, or take the line out if it is no operation.";
    return { column, value, code: "amount-missing", reason: "The row has no amount.", remedy };
  }
  if (code === "too-large") {
    return {
      column,
      value,
      code: "amount-too-large",
      reason: `${value} is more than any transfer can be: at most 999,999,999,999,999.99.`,
      remedy:
        "Look whether two columns ran together or the decimal sign is missing, and write the amount as it was.",
    };
  }
  return {
    column,
    value,
    code: `amount-${code}`,
    reason:
      code === "too-many-decimals"
        ? `${value} has more decimals than ${currency} has; an amount is never rounded here.`
        : `"${value}" is not an amount.`,
    remedy: "Write the amount as digits with a point before the tiyn: 1500.50.",
  };
}

export function negativeAmount(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "amount-negative",
    reason: `${value} is negative, and nothing here says what its sign would mean.`,
    remedy:
      "Write a positive amount with the payer in the from column and the payee in the to column.",
  };
}

export function zeroAmount(column: string, value: string): Fault {
  const remedy = "Take the line out: no money moved.";
  return { column, value, code: "amount-zero", reason: "The amount is zero.", remedy };
}

/** A line above names a foreign currency, and neither it nor the row says whose. */
export function foreignNotSaid(column: string, named: string): Fault {
  return {
    column,
    value: "",
    code: "currency-not-said",
    reason: `The row names no currency, and a line above the table names one that is not tenge ("${named}").`,
    remedy: "Find out the currency of the account and write its three letters in the row.",
  };
}

/** The operation was in another currency, and only what it came to in tenge is written. */
export function onlyEquivalent(column: string, currency: string): Fault {
  return {
    column,
    value: "",
    code: "amount-missing",
    reason: `The row has no amount in ${currency}, its currency, but only the equivalent in tenge.`,
    remedy: `Fill in the amount in ${currency}, or write KZT if the operation was in tenge.`,
  };
}

/** The amount is not where it is looked for, and a column nobody understood has a number. */
export function amountElsewhere(column: string, value: string, unknown: string): Fault {
  return {
    column,
    value,
    code: "amount-elsewhere",
    reason: `There is no amount under "${column}", but a number under "${unknown}", a column that is not understood.`,
    remedy: `Say on the Load page, or with --mapping, what "${unknown}" means.`,
  };
}

export function bothColumns(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "debit-and-credit",
    reason: "The row has an amount under debit and under credit.",
    remedy: "Split the row into two, one for each amount.",
  };
}

export function noDirection(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "direction-unknown",
    reason:
      value === ""
        ? "The row does not say whether money left or came."
        : `"${value}" does not say whether money left or came.`,
    remedy: "Write дебет or кредит (debit or credit) in this column.",
  };
}

export function contradictingCurrency(
  column: string,
  value: string,
  beside: string,
  currency: string,
): Fault {
  return {
    column,
    value,
    code: "currency-contradicts",
    reason: `The amount is written in ${beside}, the row or its table says ${currency}.`,
    remedy: "Find out which is right and write the same currency in both places.",
  };
}

export function badCurrency(column: string, value: string): Fault {
  return {
    column,
    value,
    code: "currency-not-understood",
    reason: `"${value}" is not a currency.`,
    remedy: "Write the three letters of the currency: KZT.",
  };
}
