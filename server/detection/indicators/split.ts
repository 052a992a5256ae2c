import { groupIndicator } from "./grouped-payments.ts";
import type { Indicator } from "./indicator.ts";

/**
 * One receipt paid out in pieces of nearly its sum, within two days. It counts as far as the pieces
 * leave the accounts or are passed on: a foreman's crew keeps its pay.
 */
export const split: Indicator = groupIndicator("split");
