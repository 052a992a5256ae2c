import { sameHolder } from "../identity/holder-key.ts";
import type { Joint } from "./claim.ts";
import type { Draft } from "./drafts.ts";
import type { FormedClaim, JointParty, Party } from "./form.ts";

/**
 * Jointly caused harm: several people answer for one loss together (Civil Code art. 932 with 287).
 * The chapter on unjust enrichment knows no such thing, so a person says it of a claim, and why.
 * The claim then asks all of them for what the victim paid to any of them; each tenge is asked for
 * once.
 */

interface ClaimedLine {
  readonly to: string;
  /** Key of the account's holder today. */
  readonly payee: string;
}

/** Accounts that received the money, each with the defendant it belongs to; else with the first. */
export function accountsOfDefendants(
  lines: readonly ClaimedLine[],
  others: readonly JointParty[],
): { first: string[]; others: Joint["others"] } {
  const belongs = ({ key }: Party) =>
    distinct(lines.filter((line) => sameHolder(key, line.to, line.payee)).map((line) => line.to));
  const found = others.map((one) => ({ ...one, accounts: belongs(one) }));
  const taken = new Set(found.flatMap((one) => one.accounts));
  const first = lines.map((line) => line.to).filter((account) => !taken.has(account));
  return { first: distinct(first), others: found };
}

/**
 * Puts together what the data give against the defendants of each joint draft. Everything else
 * stays a claim of its own.
 */
export function joinedClaims(
  formed: readonly FormedClaim[],
  drafts: readonly Draft[],
): FormedClaim[] {
  let rest = [...formed];
  const joined: FormedClaim[] = [];
  for (const draft of drafts.filter((one) => one.joint.length > 0)) {
    const own = rest.filter((claim) => belongsTo(draft, claim));
    const [one] = own;
    if (one === undefined) continue;
    rest = rest.filter((claim) => !own.includes(claim));
    const first = own.find((claim) => claim.defendant.key === draft.defendant.key);
    joined.push({
      victim: one.victim,
      defendant: first?.defendant ?? draft.defendant,
      currency: one.currency,
      reports: distinct(own.flatMap((claim) => claim.reports)),
      lines: own
        .flatMap((claim) => claim.lines)
        .sort((a, b) => a.transfer.bookedAt - b.transfer.bookedAt),
    });
  }
  return [...joined, ...rest];
}

/**
 * The same victim and currency, and one of the joint defendants or a transfer that is in the draft.
 */
function belongsTo(draft: Draft, claim: FormedClaim): boolean {
  const transfers = new Set(draft.lines.map((line) => line.transferId));
  const shares = claim.lines.some((line) => transfers.has(line.transfer.id));
  const keys = [draft.defendant.key, ...draft.joint.map((one) => one.key)];
  const isAgainst =
    keys.includes(claim.defendant.key) ||
    claim.lines.some(({ transfer }) =>
      keys.some((key) => sameHolder(key, transfer.to, claim.defendant.key)),
    );
  return (
    claim.currency === draft.currency &&
    (claim.victim.key === draft.victim.key || shares) &&
    (isAgainst || shares)
  );
}

/** A standing claim against several people, and the victim's payments that it asks them for. */
export interface JointClaim {
  readonly claim: string;
  readonly victim: string;
  readonly currency: string;
  /** Keys of the people. */
  readonly defendants: readonly string[];
  readonly losses: readonly string[];
}

/** The joint claim asks this person for every loss behind a claim further on: none is opened. */
export function asksAlready(
  joint: JointClaim,
  { victim, defendant, currency, origins = [], lines }: FormedClaim,
): boolean {
  const isAgainst = joint.defendants.some(
    (key) =>
      key === defendant.key ||
      lines.some(({ transfer }) => sameHolder(key, transfer.to, defendant.key)),
  );
  const isOfLoss = origins.length > 0 && origins.every((id) => joint.losses.includes(id));
  return joint.victim === victim.key && joint.currency === currency && isAgainst && isOfLoss;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
