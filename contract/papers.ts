import { z } from "zod";
import { type ClaimStatus, claimStatus, isStanding, type StepFacts } from "./claim-steps.ts";
import { claimMethod } from "./claims.ts";
import { readinessCode } from "./dossier.ts";
import { amountText, endpoint } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** Papers of a claim for the court, the parties and the banks: DOCX and PDF from one template. */

export const paperKind = z.enum([
  "claim-statement",
  "calculation",
  "transfers-list",
  "defendants-list",
  "demand",
  "consent",
  "security",
  "claim-reduction",
  "statement-request",
  "freeze-request",
  "return-notice",
  "loan-suspension",
  "cover-letter",
  "inventory",
]);
export type PaperKind = z.infer<typeof paperKind>;

/** Papers that go to each bank of the defendants; one may be about several claims. */
export const bankPaper = z.enum(["statement-request", "freeze-request", "return-notice"]);
export type BankPaper = z.infer<typeof bankPaper>;

/** The languages of the courts. */
export const paperLanguage = z.enum(["ru", "kk"]);
export type PaperLanguage = z.infer<typeof paperLanguage>;

export const paperFormat = z.enum(["docx", "pdf"]);
export type PaperFormat = z.infer<typeof paperFormat>;

/** Why a claim has no such paper. */
export const notMade = z.enum([
  /** The claim is closed, withdrawn or refused. */
  "over",
  /** The court has decided: its judgment is executed, nobody is asked for the same again. */
  "decided",
  /** Everything has come back. */
  "nothing-outstanding",
  /** The data have changed since the claim was made, and nobody has decided about it. */
  "differs",
  /** Nobody has written down a loan of the victim. */
  "no-loan",
  /** Nothing that was asked of the court is less by the data of today. */
  "not-reduced",
  /** A minor's consent is not asked for (Code of Civil Procedure art. 54). */
  "minor",
  /** One letter about several claims asks the bank for it. */
  "common",
]);
export type NotMade = z.infer<typeof notMade>;

/** Papers that ask somebody for the money of the claim. */
const ASKING: readonly PaperKind[] = [
  "claim-statement",
  "demand",
  "consent",
  "security",
  "freeze-request",
  "return-notice",
  "cover-letter",
];

/** Papers for the court: of a filed claim they say what was filed, whatever came back since. */
export const OF_FILING: readonly PaperKind[] = [
  "claim-statement",
  "calculation",
  "transfers-list",
  "defendants-list",
  "consent",
  "claim-reduction",
  "cover-letter",
  "inventory",
];

/**
 * Papers that a judgment leaves no room for: what they ask the debtor or the court for is given.
 */
const BEFORE_JUDGMENT: readonly PaperKind[] = ["demand", "security", "claim-reduction"];

/** Statuses in which the court's judgment stands, or the money came back. */
const DECIDED: readonly ClaimStatus[] = [
  ...(["judgment", "in-force", "enforcement", "recovered", "closed"] as const),
];

/** The court has decided, or everything came back: what is left is to execute. */
export function isDecided(status: ClaimStatus): boolean {
  return DECIDED.includes(status);
}

/** The day (YYYY-MM-DD) of the judgment that stands; null where the court has not decided. */
export function decidedOn({
  status,
  moves,
}: {
  readonly status: ClaimStatus;
  readonly moves: readonly { readonly to: ClaimStatus; readonly facts: StepFacts }[];
}): string | null {
  if (!isDecided(status)) return null;
  const begun = moves.findLastIndex((move) => move.to === "draft");
  const judged = moves
    .slice(begun + 1)
    .findLast((move) => move.to === "judgment" && move.facts.day);
  return judged?.facts.day ?? null;
}

/**
 * A filed claim asks for more than it would by the data of today: money of a day before the filing
 * became known since. Where nothing is left to ask for, nothing is reduced. Minor units.
 */
export function isReduced(
  filed: {
    readonly filedOn: string | null;
    readonly asked: bigint;
    readonly askedByData: bigint;
    /** null where no penalty was filed. */
    readonly penaltyByData: bigint | null;
  },
  penalty: bigint,
): boolean {
  const { filedOn, asked, askedByData, penaltyByData } = filed;
  const now = penaltyByData ?? penalty;
  const isNoMore = askedByData <= asked && now <= penalty;
  const isLess = askedByData < asked || now < penalty;
  return filedOn !== null && isNoMore && isLess && askedByData + now > 0n;
}

