import type { FigureChoice, VictimFigure } from "../../contract/claims.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { reportedRow } from "./claim-rows.ts";
import { notBelowBlocks, refuseBelowBack } from "./figure-room.store.ts";
import { differenceOf, type FigureDifference, lastDecided, mayClaimStated } from "./figures.ts";
import type { ReportedTransfer } from "./form.ts";
import { lockCase, lossesChanged } from "./record.ts";

/** What the crime reports of a case say was stolen, each with the sum to claim of it. */
export async function reportedIn(
  asking: TransactionQueries,
  caseId: string,
): Promise<ReportedTransfer[]> {
  return lastDecided(await asking.run("claims/reported", { id: caseId }, reportedRow));
}

/** Stolen transfers of a case of which the victim states another sum than the bank. */
export async function figuresOfCase(
  asking: TransactionQueries,
  caseId: string,
): Promise<FigureDifference[]> {
  const reported = await reportedIn(asking, caseId);
  return reported.flatMap((one) => differenceOf(one) ?? []);
}

export async function listFigures(queries: Queries, caseId: string): Promise<VictimFigure[]> {
  return (await figuresOfCase({ run: queries.read }, caseId)).map(shownFigure);
}

function shownFigure(one: FigureDifference): VictimFigure {
  const { decision, stated, transfer } = one;
  return {
    report: one.report,
    transferId: one.transferId,
    claim: one.claim,
    stated: stated.amount.toString(),
    statedCurrency: stated.currency,
    whole: transfer.amount.toString(),
    currency: transfer.currency,
    mayClaimStated: mayClaimStated(one),
    decision: decision && {
      claim: decision.claim,
      reason: decision.reason,
      at: decision.at,
      by: decision.by,
    },
  };
}

export interface FigureWanted {
  readonly report: string;
  readonly transferId: string;
  /** Minor units as text: the two sums the person saw. */
  readonly stated: string;
  readonly whole: string;
  readonly claim: FigureChoice;
  readonly reason: string;
}

/**
 * Writes down which of the two sums is claimed. Other sums by now, a figure that is no part of the
 * transfer, no reason, or a sum below what is blocked or back of it is a UserError. The drafts
 * follow by the caller.
 */
export async function decideFigure(
  queries: Queries,
  caseId: string,
  wanted: FigureWanted,
  actor: Actor,
): Promise<void> {
  if (!saysSomething(wanted.reason)) {
    throw new UserError({
      code: "figure-needs-reason",
      message: "A decision about the victim's figure needs a reason.",
      remedy: "Write in a sentence why this sum is claimed.",
    });
  }
  await queries.transaction(async (transaction) => {
    await lockCase(transaction, caseId, actor);
    const found = (await figuresOfCase(transaction, caseId)).find(
      (one) => one.report === wanted.report && one.transferId === wanted.transferId,
    );
    const seen =
      found?.stated.amount.toString() === wanted.stated &&
      found.transfer.amount.toString() === wanted.whole;
    if (!found || !seen) throw figureChanged(wanted.transferId);
    if (wanted.claim === "stated" && !mayClaimStated(found)) throw notAPart(found);
    const figure = {
      report: wanted.report,
      transferId: wanted.transferId,
      stated: found.stated.amount,
      whole: found.transfer.amount,
      claim: wanted.claim,
      reason: wanted.reason.trim(),
      at: BigInt(actor.at),
      by: actor.by,
    };
    const { amount, currency } = wanted.claim === "stated" ? found.stated : found.transfer;
    const { payer, from } = found.transfer;
    const change = {
      ...{ transferId: wanted.transferId, sum: amount, from, payer: payer?.key ?? null },
      currency: found.transfer.currency,
    };
    await refuseBelowBack(transaction, [change]);
    await notBelowBlocks(transaction, [change], () =>
      transaction.run("claims/save-figure", { case: caseId, figure }, nothing),
    );
    await lossesChanged(transaction, [wanted.transferId]);
    const detail = `${wanted.transferId}: ${formatDecimal(amount, currency)} ${currency}`;
    await recordChanges(transaction, [caseId], "figure-decided", actor, detail);
  });
}

/** No claim goes on or leaves the office while a sum in it waits for a person's decision. */
export async function refuseUndecided(
  transaction: TransactionQueries,
  at: { readonly caseId: string; readonly claim: string },
): Promise<void> {
  const open = (await figuresOfCase(transaction, at.caseId)).filter(
    (one) => one.claim === at.claim && one.decision === null,
  );
  if (open.length === 0) return;
  const transfers = [...new Set(open.map((one) => one.transferId))].join(", ");
  throw new UserError({
    code: "figure-undecided",
    status: 409,
    message: `The victim states another sum than the bank for ${transfers} of claim ${at.claim}.`,
    remedy: "Decide which sum is claimed, with a reason.",
    params: { claim: at.claim, transfers },
  });
}

function figureChanged(transfer: string): UserError {
  return new UserError({
    code: "figure-changed",
    status: 409,
    message: `The two sums of transfer ${transfer} are not those you saw.`,
    remedy: "Look at them again: the data have changed meanwhile.",
    params: { transfer },
  });
}

function notAPart({ transferId }: FigureDifference): UserError {
  return new UserError({
    code: "figure-no-part",
    message: `The victim's figure is no part of transfer ${transferId}, so it cannot be claimed.`,
    remedy: "Claim the transfer as the bank has it, and say why the victim states another sum.",
    params: { transfer: transferId },
  });
}
