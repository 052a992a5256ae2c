/** Moved to contract/format, where the server reads it too. */
export * from "../../contract/format/money.ts";
