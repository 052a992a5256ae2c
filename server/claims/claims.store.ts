import { z } from "zod";
import { type Claim, type ClaimMethod, type ClaimStatus, claimMethod, claimStatus } from "../../contract/cases.ts";
import { count, minorUnits, nothing } from "../../graph-queries/rows.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import type { Doing } from "../cases/cases.store.ts";
import { UserError } from "../errors/user-error.ts";
import { HOME_ZONE } from "../time/instant.ts";
import { type FormedClaim, type FormedLine, formClaims, type LeftOut, type ReportedTransfer } from "./form.ts";
import { checkMove, movesFrom } from "./status.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const holder = z
  .object({ key: z.string(), name: text, iin: text, bin: text })
  .nullable()
  .transform((one) => (one === null ? null : { key: one.key, name: one.name, iin: one.iin ?? one.bin }));

const reportedRow = z.object({
  report: z.string(),
  victimIin: text,
  victimName: text,
  victimHolder: text,
  victimAccount: text,
  transferId: z.string(),
  loaded: z.boolean(),
  from: text,
  payer: holder,
  to: text,
  payee: holder,
  exit: z.boolean(),
  amount: minorUnits.nullable(),
  currency: text,
  bookedAt: count.nullable(),
  zone: text,
  purpose: text,
  reversal: z.boolean(),
  sourceId: text,
  row: count.nullish(),
  claim: text,
});

function reportedTransfer(row: z.output<typeof reportedRow>): ReportedTransfer {
  const { from, to, amount, currency, bookedAt } = row;
  const loaded =
    row.loaded && from !== null && to !== null && amount !== null && currency !== null && bookedAt !== null;
  return {
    report: row.report,
    victim: {
      key: row.victimHolder ?? row.victimIin ?? row.victimAccount,
      name: row.victimName,
      iin: row.victimIin,
    },
    transferId: row.transferId,
    claim: row.claim,
    transfer: loaded
      ? {
          id: row.transferId,
          from,
          to,
          payer: row.payer,
          payee: row.payee,
          exit: row.exit,
          amount,
          currency,
          bookedAt,
          zone: row.zone ?? HOME_ZONE,
          purpose: row.purpose,
          reversal: row.reversal,
          sourceId: row.sourceId ?? "",
          row: row.row ?? 0,
        }
      : null,
  };
}

export interface OpenedClaims {
  readonly opened: number;
  /** Drafts that took in transfers reported since. */
  readonly extended: number;
  readonly lines: number;
  readonly leftOut: LeftOut[];
}

/**
 * Opens the claims that follow from the case's crime reports; calling it again opens only what is new. A transfer reported since joins the
 * draft of the same victim, holder and currency; once that claim has left the office, it becomes a claim of its own.
 */
export async function openClaims(queries: Queries, caseId: string, who: Doing): Promise<OpenedClaims> {
  return queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, who);
    const reported = await transaction.run("claims/reported", { id: caseId }, reportedRow);
    const { claims, leftOut } = formClaims(reported.map(reportedTransfer));
    const drafts = await transaction.run("claims/drafts", { id: caseId }, draftRow);
    let next = number;
    const records = claims.map((claim) => {
      const draft = drafts.find((one) => continues(one, claim));
      if (!draft) next += 1;
      return claimRecord(caseId, draft?.id ?? null, next, claim, "direct", who);
    });
    await transaction.run("claims/save", { case: caseId, number: BigInt(next), claims: records }, nothing);
    return {
      opened: next - number,
      extended: claims.length - (next - number),
      lines: claims.reduce((sum, claim) => sum + claim.lines.length, 0),
      leftOut,
    };
  });
}

const draftRow = z.object({
  id: z.string(),
  victim: z.string(),
  defendant: z.string(),
  currency: z.string(),
  method: z.string(),
});

function continues(draft: z.infer<typeof draftRow>, claim: FormedClaim): boolean {
  return (
    draft.method === "direct" &&
    draft.victim === claim.victim.key &&
    draft.defendant === claim.defendant.key &&
    draft.currency === claim.currency
  );
}

