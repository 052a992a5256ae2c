import { createHash } from "node:crypto";
import type { ChangeReason } from "../../contract/claims.ts";
import { sameHolder } from "../identity/holder-key.ts";
import type { ClaimLine, StoredClaim } from "./claim.ts";
import type { FormedClaim, FormedLine } from "./form.ts";
import { type HeldLine, holderOfLine } from "./held.ts";

/** One transfer of which a claim asks another part than the data of today give. */
export interface LineChange {
  readonly transferId: string;
  /** Minor units; nothing where the claim does not have the transfer. */
  readonly claimed: bigint;
  /** Minor units the data give today. */
  readonly byData: bigint;
  readonly why: ChangeReason;
}

/** A claim beside the data of today. */
export interface ClaimChange {
  readonly claim: string;
  /** Minor units the claim asks for, and what it would ask for by the data of today. */
  readonly claimed: bigint;
  readonly byData: bigint;
  readonly lines: readonly LineChange[];
  /** Names exactly this difference: a reason is given for it and for no other. */
  readonly difference: string;
}

/** A line's transfer as the data of today have it. */
export interface LineToday {
  readonly claim: string;
  readonly transferId: string;
  /** Keys of the holders of both accounts; the account where its holder is unknown. */
  readonly payer: string;
  readonly payee: string;
  /** A crime report of the case calls the transfer stolen. */
  readonly reported: boolean;
  /** Minor units other standing claims ask of the same transfer. */
  readonly others: bigint;
  /** Minor units to claim of a reported transfer, as decided; absent where nobody reports it. */
  readonly figure?: bigint;
  /** Minor units that a victim states instead, while nobody has decided about it. */
  readonly undecided?: bigint;
}

export interface DataToday {
  readonly lines: readonly LineToday[];
  /** The trace by the case's one rule today, against every holder in the case. */
  readonly traced: readonly FormedClaim[];
  /** Sums that standing claims of any case ask for of the transfers in `traced`. */
  readonly held: readonly HeldLine[];
  /** Minor units, by transfer, that all standing claims together ask for. */
  readonly asked: ReadonlyMap<string, bigint>;
}

/**
 * Compares the standing claims of a case with the data of today, in the order of the claims. A
 * claim that agrees is not in the answer. Money paid back later is no difference: it is counted
 * in what is outstanding (repaid.ts).
 */
export function changesOf(claims: readonly StoredClaim[], today: DataToday): ClaimChange[] {
  const known = new Map(today.lines.map((line) => [key(line.claim, line.transferId), line]));
  const missing = missingLines(today);
  return claims.flatMap((claim) => {
    const own = (line: ClaimLine) => known.get(key(claim.id, line.transferId));
    const lines =
      claim.method === "direct"
        ? claim.lines.flatMap((line) => directChange(claim, line, own(line)))
        : tracedChanges(claim, own, today.traced, missing);
    return lines.length === 0 ? [] : [changeOf(claim, lines)];
  });
}

function changeOf(claim: StoredClaim, lines: readonly LineChange[]): ClaimChange {
  const byData = lines.reduce((sum, line) => sum + line.byData - line.claimed, claim.amount);
  const text = lines.map((one) => `${one.transferId} ${one.claimed} ${one.byData} ${one.why}`);
  const difference = createHash("sha256")
    .update(JSON.stringify([claim.id, ...text]))
    .digest("hex");
  return { claim: claim.id, claimed: claim.amount, byData, lines, difference };
}

/** The whole transfer or the victim's figure that a person decided for, or nothing of it. */
function directChange(
  claim: StoredClaim,
  line: ClaimLine,
  today: LineToday | undefined,
): LineChange[] {
  const back = line.amount < 0n;
  const why =
    !line.present || today === undefined
      ? "transfer-gone"
      : !back && !today.reported
        ? "not-reported"
        : !sameHolder(
              claim.victim.key,
              back ? line.to : line.from,
              back ? today.payee : today.payer,
            )
          ? "other-victim"
          : otherDefendant(claim, line, today)
            ? "other-holder"
            : null;
  const found = { transferId: line.transferId, claimed: line.amount };
  if (why !== null) return [{ ...found, byData: 0n, why }];
  const byData = today?.figure ?? line.amount;
  if (back) return [];
  if (byData !== line.amount) return [{ ...found, byData, why: "figure-decided" }];
  // A draft waits for the decision before it leaves the office; its page asks for it.
  const stated = claim.status === "draft" ? undefined : today?.undecided;
  return stated === undefined ? [] : [{ ...found, byData: stated, why: "figure-undecided" }];
}

function tracedChanges(
  claim: StoredClaim,
  todayOf: (line: ClaimLine) => LineToday | undefined,
  traced: readonly FormedClaim[],
  missing: Map<FormedClaim, readonly FormedLine[]>,
): LineChange[] {
  const ofVictim = traced.filter((one) => isVictimOf(claim, one));
  const parts = new Map<string, bigint>();
  for (const one of ofVictim)
    for (const line of one.lines)
      parts.set(line.transfer.id, (parts.get(line.transfer.id) ?? 0n) + line.amount);
  const changes = claim.lines.flatMap((line): LineChange[] => {
    const today = todayOf(line);
    const found = { transferId: line.transferId, claimed: line.amount };
    if (!line.present || today === undefined)
      return [{ ...found, byData: 0n, why: "transfer-gone" }];
    if (otherDefendant(claim, line, today)) return [{ ...found, byData: 0n, why: "other-holder" }];
    // Another claim may ask for the rest of the transfer already.
    const room = line.whole - today.others;
    const part = parts.get(line.transferId) ?? 0n;
    const byData = part < room ? part : room;
    return byData === line.amount ? [] : [{ ...found, byData, why: "traced-otherwise" }];
  });
  for (const one of ofVictim) {
    if (!isDefendantOf(claim, one)) continue;
    // The first claim of the pair is told of it, no other.
    for (const { transfer, amount } of missing.get(one) ?? [])
      changes.push({
        transferId: transfer.id,
        claimed: 0n,
        byData: amount,
        why: "traced-otherwise",
      });
    missing.delete(one);
  }
  return changes;
}

/** Lines the data give today that no claim asks for although there is room in the transfer. */
function missingLines({ traced, held, asked }: DataToday): Map<FormedClaim, FormedLine[]> {
  const holderOf = holderOfLine(held);
  const free = (claim: FormedClaim) => (line: FormedLine) =>
    holderOf(claim, line) === null &&
    (asked.get(line.transfer.id) ?? 0n) + line.amount <= line.transfer.amount;
  return new Map(traced.map((claim) => [claim, claim.lines.filter(free(claim))]));
}

function isVictimOf(claim: StoredClaim, formed: FormedClaim): boolean {
  if (formed.currency !== claim.currency) return false;
  const own = new Set(claim.victim.accounts);
  return (
    formed.victim.key === claim.victim.key ||
    (formed.victimAccounts ?? []).some((account) => own.has(account))
  );
}

function isDefendantOf(claim: StoredClaim, formed: FormedClaim): boolean {
  const own = new Set(claim.defendant.accounts);
  return (
    formed.defendant.key === claim.defendant.key ||
    formed.lines.some((line) => own.has(line.transfer.to))
  );
}

function otherDefendant(claim: StoredClaim, line: ClaimLine, today: LineToday): boolean {
  const keys = [claim.defendant.key, ...(claim.joint?.others ?? []).map((one) => one.key)];
  const [account, holder] = line.amount < 0n ? [line.from, today.payer] : [line.to, today.payee];
  return !keys.some((key) => sameHolder(key, account, holder));
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
