import type { PaidTwice } from "../claims/payments.store.ts";
import type { MeasureFault } from "./rules.ts";

/** A return that a payment written down by hand counts already, as a fault of the register. */
export function paidAlready({ payment, day, claim }: PaidTwice): MeasureFault {
  return {
    field: "block",
    code: "measure-paid-already",
    message: `Payment ${payment} of ${day} on claim ${claim} counts this return already.`,
    remedy: "Take that payment back first; the register's entry counts instead of it.",
    params: { payment, day, claim },
  };
}
