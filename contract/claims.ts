import { z } from "zod";
import { claimMove, claimStatus, nextStep, stepFacts, undoneMove } from "./claim-steps.ts";
import { amountText, dayText, endpoint, instant, money } from "./endpoint.ts";
import { leftOut } from "./not-claimed.ts";
import { penalty } from "./penalty.ts";
import { traceMethod } from "./tracing.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * Claims: one claim = one victim × one account holder = what the holder's accounts received (Civil
 * Code art. 953).
 */

const person = z.object({ name: z.string().nullable(), iin: z.string().nullable() });
const party = person.extend({ accounts: z.array(z.string()) });
/**
 * How a claim says whose money it is: "direct" = the victim's own transfer, no rule needed; else
 * the one tracing rule the claim states and keeps.
 */
export const claimMethod = z.enum(["direct", ...traceMethod.options]);
export type ClaimMethod = z.infer<typeof claimMethod>;

const line = z.object({
  transferId: z.string(),
  bookedAt: instant,
  from: z.string(),
  to: z.string(),
  /**
   * The part claimed; of a victim's own transfer all of it. Below zero: the holder paid it back to
   * the victim.
   */
  amount: amountText,
  /** The whole transfer. */
  whole: amountText,
  currency: z.string(),
  purpose: z.string().nullable(),
  sourceName: z.string().nullable(),
  sourceId: z.string(),
  row: z.number(),
  /**
   * False where the transfer is no longer in the data as it was claimed: its file was taken out or
   * replaced.
   */
  present: z.boolean(),
});

/** What a person approved: the claim's figures, lines and trace under one SHA-256. */
const approval = z.object({ hash: z.string(), at: instant, by: z.string() });

export const claim = z.object({
  id: z.string(),
  version,
  status: claimStatus,
  method: claimMethod,
  openedAt: instant,
  openedBy: z.string(),
  victim: party,
  defendant: party,
  /**
   * The people who answer for the same loss together with the defendant, and why a person says so.
   */
  joint: z
    .object({
      why: z.string(),
      whyKk: z.string().nullable(),
      at: instant,
      by: z.string(),
      others: z.array(party.extend({ key: z.string() })),
    })
    .nullable(),
  amount: amountText,
  currency: z.string(),
  reports: z.array(z.string()),
  lines: z.array(line),
  moves: z.array(claimMove),
  /** Steps that were taken by mistake and taken back, the oldest first: they count nowhere. */
  undone: z.array(undoneMove),
  /**
   * Where the claim stands again if its last step was a mistake; null = it is taken back not so.
   */
  undo: claimStatus.nullable(),
  /** null where nobody has approved the claim as it is. */
  approval: approval.nullable(),
  /** Where the claim may go next, and what that needs. */
  next: z.array(nextStep),
});
export type Claim = z.infer<typeof claim>;

/** Why the data of today give another part of a transfer than a claim asks for. */
export const changeReason = z.enum([
  "transfer-gone",
  "not-reported",
  "other-victim",
  "other-holder",
  "traced-otherwise",
  "figure-decided",
  "figure-undecided",
]);
export type ChangeReason = z.infer<typeof changeReason>;

const acceptance = z.object({ reason: z.string(), at: instant, by: z.string() });
const change = z.object({
  /** What the claim would ask for by the data of today. */
  byData: amountText,
  lines: z.array(
    z.object({
      transferId: z.string(),
      claimed: amountText,
      byData: amountText,
      why: changeReason,
    }),
  ),
  /** Files loaded or taken out since the claim was worked out that touch its money. */
  files: z.array(
    z.object({
      name: z.string(),
      at: instant,
      takenOut: z.boolean(),
      /** The person who loaded it or took it out; null = not known. */
      by: z.string().nullable(),
    }),
  ),
  /** Names exactly this difference; to be sent back by whoever accepts it. */
  difference: z.string(),
  /** Set where a person has accepted exactly this difference. */
  accepted: acceptance.nullable(),
});

