/**
 * IIN (person) and BIN (organisation): 12 digits, the last one a check digit.
 * Source: rules of forming the individual identification number, Kazakhstan; DOMAIN "Identifiers".
 */
export { checkDigit, hasValidCheckDigit, isBin } from "../../contract/holder-number.ts";
