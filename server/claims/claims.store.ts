import { z } from "zod";
import { type Claim, type ClaimStatus, claimStatus } from "../../contract/cases.ts";
import { count, minorUnits, nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import type { Actor } from "../cases/cases.store.ts";
import { claimRow, reportedRow, returnRow } from "./claim-rows.ts";
import { type BankTransfer, type FormedClaim, formClaims, returnLines } from "./form.ts";
import { claimRecord, lockCase, type OpenedClaims, unknown } from "./record.ts";
import { checkMove, movesFrom } from "./status.ts";

/**
 * Opens the claims that follow from the case's crime reports; calling it again opens only what is
 * new. A transfer reported since joins the draft of the same victim, holder and currency; once that
 * claim has left the office, it becomes a claim of its own. What the holder has paid back to the
 * victim is taken off, also of a draft when it becomes known later.
 */
export async function openClaims(
  queries: Queries,
  caseId: string,
  actor: Actor,
): Promise<OpenedClaims> {
  return queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, actor);
    const reported = await transaction.run("claims/reported", { id: caseId }, reportedRow);
    const { claims, leftOut } = formClaims(reported);
    const drafts = (await transaction.run("claims/drafts", { id: caseId }, draftRow)).filter(
      isDirect,
    );
    const joined = claims.map((claim) => ({
      claim,
      draft: drafts.find((one) => continues(one, claim)) ?? null,
    }));
    const rest = drafts.filter((draft) => joined.every((one) => one.draft !== draft));
    const all = [...joined, ...rest.map((draft) => ({ claim: nothingNew(draft), draft }))];
    const returned = await returnsOf(transaction, all);
    let next = number;
    const records: ReturnType<typeof claimRecord>[] = [];
    for (const [n, { claim, draft }] of all.entries()) {
      const sum =
        (draft?.amount ?? 0n) + claim.lines.reduce((total, line) => total + line.amount, 0n);
      const back = returnLines(sum, returned.get(n) ?? []);
      const whole = draft === null && back.reduce((total, line) => total + line.amount, sum) === 0n;
      if (whole) {
        const [report = ""] = claim.reports;
        for (const { transfer } of claim.lines)
          leftOut.push({ report, transferId: transfer.id, reason: "returned", claim: null });
        continue;
      }
      const lines = [...claim.lines, ...back];
      if (lines.length === 0) continue;
      if (draft === null) next += 1;
      records.push(
        claimRecord(caseId, draft?.id ?? null, next, { ...claim, lines }, "direct", actor),
      );
    }
    await transaction.run(
      "claims/save",
      { case: caseId, number: BigInt(next), claims: records },
      nothing,
    );
    return {
      opened: next - number,
      extended: records.length - (next - number),
      lines: records.reduce((sum, record) => sum + record.lines.length, 0),
      leftOut,
    };
  });
}

const draftRow = z.object({
  id: z.string(),
  victim: z.string(),
  victimName: z.string().nullish(),
  victimIin: z.string().nullish(),
  defendant: z.string(),
  defendantName: z.string().nullish(),
  defendantIin: z.string().nullish(),
  currency: z.string(),
  method: z.string(),
  amount: minorUnits,
  payers: z.array(z.string()),
  payees: z.array(z.string()),
  since: count.nullable(),
});
type Draft = z.output<typeof draftRow>;

function isDirect(draft: Draft): boolean {
  return draft.method === "direct";
}

function continues(draft: Draft, claim: FormedClaim): boolean {
  return (
    draft.victim === claim.victim.key &&
    draft.defendant === claim.defendant.key &&
    draft.currency === claim.currency
  );
}

/** A draft to which no transfer is added; money may have come back. */
function nothingNew(draft: Draft): FormedClaim {
  return {
    victim: { key: draft.victim, name: draft.victimName ?? null, iin: draft.victimIin ?? null },
    defendant: {
      key: draft.defendant,
      name: draft.defendantName ?? null,
      iin: draft.defendantIin ?? null,
    },
    currency: draft.currency,
    reports: [],
    lines: [],
  };
}

/** By place in the list: what the holder paid the victim since the first transfer claimed. */
async function returnsOf(
  transaction: TransactionQueries,
  all: readonly { readonly claim: FormedClaim; readonly draft: Draft | null }[],
): Promise<Map<number, BankTransfer[]>> {
  const pairs = all.map(({ claim, draft }, n) => {
    const transfers = claim.lines.map((line) => line.transfer);
    const times = [
      ...transfers.map((one) => one.bookedAt),
      ...(draft?.since == null ? [] : [draft.since]),
    ];
    return {
      n: BigInt(n),
      victims: distinct([...transfers.map((one) => one.from), ...(draft?.payers ?? [])]),
      defendants: distinct([...transfers.map((one) => one.to), ...(draft?.payees ?? [])]),
      since: BigInt(Math.min(...times)),
      currency: claim.currency,
    };
  });
  const rows =
    pairs.length === 0 ? [] : await transaction.run("claims/returns", { pairs }, returnRow);
  const returned = new Map<number, BankTransfer[]>();
  for (const { n, transfer } of rows)
    if (transfer !== null) returned.set(n, [...(returned.get(n) ?? []), transfer]);
  return returned;
}

/**
 * The claims of a case in order; the amount is always the sum of the lines, never a stored figure.
 */
export async function listClaims(queries: Queries, caseId: string): Promise<Claim[]> {
  const rows = await queries.read("claims/list", { case: caseId, claim: null }, claimRow);
  return rows.map(claimOf);
}

function claimOf({ claim, lines, moves }: z.output<typeof claimRow>): Claim {
  const claimed = lines.filter((line) => line.amount > 0n);
  return {
    id: claim.id,
    status: claim.status,
    method: claim.method,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    victim: {
      name: claim.victimName,
      iin: claim.victimIin,
      // A traced line comes from somebody else's account, never to be shown as the victim's.
      accounts:
        claim.method === "direct"
          ? distinct(claimed.map((line) => line.from))
          : (claim.victimAccounts ?? []),
    },
    defendant: {
      name: claim.defendantName,
      iin: claim.defendantIin,
      accounts: distinct(claimed.map((line) => line.to)),
    },
    amount: lines.reduce((sum, line) => sum + line.amount, 0n).toString(),
    currency: claim.currency,
    reports: claim.reports,
    lines: lines.map(({ zone: _zone, ...line }) => ({
      ...line,
      amount: line.amount.toString(),
      whole: line.whole.toString(),
    })),
    moves,
    next: [...movesFrom(claim.status)],
  };
}

/** Moves a claim to another status; who, when and why are written down beside it. */
export async function moveClaim(
  queries: Queries,
  at: { readonly caseId: string; readonly claim: string },
  to: ClaimStatus,
  reason: string | null,
  actor: Actor,
): Promise<Claim> {
  await queries.transaction(async (transaction) => {
    const row = z.object({ status: claimStatus, moves: count });
    const parameters = { case: at.caseId, claim: at.claim, at: BigInt(actor.at) };
    const [found] = await transaction.run("claims/lock-claim", parameters, row);
    if (!found) throw unknown("claim", at.claim);
    checkMove(found.status, to, reason);
    const move = {
      number: BigInt(found.moves + 1),
      from: found.status,
      to,
      reason,
      at: BigInt(actor.at),
      by: actor.by,
    };
    await transaction.run("claims/move", { claim: at.claim, move }, nothing);
  });
  const [moved] = await queries.read("claims/list", { case: at.caseId, claim: at.claim }, claimRow);
  if (!moved) throw unknown("claim", at.claim);
  return claimOf(moved);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
