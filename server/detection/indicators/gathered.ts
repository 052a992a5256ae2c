import { groupIndicator } from "./grouped-payments.ts";
import type { Indicator } from "./indicator.ts";

/** Several receipts joined into one payment of nearly their sum, within two days. */
export const gathered: Indicator = groupIndicator("gather");