/** A part of what is approved: of the claim, or of its dossier for the court. */
export const approvalPart = z.enum([
  "claim",
  "amount",
  "victim",
  "defendant",
  "joint",
  "reports",
  "lines",
  "figures",
  "trace",
  "court",
  "consent",
  "why-not-self",
  "circumstances",
  "fee",
  "rate",
  "penalty",
  "attachments",
]);
/** A party, as far as it is known. */
export const approvalField = z.enum([
  "name",
  "iin",
  "accounts",
  "birthDate",
  "address",
  "phone",
  "email",
  "representative",
]);
const approvalChange = z.object({
  part: approvalPart,
  /** Of a party. */
  field: approvalField.optional(),
  /** As approved, and today; null where there was or is nothing, or no words for it. */
  was: z.string().nullable(),
  is: z.string().nullable(),
});
export type ApprovalChange = z.infer<typeof approvalChange>;

/** A standing claim beside the data of today. */
const claimToday = z.object({
  claim: z.string(),
  currency: z.string(),
  claimed: amountText,
  /** Payments of the holder to the victim since, as far as they belong to this claim. */
  repaid: z.array(
    z.object({
      transferId: z.string(),
      bookedAt: instant,
      amount: amountText,
      sourceId: z.string(),
      row: z.number(),
    }),
  ),
  /** What the claim may still ask for; never above what is left of the loss. */
  outstanding: amountText,
  /**
   * The claim is recovered and something is outstanding all the same: the money that the status
   * rests on is gone, for example with a file that was taken out.
   */
  moneyGone: z.boolean(),
  /**
   * The claim is before a court, and by the data of today another sum was outstanding on the day of
   * its filing: the court is told.
   */
  tellCourt: z.boolean(),
  /** The loss behind the claim, and what came back of it from anybody. */
  loss: amountText,
  recovered: amountText,
  /** Other claims that ask for the same loss: what one of them brings is taken off all. */
  alternatives: z.array(z.string()),
  /**
   * Accounts through which a traced claim's money came and whose balance before is not known: it
   * is counted as zero. Another balance may change the sum.
   */
  openingsUnknown: z.array(z.string()),
  /** null where the claim is what the data say. */
  change: change.nullable(),
  /**
   * In which parts the claim and its dossier differ from what was approved; nothing where they are
   * the same. null where nobody has approved the claim.
   */
  approvalChanges: z.array(approvalChange).nullable(),
});
export type ClaimToday = z.infer<typeof claimToday>;

/** Which sum is claimed: the whole transfer as the bank has it, or the victim's own figure. */
export const figureChoice = z.enum(["transfer", "stated"]);
export type FigureChoice = z.infer<typeof figureChoice>;

/** A stolen transfer of which the victim states another sum than the bank. */
const figure = z.object({
  report: z.string(),
  transferId: z.string(),
  /** The claim the transfer is in. */
  claim: z.string().nullable(),
  stated: amountText,
  statedCurrency: z.string(),
  /** The transfer as the bank has it. */
  whole: amountText,
  currency: z.string(),
  /** The victim's figure is a part of the transfer, so that it can be claimed. */
  mayClaimStated: z.boolean(),
  decision: z
    .object({ claim: figureChoice, reason: z.string(), at: instant, by: z.string() })
    .nullable(),
});
export type VictimFigure = z.infer<typeof figure>;

const ofCase = z.object({ id: z.string() });
const ofClaim = z.object({ id: z.string(), claim: z.string() });

