import { type ClaimStatus, takesPayments } from "../../contract/claim-steps.ts";

/**
 * Why no money can be written down on a claim: payments and returns of blocked money are held to
 * the same. null = the claim takes it.
 */
export function paymentRefusal(claim: string, status: ClaimStatus) {
  if (takesPayments(status)) return null;
  return {
    code: "payment-status",
    message: `Claim ${claim} in status "${status}" takes no payment.`,
    remedy:
      status === "closed"
        ? "Take the claim a step back first."
        : "Send the claim to review first, or write the payment down at the claim that stands.",
    params: { claim },
  };
}
