import { z } from "zod";
import { amountText, dayText, endpoint, givenAmount, instant } from "./endpoint.ts";
import { statedRate } from "./rates.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * The ledger of a loss: what came back, from whom, and what is still owed. Whoever pays, and in
 * whatever case, a loss is made good once.
 */

/** Who paid: the dropper, money blocked on his account, a bank of its own, a court's decision. */
export const paymentSource = z.enum(["dropper", "block", "bank", "judgment", "enforcement"]);
export type PaymentSource = z.infer<typeof paymentSource>;

/** Tenge that came on a claim in another currency, and the rate by which they pay it. */
const tengePaid = statedRate.extend({
  /** Tiyn, as on the receipt. */
  amount: givenAmount,
  /** The source for papers in Kazakh. */
  sourceKk: z.string().trim().max(200).nullable().default(null),
});
export type TengePaid = z.input<typeof tengePaid>;

/** A row of a bank's file as a person finds it again. */
const bankRow = z.object({
  transferId: z.string(),
  at: instant,
  /** Name of the file; null = it has none. */
  file: z.string().nullable(),
  row: z.number().int(),
});
export type BankRow = z.infer<typeof bankRow>;

const payment = z.object({
  id: z.string(),
  day: dayText,
  /** As it stands on the receipt; of tenge on a claim in another currency, what they pay of it. */
  amount: amountText,
  /** null = it came in the currency of the claim. */
  tenge: tengePaid.nullable(),
  /** The part of it that pays the penalty; the rest pays the debt. */
  penalty: amountText,
  source: paymentSource,
  /** The part that stands in no ledger: no loss is left for it. "0" where all of it counts. */
  uncounted: amountText,
  /** The bank's row that shows it: the two are one payment. null = none. */
  bankRow: bankRow.nullable(),
  /** Why it is another payment than a bank's row of the same sum; null = nobody says so. */
  apart: z.string().nullable(),
  /** Number of the receipt or payment order. */
  receipt: z.string(),
  at: instant,
  by: z.string(),
  /**
   * Which defendant paid: name, else IIN or account. null = a bank of its own, or a joint claim of
   * an older version that did not say.
   */
  payer: z.string().nullable(),
  /** A return of the register of measures, as far as it counts; it is corrected there. */
  measure: z.boolean(),
  /** A payment entered by mistake does not count. */
  cancelled: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
});
export type Payment = z.infer<typeof payment>;

const tengeSeen = z.object({
  /** Of the transfer, or of the return in the register of measures. */
  id: z.string(),
  /** Tiyn that no claim in tenge counts. */
  amount: amountText,
  day: dayText,
  /** null = blocked money that was returned, an entry of the register. */
  bankRow: bankRow.nullable(),
});
export type TengeSeen = z.infer<typeof tengeSeen>;

/** A part of a debt that is to be paid until a day. */
const instalment = z.object({ day: dayText, amount: givenAmount });
export type Instalment = z.infer<typeof instalment>;

/** A person whom the claim asks for the money, with what came to his accounts and from him. */
const debtor = z.object({
  /** Names the person when a payment is written down. */
  key: z.string(),
  name: z.string().nullable(),
  iin: z.string().nullable(),
  /** Claimed money that his accounts received. */
  received: amountText,
  /** The money that came back from him: payments, blocked money, bank rows. */
  paid: amountText,
});
export type Debtor = z.infer<typeof debtor>;

const ledger = z.object({
  claim: z.string(),
  currency: z.string(),
  /** The payments of the victim that the claim is about, each once. */
  loss: amountText,
  /** What came back of that loss, from anybody. */
  recovered: amountText,
  /** What this claim may still ask for; never above what is left of the loss. */
  outstanding: amountText,
  /** The last day on which money came, of debt or penalty; null = none did. */
  lastPaid: dayText.nullable(),
  /** The sums that a court gave of debt and penalty, and both together; null = no judgment. */
  awarded: z
    .object({
      sum: amountText,
      penalty: amountText,
      together: amountText,
      /** The part of the debt owed on the day of the judgment that the court did not give. */
      refused: amountText,
    })
    .nullable(),
  /**
   * The penalty beside the debt: what the court gave of it, or the filing asks for, what was paid
   * and what is still owed.
   */
  penalty: z.object({ due: amountText, paid: amountText, outstanding: amountText }),
  /** Other claims that ask for the same loss: what one of them brings is taken off all. */
  alternatives: z.array(z.string()),
  /** The defendants, the first of the claim first. */
  debtors: z.array(debtor),
  payments: z.array(payment),
  /**
   * Of a claim in another currency: tenge that look like a repayment of it and count nowhere until
   * a person writes them down with a rate.
   */
  tengeFound: z.array(tengeSeen),
  plan: z.array(instalment),
});
export type ClaimLedger = z.infer<typeof ledger>;

/** Debt and penalty that are outstanding together, in minor units. */
export function owedTogether({
  outstanding,
  penalty,
}: Pick<ClaimLedger, "outstanding" | "penalty">): bigint {
  return BigInt(outstanding) + BigInt(penalty.outstanding);
}

const ofClaim = z.object({ id: z.string(), claim: z.string() });

export const ledgers = {
  ofClaim: endpoint({
    name: "ledger",
    method: "GET",
    path: "/cases/:id/claims/:claim/ledger",
    summary: "What came back of the loss behind a claim, and what is outstanding",
    access: "user",
    about: "case",
    params: ofClaim,
    answer: ledger,
  }),
  record: endpoint({
    name: "recordPayment",
    method: "POST",
    path: "/cases/:id/claims/:claim/payments",
    summary:
      "Write down a payment on a claim, of its debt and of its penalty; never more than is owed",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({
      /** Of the claim. */
      version,
      day: dayText,
      /**
       * As it stands on the receipt, in the currency of the claim. Where tenge came, the sum that
       * they pay of it, within rounding of their rate; null = worked out.
       */
      amount: givenAmount.nullable().default(null),
      /** Tenge that came on a claim in another currency; null = its own currency came. */
      tenge: tengePaid.nullable().default(null),
      /** The part of it that pays the penalty; null = what is left once the debt is paid. */
      penalty: amountText.nullable().default(null),
      source: paymentSource,
      receipt: z.string().trim().min(1).max(200),
      /** Key or IIN of the defendant who paid; a joint claim needs it unless a bank paid. */
      payer: z.string().trim().max(100).nullable().default(null),
      /** Why it is another payment than the bank's row of the same sum near its day. */
      apart: z.string().trim().max(2_000).nullable().default(null),
    }),
    answer: ledger,
  }),
  cancel: endpoint({
    name: "cancelPayment",
    method: "POST",
    path: "/cases/:id/claims/:claim/payments/:payment/cancelled",
    summary: "Take back a payment that was entered by mistake, with the reason",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim.extend({ payment: z.string() }),
    body: z.object({ version, reason: z.string().trim().max(2_000) }),
    answer: ledger,
  }),
  plan: endpoint({
    name: "setPlan",
    method: "PUT",
    path: "/cases/:id/claims/:claim/plan",
    summary: "The parts in which what is outstanding is to be paid; an empty list ends the plan",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({ version, plan: z.array(instalment).max(120) }),
    answer: ledger,
  }),
} as const;