async function lockCase(transaction: TransactionQueries, id: string, who: Doing): Promise<{ number: number }> {
  const row = z.object({ number: count, status: z.string() });
  const [found] = await transaction.run("claims/lock-case", { id, at: BigInt(who.at) }, row);
  if (!found) throw unknown("case", id);
  if (found.status === "open") return found;
  throw new UserError({
    code: "case-closed",
    status: 409,
    message: `Case ${id} is closed.`,
    remedy: "Reopen it before opening claims in it.",
    params: { id },
  });
}

function claimRecord(
  caseId: string,
  draft: string | null,
  number: number,
  claim: FormedClaim,
  method: ClaimMethod,
  who: Doing,
) {
  return {
    id: draft ?? `${caseId}-${number}`,
    properties: {
      number: BigInt(number),
      status: "draft",
      method,
      currency: claim.currency,
      victimKey: claim.victim.key,
      victimName: claim.victim.name,
      victimIin: claim.victim.iin,
      defendantKey: claim.defendant.key,
      defendantName: claim.defendant.name,
      defendantIin: claim.defendant.iin,
      openedAt: BigInt(who.at),
      openedBy: who.by,
    },
    reports: [...claim.reports],
    lines: claim.lines.map(lineRecord),
  };
}

/** The line keeps the transfer as it was when claimed: a file taken out later must not change a claim in silence. */
function lineRecord({ transfer, amount }: FormedLine) {
  return {
    key: transfer.id,
    transferId: transfer.id,
    amount,
    whole: transfer.amount,
    currency: transfer.currency,
    bookedAt: BigInt(transfer.bookedAt),
    zone: transfer.zone,
    from: transfer.from,
    to: transfer.to,
    purpose: transfer.purpose,
    sourceId: transfer.sourceId,
    row: BigInt(transfer.row),
  };
}

const claimRow = z.object({
  claim: z.object({
    id: z.string(),
    status: claimStatus,
    method: claimMethod,
    currency: z.string(),
    victimKey: z.string(),
    victimName: text,
    victimIin: text,
    defendantKey: z.string(),
    defendantName: text,
    defendantIin: text,
    openedAt: count,
    openedBy: z.string(),
    reports: z.array(z.string()),
  }),
  lines: z.array(
    z.object({
      transferId: z.string(),
      bookedAt: count,
      zone: z.string(),
      from: z.string(),
      to: z.string(),
      amount: minorUnits,
      whole: minorUnits,
      currency: z.string(),
      purpose: text,
      sourceId: z.string(),
      sourceName: text,
      row: count,
      present: z.boolean(),
    }),
  ),
  moves: z.array(z.object({ from: claimStatus, to: claimStatus, reason: text, at: count, by: z.string() })),
});

/** The claims of a case in order; the amount is always the sum of the lines, never a stored figure. */
export async function listClaims(queries: Queries, caseId: string): Promise<Claim[]> {
  const rows = await queries.read("claims/list", { case: caseId, claim: null }, claimRow);
  return rows.map(claimOf);
}

function claimOf({ claim, lines, moves }: z.output<typeof claimRow>): Claim {
  return {
    id: claim.id,
    status: claim.status,
    method: claim.method,
    openedAt: claim.openedAt,
    openedBy: claim.openedBy,
    victim: { name: claim.victimName, iin: claim.victimIin, accounts: distinct(lines.map((line) => line.from)) },
    defendant: { name: claim.defendantName, iin: claim.defendantIin, accounts: distinct(lines.map((line) => line.to)) },
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
  who: Doing,
): Promise<Claim> {
  await queries.transaction(async (transaction) => {
    const row = z.object({ status: claimStatus, moves: count });
    const parameters = { case: at.caseId, claim: at.claim, at: BigInt(who.at) };
    const [found] = await transaction.run("claims/lock-claim", parameters, row);
    if (!found) throw unknown("claim", at.claim);
    checkMove(found.status, to, reason);
    const move = { number: BigInt(found.moves + 1), from: found.status, to, reason, at: BigInt(who.at), by: who.by };
    await transaction.run("claims/move", { claim: at.claim, move }, nothing);
  });
  const [moved] = await queries.read("claims/list", { case: at.caseId, claim: at.claim }, claimRow);
  if (!moved) throw unknown("claim", at.claim);
  return claimOf(moved);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function unknown(what: string, id: string): UserError {
  return new UserError({
    code: "not-found",
    status: 404,
    message: `There is no ${what} ${id}.`,
    remedy: "Open it from the list again.",
  });
}
