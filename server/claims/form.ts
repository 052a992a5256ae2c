import type { FigureChoice } from "../../contract/claims.ts";
import type { NotClaimed } from "../../contract/not-claimed.ts";
import type { Instant } from "../time/instant.ts";
import type { DescribedTransfer } from "../tracing/described-transfer.ts";
import type { StatedFigure, SumsSeen } from "../tracing/stated-figure.ts";

/** A holder as the database knows him; null where an account's holder is unknown. */
export interface KnownHolder {
  readonly key: string;
  readonly name: string | null;
  /** IIN or BIN. */
  readonly iin: string | null;
}

/** The transfer as the bank gave it. */
export interface BankTransfer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly payer: KnownHolder | null;
  readonly payee: KnownHolder | null;
  /** Paid into cash, a shop, an exchange or abroad: there is no account holder to claim from. */
  readonly exit: boolean;
  readonly amount: bigint;
  readonly currency: string;
  readonly bookedAt: Instant;
  readonly zone: string;
  readonly purpose: string | null;
  /** The row takes back an earlier one. */
  readonly reversal: boolean;
  readonly sourceId: string;
  readonly row: number;
}

/** One transfer a crime report calls stolen. */
export interface ReportedTransfer {
  readonly report: string;
  readonly victim: {
    readonly key: string | null;
    readonly name: string | null;
    readonly iin: string | null;
    /** As the report names it. */
    readonly account: string | null;
  };
  readonly transferId: string;
  /** null = not loaded. */
  readonly transfer: BankTransfer | null;
  /** The claim it is in already. */
  readonly claim: string | null;
  /** The victim's own figure, where the report gives one. */
  readonly stated?: StatedFigure | null;
  /** The last decision about that figure. */
  readonly figure?: FigureDecision | null;
  /** Minor units to claim of the transfer by that decision; absent = all of it (figures.ts). */
  readonly claimable?: bigint;
}

/**
 * A person's decision where the victim states another sum than the bank; amounts in minor units.
 */
