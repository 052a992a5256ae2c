import type { BankTransfer, FormedClaim, FormedLine, JointParty } from "./form.ts";

/** A line of a draft as kept. */
export interface DraftLine {
  readonly transferId: string;
  readonly amount: bigint;
  readonly whole: bigint;
}

/** A claim that has not left the office: it follows the data. */
export interface Draft {
  readonly id: string;
  readonly method: string;
  readonly currency: string;
  readonly victim: FormedClaim["victim"];
  readonly victimAccounts: readonly string[];
  readonly defendant: FormedClaim["defendant"];
  /** The people who answer together with the defendant (joint.ts), and all their accounts. */
  readonly joint: readonly JointParty[];
  readonly jointAccounts: readonly string[];
  readonly lines: readonly DraftLine[];
}

/** The outcome for one draft, or a new claim where `draft` is null. */
export interface Reworked {
  readonly draft: Draft | null;
  readonly claim: FormedClaim;
}

/**
 * Finds to each claim the data give the draft it continues. That is the draft of the same victim,
 * holder and currency, else the one most of its transfers are in (a holder's name may have become
 * known). A draft of which nothing is left keeps its parties and has no lines.
 */
export function matchDrafts(
  formed: readonly FormedClaim[],
  drafts: readonly Draft[],
): { reworked: Reworked[]; unmatched: FormedClaim[] } {
  const free = new Set(drafts);
  const found = new Map<FormedClaim, Draft>();
  for (const claim of formed) {
    const draft = [...free].find((one) => sameParties(one, claim));
    if (!draft) continue;
    found.set(claim, draft);
    free.delete(draft);
  }
  for (const claim of formed) {
    if (found.has(claim)) continue;
    const ids = new Set(claim.lines.map((line) => line.transfer.id));
    const shared = (one: Draft) => one.lines.filter((line) => ids.has(line.transferId)).length;
    const [draft] = [...free]
      .filter((one) => one.currency === claim.currency && shared(one) > 0)
      .sort((one, other) => shared(other) - shared(one));
    if (!draft) continue;
    found.set(claim, draft);
    free.delete(draft);
  }
  return {
    reworked: [
      ...[...found].map(([claim, draft]) => ({ draft, claim })),
      ...[...free].map((draft) => ({ draft, claim: emptyOf(draft) })),
    ],
    unmatched: formed.filter((claim) => !found.has(claim)),
  };
}

function sameParties(draft: Draft, claim: FormedClaim): boolean {
  return (
    draft.victim.key === claim.victim.key &&
    draft.defendant.key === claim.defendant.key &&
    draft.currency === claim.currency
  );
}

function emptyOf(draft: Draft): FormedClaim {
  const { victim, victimAccounts, defendant, currency } = draft;
  return { victim, victimAccounts, defendant, currency, reports: [], lines: [] };
}

/** True where the draft is already what the data give. */
export function isCurrent({ draft, claim }: Reworked): boolean {
  if (draft === null) return false;
  const kept = draft.lines.map(
    ({ transferId, amount, whole }) => `${transferId} ${amount} ${whole}`,
  );
  const given = claim.lines.map(
    ({ transfer, amount }: FormedLine) => `${transfer.id} ${amount} ${transfer.amount}`,
  );
  return (
    sameParties(draft, claim) &&
    draft.victim.name === claim.victim.name &&
    draft.defendant.name === claim.defendant.name &&
    JSON.stringify(kept.sort()) === JSON.stringify(given.sort())
  );
}

/** Lines the draft did not have. */
export function addedLines({ draft, claim }: Reworked): number {
  const had = new Set(draft?.lines.map((line) => line.transferId));
  return claim.lines.filter((line: { transfer: BankTransfer }) => !had.has(line.transfer.id))
    .length;
}