/** Why a paper is not made of a claim as it is today; null = it is made. */
export function whyNotMade(
  kind: PaperKind,
  claim: {
    readonly status: ClaimStatus;
    /** Day of the judgment that stands; null where the court has not decided. */
    readonly decidedOn: string | null;
    /** Minor units. */
    readonly outstanding: bigint;
    /** Minor units that the court was asked for; null = the claim is not filed. */
    readonly asked: bigint | null;
    /** The victim is a minor. */
    readonly minor: boolean;
    /** How many loans of the victim are written down. */
    readonly loans: number;
    /** Less is due of what was filed (isReduced). */
    readonly reduced: boolean;
  },
): NotMade | null {
  if (kind === "claim-reduction") return claim.reduced ? whyEnded(kind, claim) : "not-reduced";
  if (kind === "loan-suspension") return claim.loans === 0 ? "no-loan" : null;
  if (!ASKING.includes(kind)) return null;
  const minor = kind === "consent" && claim.minor ? "minor" : null;
  if (claim.asked !== null && claim.asked > 0n && OF_FILING.includes(kind)) return minor;
  const nothing = claim.outstanding <= 0n ? "nothing-outstanding" : null;
  return whyEnded(kind, claim) ?? nothing ?? minor;
}

/** The claim is over, or the court has decided what the paper asks it for. */
function whyEnded(
  kind: PaperKind,
  { status, decidedOn }: { readonly status: ClaimStatus; readonly decidedOn: string | null },
): NotMade | null {
  if (status === "closed" || !isStanding(status)) return "over";
  return decidedOn !== null && BEFORE_JUDGMENT.includes(kind) ? "decided" : null;
}

/** As many claims as one archive may hold. */
export const MOST_CLAIMS = 500;

const inPapers = {
  kinds: z.array(paperKind).min(1),
  language: paperLanguage.default("ru"),
  formats: z.array(paperFormat).min(1).default(["docx", "pdf"]),
  /** One letter a bank and kind over all these claims, instead of one each. */
  together: z.boolean().default(true),
};

const person = z.object({ name: z.string().nullable(), iin: z.string().nullable() });
/** Claims and papers for all droppers of a case in one step. */
const inBulk = {
  method: claimMethod.default("direct"),
  /** No claim in tenge and no paper of one below this sum; whole tenge. */
  smallest: z.number().int().min(0).max(1_000_000_000_000).default(0),
};
const bulkPlan = z.object({
  method: claimMethod,
  claims: z.array(
    z.object({
      /** null = it would be opened. */
      claim: z.string().nullable(),
      status: claimStatus.nullable(),
      victim: person,
      /** More than one where they answer together. */
      defendants: z.array(person),
      currency: z.string(),
      amount: amountText,
      /** Things that the court would miss. */
      missing: z.array(readinessCode),
      /** Crime reports of the case in which a defendant is the victim. */
      alsoVictim: z.array(z.string()),
      /** Below the smallest sum: left out. */
      below: z.boolean(),
      /** The court has decided, or everything came back: left out. */
      decided: z.boolean(),
    }),
  ),
});
export type BulkPlan = z.infer<typeof bulkPlan>;

/** Templates of the letters to banks about several claims. */
export const COMMON_TEMPLATES = [
  "common-statement-request",
  "common-freeze-request",
  "common-return-notice",
] as const satisfies readonly `common-${BankPaper}`[];
export type CommonTemplate = (typeof COMMON_TEMPLATES)[number];

export const papers = {
  papers: endpoint({
    name: "papers",
    method: "POST",
    path: "/cases/:id/papers",
    summary:
      "Papers of claims: one file, or a ZIP where several are asked for; what is unknown is a marked blank",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      /** Claims of the case; empty = every standing one. */
      claims: z.array(z.string()).max(MOST_CLAIMS).default([]),
      ...inPapers,
    }),
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  bulkPlan: endpoint({
    name: "bulkPlan",
    method: "POST",
    path: "/cases/:id/bulk/plan",
    summary: "What claims and papers for all droppers of a case would be, and what each lacks",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object(inBulk),
    answer: bulkPlan,
  }),
  bulk: endpoint({
    name: "bulk",
    method: "POST",
    path: "/cases/:id/bulk",
    summary: "Open the claims against all droppers of a case and write their papers: one ZIP",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      /** Of the case. */
      version,
      ...inBulk,
      ...inPapers,
      /** Claims that stand and get no papers now. */
      without: z.array(z.string()).max(MOST_CLAIMS).default([]),
    }),
    answer: z.unknown(),
    media: "application/zip",
  }),
  paperTemplate: endpoint({
    name: "paperTemplate",
    method: "GET",
    path: "/papers/template",
    summary: "The text of a paper with its fields, to be edited by the office (docs/papers.md)",
    access: "user",
    about: "nobody",
    query: z.object({
      kind: z.enum([...paperKind.options, ...COMMON_TEMPLATES]),
      language: paperLanguage.default("ru"),
    }),
    answer: z.unknown(),
    media: "text/plain",
  }),
} as const;