export interface FigureDecision extends SumsSeen {
  readonly claim: FigureChoice;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

export interface Party {
  /**
   * Holder key (IIN, BIN) where known, else the account number: one person is one party, whatever
   * his accounts.
   */
  readonly key: string;
  readonly name: string | null;
  readonly iin: string | null;
}

/** A person who answers for a claim together with its defendant (joint.ts). */
export interface JointParty extends Party {
  /** Of a person of the case; null = known only as an account holder. */
  readonly person: string | null;
}

/**
 * A part of a transfer that is claimed; a victim's own transfer is claimed whole, unless a person
 * decided for the victim's own figure (figures.ts). Below zero: the holder paid it back.
 */
export interface FormedLine {
  readonly transfer: BankTransfer;
  readonly amount: bigint;
}

export interface FormedClaim {
  readonly victim: Party;
  /**
   * Of a traced claim, whose lines come from other people's accounts; a direct claim's are those
   * its lines come from.
   */
  readonly victimAccounts?: readonly string[];
  readonly defendant: Party;
  readonly currency: string;
  readonly reports: readonly string[];
  /** Of a traced claim: the victim's own payments whose money it may be. */
  readonly origins?: readonly string[];
  readonly lines: readonly FormedLine[];
}

export interface LeftOut {
  readonly report: string;
  /** null = no transfer of the data: only the victim describes it. */
  readonly transferId: string | null;
  readonly reason: NotClaimed;
  /** The claim it is in already, for "already-claimed". */
  readonly claim: string | null;
  /** The bank's row, by which a person knows the transfer; minor units as text. */
  readonly paid?: {
    readonly at: Instant;
    readonly amount: string;
    readonly currency: string;
    readonly account: string;
    readonly name: string | null;
  };
  /** For "not-confirmed": what the victim says; minor units as text. */
  readonly described?: Pick<DescribedTransfer, "key" | "amount" | "currency">;
}

/** A transfer of the data that is in no claim. */
export function leftOutOf(
  report: string | undefined,
  { id, bookedAt, amount, currency, from, payer }: BankTransfer,
  reason: NotClaimed,
  claim: string | null = null,
): LeftOut {
  const money = { amount: String(amount), currency };
  const paid = { at: bookedAt, ...money, account: from, name: payer?.name ?? null };
  return { report: report ?? "", transferId: id, reason, claim, paid };
}

/** Transfers that only the victim describes are in no claim: no bank has confirmed them. */
export function notConfirmed(
  reports: readonly { readonly report: string; readonly described: readonly DescribedTransfer[] }[],
): LeftOut[] {
  return reports.flatMap(({ report, described }) =>
    described.map(({ key, amount, currency }): LeftOut => {
      const said = { key, amount, currency };
      return { report, transferId: null, reason: "not-confirmed", claim: null, described: said };
    }),
  );
}

/**
 * One claim = one victim × one account holder × one currency = the victim's reported transfers to
 * the holder's accounts. No tracing rule: each recipient answers for what his own account received
 * (Civil Code art. 953). A transfer becomes a line once, also when two reports name it; what cannot
 * be claimed is returned with its reason, never dropped.
 */
export function formClaims(reported: readonly ReportedTransfer[]): {
  claims: FormedClaim[];
  leftOut: LeftOut[];
} {
  const claims = new Map<
    string,
    { victim: Party; defendant: Party; currency: string; reports: string[]; lines: FormedLine[] }
  >();
  const leftOut: LeftOut[] = [];
  const taken = new Map<string, string>();
  for (const one of reported) {
    const { report, transferId, transfer } = one;
    if (transfer === null) {
      leftOut.push({ report, transferId, reason: "not-loaded", claim: one.claim });
      continue;
    }
    const refuse = (why: NotClaimed) => leftOut.push(leftOutOf(report, transfer, why, one.claim));
    const reason = obstacle(one, transfer);
    if (reason !== null) {
      refuse(reason);
      continue;
    }
    const victim = victimOf(one, transfer);
    const defendant = partyOf(transfer.payee, transfer.to);
    const key = JSON.stringify([victim.key, defendant.key, transfer.currency]);
    const owner = taken.get(transfer.id);
    if (owner !== undefined && owner !== key) {
      refuse("already-claimed");
      continue;
    }
    const claim = claims.get(key) ?? {
      victim,
      defendant,
      currency: transfer.currency,
      reports: [],
      lines: [],
    };
    if (!claim.reports.includes(one.report)) claim.reports.push(one.report);
    if (owner === undefined)
      claim.lines.push({ transfer, amount: one.claimable ?? transfer.amount });
    taken.set(transfer.id, key);
    claims.set(key, claim);
  }
  return { claims: [...claims.values()], leftOut };
}

/** Why a loaded transfer is in no claim, or null. */
function obstacle(one: ReportedTransfer, transfer: BankTransfer): NotClaimed | null {
  if (one.claim !== null) return "already-claimed";
  if (transfer.reversal) return "reversal";
  if (transfer.exit) return "left-through-exit";
  // A report that names somebody else's payment is a slip of the pen or a false report: a person
  // has to look.
  if (!paidByVictim(one.victim, transfer)) return "not-paid-by-victim";
  return victimOf(one, transfer).key === partyOf(transfer.payee, transfer.to).key
    ? "own-account"
    : null;
}

/**
 * A report is about a loss of its victim only where the victim paid. Of a payer of whom the banks
 * say nothing only the account can tell.
 */
export function paidByVictim(
  victim: Omit<ReportedTransfer["victim"], "name">,
  { payer, from }: Pick<BankTransfer, "payer" | "from">,
): boolean {
  if (payer === null) return victim.account === null || victim.account === from;
  return victim.key === null || samePerson(victim, payer);
}

function samePerson(
  victim: { key: string | null; iin: string | null },
  payer: KnownHolder,
): boolean {
  return victim.key === payer.key || (victim.iin !== null && victim.iin === payer.iin);
}

/** The victim by the bank's own record of the payer, else by the report. */
function victimOf(one: ReportedTransfer, transfer: BankTransfer): Party {
  const known = transfer.payer;
  return {
    key: known?.key ?? one.victim.key ?? transfer.from,
    name: one.victim.name ?? known?.name ?? null,
    iin: one.victim.iin ?? known?.iin ?? null,
  };
}

function partyOf(holder: KnownHolder | null, account: string): Party {
  return { key: holder?.key ?? account, name: holder?.name ?? null, iin: holder?.iin ?? null };
}
