import type { AboveLoss, PaidTwice } from "../claims/uncounted-returns.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * A return that does not count whole, as a fault of the register: a payment written down by hand
 * counts it already, or more came back than was lost or asked for.
 */
export function paidAlready(found: PaidTwice | AboveLoss): MeasureFault {
  if ("left" in found) {
    const { claim, left, than } = found;
    if (than === "claim") {
      return {
        field: "amount",
        code: "measure-return-above-claim",
        message: `Claim ${claim} asks for only ${left} more.`,
        remedy: "Name the claim whose money it was, or compare the sum with the paper.",
        params: { claim, amount: left },
      };
    }
    return {
      field: "amount",
      code: "measure-return-above-loss",
      message: `Of the loss behind claim ${claim} only ${left} had not come back yet.`,
      remedy: "Compare the return with the payments and bank rows of the claim.",
      params: { claim, amount: left },
    };
  }
  const { payment, day, claim } = found;
  return {
    field: "block",
    code: "measure-paid-already",
    message: `Payment ${payment} of ${day} on claim ${claim} counts this return already.`,
    remedy: "Take that payment back first; the register's entry counts instead of it.",
    params: { payment, day, claim },
  };
}