export const claims = {
  list: endpoint({
    name: "claims",
    method: "GET",
    path: "/cases/:id/claims",
    summary: "The claims of a case, each down to the transfers it is made of",
    access: "user",
    about: "case",
    params: ofCase,
    answer: z.object({ claims: z.array(claim) }),
  }),
  notClaimed: endpoint({
    name: "notClaimed",
    method: "GET",
    path: "/cases/:id/not-claimed",
    summary: "The stolen transfers of a case that are in none of its claims, each with the reason",
    access: "user",
    about: "case",
    params: ofCase,
    answer: z.object({ leftOut: z.array(leftOut) }),
  }),
  today: endpoint({
    name: "claimsToday",
    method: "GET",
    path: "/cases/:id/claims/today",
    summary: "Standing claims beside the data of today: what has changed, what was paid back",
    access: "user",
    about: "case",
    params: ofCase,
    answer: z.object({
      claims: z.array(claimToday),
      /** Money that came back of the losses that the case is about, whoever paid. */
      recovered: z.array(money),
    }),
  }),
  open: endpoint({
    name: "openClaims",
    method: "POST",
    path: "/cases/:id/claims",
    summary:
      "Open one claim per victim and account holder for what the holder received from the victim (Civil Code art. 953)",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({
      /** Of the case. */
      version,
      /**
       * A rule: claims against the case's holders who got the money through other people's
       * accounts, by that one rule.
       */
      method: claimMethod.default("direct"),
      /** No claim in tenge below this sum is opened; whole tenge. */
      smallest: z.number().int().min(0).max(1_000_000_000_000).default(0),
      /** Only say what would be opened. */
      preview: z.boolean().default(false),
    }),
    answer: z.object({
      opened: z.number(),
      /** Drafts that took in transfers reported since. */
      extended: z.number(),
      lines: z.number(),
      /** The claims opened, or in a preview those that would be. */
      claims: z.array(
        z.object({
          victim: person,
          defendant: person,
          currency: z.string(),
          amount: amountText,
          lines: z.number(),
        }),
      ),
      /** Reported transfers in no claim of this call, each with the reason. */
      leftOut: z.array(leftOut),
    }),
  }),
  penalty: endpoint({
    name: "penalty",
    method: "GET",
    path: "/cases/:id/claims/:claim/penalty",
    summary:
      "The penalty of Civil Code art. 353 on a claim, by the base rate of one day, or of each day where none is named",
    access: "user",
    about: "case",
    params: ofClaim,
    query: z.object({ from: dayText, until: dayText, rateDay: dayText.optional() }),
    answer: penalty,
  }),
  figures: endpoint({
    name: "victimFigures",
    method: "GET",
    path: "/cases/:id/figures",
    summary: "Stolen transfers of which the victim states another sum than the bank",
    access: "user",
    about: "case",
    params: ofCase,
    answer: z.object({ figures: z.array(figure) }),
  }),
  decideFigure: endpoint({
    name: "decideFigure",
    method: "POST",
    path: "/cases/:id/figures",
    summary: "Decide which of the two sums is claimed, with a reason; the package states it",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    body: z.object({
      version,
      report: z.string(),
      transferId: z.string(),
      /** The two sums the person saw. */
      stated: amountText,
      whole: amountText,
      claim: figureChoice,
      reason: z.string().trim().max(2_000),
    }),
    answer: z.object({ figures: z.array(figure) }),
  }),
  setStatus: endpoint({
    name: "setStatus",
    method: "PATCH",
    path: "/cases/:id/claims/:claim",
    summary: "Move a claim on; each step says what it needs, steps back and ends a reason",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({
      version,
      status: claimStatus,
      reason: z.string().trim().max(2_000).optional(),
      facts: stepFacts.optional(),
      /** A person knows that another letter has the number of the demand. */
      again: z.boolean().optional(),
    }),
    answer: claim,
  }),
  accept: endpoint({
    name: "acceptDifference",
    method: "POST",
    path: "/cases/:id/claims/:claim/accepted",
    summary: "Keep a claim as it is although the data have changed; the package states the reason",
    access: MAY.workOnCases,
    about: "case",
    params: ofClaim,
    body: z.object({
      version,
      /** The difference the person saw; refused where it is another one by now. */
      difference: z.string(),
      reason: z.string().trim().min(1).max(2_000),
    }),
    answer: claimToday,
  }),
} as const;
