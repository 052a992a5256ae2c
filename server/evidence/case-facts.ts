import type { CaseRow } from "../../contract/cases.ts";
import type { DetectionRun, Finding, Reason } from "../../contract/detection.ts";
import type { PaymentSource } from "../../contract/ledger.ts";
import type { Trace } from "../../contract/tracing.ts";
import type { StoredClaim } from "../claims/claim.ts";
import type { FigureDifference } from "../claims/figures.ts";
import type { PaidInTenge } from "../claims/paid-in-tenge.ts";
import type { PenaltyBalance } from "../claims/penalty-paid.ts";
import type { TengeFound } from "../claims/tenge-found.ts";
import type { ClaimState } from "../claims/today.store.ts";
import type { Instant } from "../time/instant.ts";
import type { Basis } from "../tracing/basis/basis.ts";
import type { DescribedTransfer } from "../tracing/described-transfer.ts";
import type { LedgerFacts } from "./ledger-facts.ts";

/** A transfer as the bank gave it, with the place it stands at. */
export interface TransferFact {
  readonly id: string;
  readonly bookedAt: Instant;
  readonly zone: string;
  /** The source gives the day only. */
  readonly dayOnly: boolean;
  readonly amount: bigint;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly channel: string;
  readonly purpose: string | null;
  readonly purposeCode: string | null;
  readonly documentNumber: string | null;
  readonly fee: bigint | null;
  readonly reversal: boolean;
  readonly sourceId: string;
  /** File inside an archive and sheet, where the source has such: "march.zip!a.xlsx | Sheet1". */
  readonly place: string;
  readonly row: number;
  /** Other files with the same transfer: "sha256:row". */
  readonly alsoIn: readonly string[];
}

export interface AccountFact {
  readonly number: string;
  readonly bank: string | null;
  readonly openedAt: Instant | null;
  readonly exitKind: string | null;
  readonly holder: {
    readonly key: string;
    readonly iin: string | null;
    readonly name: string | null;
    readonly kind: string;
  } | null;
}

/**
 * A file as it came: without file, hash and who loaded it a row is worth nothing in court (CPC 66).
 */
export interface SourceFact {
  readonly sha256: string;
  readonly fileName: string | null;
  readonly format: string | null;
  readonly kind: string | null;
  readonly bytes: number | null;
  readonly loadedAt: Instant | null;
  readonly loadedBy: string | null;
  readonly requestNumber: string | null;
  readonly requestDate: string | null;
  readonly sanctionedBy: string | null;
  readonly handedBy: string | null;
  readonly rowsRead: number | null;
  readonly rowsLoaded: number | null;
  readonly rowsRefused: number | null;
}

export interface ReportFact {
  readonly id: string;
  readonly reportedAt: Instant | null;
  readonly victimIin: string | null;
  readonly victimName: string | null;
  readonly victimAccounts: readonly string[];
  readonly lure: string | null;
  readonly transferIds: readonly string[];
  /** Stolen transfers that only the victim describes: in no claim, and no fact of a bank. */
  readonly described: readonly DescribedTransfer[];
}

/** An account as detection sees it; never a fact. */
export interface FindingFact {
  readonly runId: string;
  readonly account: string;
  readonly role: string;
  readonly score: number;
  readonly points: number;
  readonly rank: number | null;
  readonly oneIn: number;
  readonly cluster: string | null;
  readonly reasons: readonly Reason[];
  readonly against: Finding["against"];
}

/** What was approved of a claim: a text and its SHA-256. */
export interface ApprovalFact {
  readonly claim: string;
  readonly hash: string;
  readonly frozen: string;
  readonly at: Instant;
  readonly by: string;
}

/** A payment that a person wrote down on the loss behind a claim; one taken back is not here. */
export interface PaymentFact {
  readonly id: string;
  readonly claim: string;
  /** Minor units, of the debt. */
  readonly amount: bigint;
  /** The part of it that pays the penalty, beside that. */
  readonly penalty: bigint;
  readonly currency: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly source: PaymentSource;
  readonly receipt: string;
  /** Which defendant of a joint claim paid: name, else IIN or account; null = not said. */
  readonly payer: string | null;
  readonly at: Instant;
  readonly by: string;
  /**
   * Tenge that came on a claim in another currency, with their rate; absent = that currency came.
   */
  readonly tenge?: PaidInTenge | null | undefined;
  /** Transfer id of the bank's row that shows it; absent = none. */
  readonly bankRow?: string | undefined;
  /** Why it is another payment than a row of the same sum. */
  readonly apart?: string | undefined;
}

/** Of tenge-found.ts, without the bank's row: that stands among the transfers. */
export type TengeFact = Omit<TengeFound, "row"> & { readonly claim: string };

/** A file that a person put into the case; the package takes its bytes along. */
export interface AttachmentFact {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly about: string;
  readonly claim: string | null;
  readonly payment: string | null;
  readonly at: Instant;
  readonly by: string;
  /** Where the bytes lie; they have been compared with the hash. */
  readonly path: string;
}

/** How much of a disclosure copy stands under pseudonyms or was taken out. */
export interface MaskedFacts {
  readonly persons: number;
  readonly accounts: number;
  readonly purposes: number;
  readonly findings: number;
  readonly files: number;
  readonly approvals: number;
}

/** How much of the case is not in the package; what follows from the facts is not counted here. */
export interface WithheldFacts {
  /** Of the accounts in the package. */
  readonly otherTransfers: number;
  /** Accounts that only another tracing rule would reach. */
  readonly otherRules: number;
  readonly withdrawnClaims: number;
  readonly emptyDrafts: number;
  readonly removedFiles: number;
  readonly notes: number;
  /** Only of a disclosure copy. */
  readonly masked?: MaskedFacts;
}

/** Everything an evidence package is made of. */
export interface CaseFacts {
  readonly case: CaseRow & { readonly runId: string | null };
  readonly claims: readonly StoredClaim[];
  /** The same claims beside the data of today; every difference is accepted by a person. */
  readonly states: readonly ClaimState[];
  /** On these claims. */
  readonly payments: readonly PaymentFact[];
  /** Tenge that look like a repayment of a claim in another currency, and count nowhere. */
  readonly tengeFound: readonly TengeFact[];
  /** The penalty of each of these claims: what is due, paid and outstanding. */
  readonly penalties: readonly (PenaltyBalance & { readonly claim: string })[];
  /** The losses behind these claims, and all that came back of them. */
  readonly ledger: LedgerFacts;
  /** Of these claims: the approvals that hold. */
  readonly approvals: readonly ApprovalFact[];
  /** Where a victim states another sum than the bank, in these claims. */
  readonly figures: readonly FigureDifference[];
  readonly transfers: readonly TransferFact[];
  readonly accounts: readonly AccountFact[];
  readonly sources: readonly SourceFact[];
  readonly reports: readonly ReportFact[];
  readonly findings: readonly FindingFact[];
  readonly runs: readonly DetectionRun[];
  readonly traces: readonly Trace[];
  /** All that the traces rest on, strangers under pseudonyms; null = it is not in the package. */
  readonly basis: Basis | null;
  /** Files of the case that nobody took out; papers need none. */
  readonly attachments: readonly AttachmentFact[];
  readonly withheld: WithheldFacts;
  /** When the newest of the cited files was loaded: what later files say is not in the package. */
  readonly asOf: Instant;
}

/** How the claim stands today; undefined = the claim is not among these. */
export function stateOf(
  { states }: Pick<CaseFacts, "states">,
  claim: Pick<StoredClaim, "id">,
): ClaimState | undefined {
  return states.find((one) => one.claim.id === claim.id);
}
