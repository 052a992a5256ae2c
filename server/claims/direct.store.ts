import { z } from "zod";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { describedTransfer } from "../tracing/described-transfer.ts";
import type { Actor } from "../versions/versions.ts";
import { readDrafts, saveClaims } from "./drafts.store.ts";
import { matchDrafts, type Reworked } from "./drafts.ts";
import { reportedIn } from "./figures.store.ts";
import { type FormedClaim, formClaims, type LeftOut, leftOutOf, notConfirmed } from "./form.ts";
import { joinedClaims } from "./joint.ts";
import { showingRows } from "./ledger.store.ts";
import {
  largeEnough,
  lockCase,
  type OpenedClaims,
  type Opening,
  recordOpening,
  sumOf,
} from "./record.ts";
import { owedClaims, pairOf, returnsOf } from "./repaid.store.ts";
import { repaymentsOf } from "./repaid.ts";

const describedRow = z.object({ report: z.string(), described: z.array(describedTransfer) });

/**
 * Opens the claims that follow from the case's crime reports; calling it again opens only what is
 * new. A transfer reported since joins the draft of the same victim, holder and currency; once that
 * claim has left the office, it becomes a claim of its own. What the holder has paid back to the
 * victim is taken off, after what the victim's earlier claims need.
 */
export async function openClaims(
  queries: Queries,
  caseId: string,
  actor: Actor,
  opening: Opening = {},
): Promise<OpenedClaims> {
  return queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, caseId, actor);
    const { reworked, unmatched, leftOut } = await formDirect(transaction, caseId, actor);
    const formed = await lessReturned(transaction, [
      ...reworked,
      ...unmatched.map((claim) => ({ draft: null, claim })),
    ]);
    const fresh = formed.filter((one) => one.draft === null && sumOf(one.claim) > 0n);
    const large = largeEnough(
      fresh.map((one) => one.claim),
      opening,
    );
    const all = formed.filter((one) => !fresh.includes(one) || large.claims.includes(one.claim));
    const isOwed = ({ draft, claim }: Reworked) => draft !== null || sumOf(claim) > 0n;
    const saved = await saveClaims(
      transaction,
      { caseId, number, method: "direct", actor, preview: opening.preview ?? false },
      all.filter(isOwed),
    );
    if (!opening.preview) await recordOpening(transaction, caseId, saved, actor);
    const returned = all.filter((one) => !isOwed(one)).flatMap(({ claim }) => returnedWhole(claim));
    const said = await transaction.run("claims/described", { id: caseId }, describedRow);
    return {
      ...saved,
      leftOut: [...leftOut, ...notConfirmed(said), ...returned, ...large.leftOut],
    };
  });
}

/**
 * The stolen transfers of a case that none of its claims asks for, as the data are now. Those of
 * which nothing but a claim is missing are named, too; what went back to the victim is none.
 */
export async function notClaimedIn(queries: Queries, caseId: string): Promise<LeftOut[]> {
  const asking = { run: queries.read };
  const { claims, leftOut } = formClaims(await reportedIn(asking, caseId));
  const formed = await lessReturned(
    asking,
    claims.map((claim) => ({ draft: null, claim })),
  );
  const unopened = formed
    .filter(({ claim }) => sumOf(claim) > 0n)
    .flatMap(({ claim }) =>
      claim.lines
        .filter((line) => line.amount > 0n)
        .map(({ transfer }) => leftOutOf(claim.reports[0], transfer, "not-opened")),
    );
  const said = await asking.run("claims/described", { id: caseId }, describedRow);
  return [...leftOut, ...unopened, ...notConfirmed(said)];
}

/** Works the drafts of a case's direct claims out anew; opens none. */
export async function reworkDirect(
  transaction: TransactionQueries,
  caseId: string,
  number: number,
  actor: Actor,
): Promise<void> {
  const { reworked } = await formDirect(transaction, caseId, actor);
  const drafts = await lessReturned(transaction, reworked);
  await saveClaims(transaction, { caseId, number, method: "direct", actor }, drafts);
}

async function formDirect(transaction: TransactionQueries, caseId: string, actor: Actor) {
  await transaction.run("claims/refresh-joint", { case: caseId }, nothing);
  const drafts = await readDrafts(transaction, caseId, "direct", actor);
  const own = new Set<string | null>(drafts.map((draft) => draft.id));
  const reported = await reportedIn(transaction, caseId);
  // The lines of the case's drafts are formed anew.
  const { claims: single, leftOut } = formClaims(
    reported.map((one) => (own.has(one.claim) ? { ...one, claim: null } : one)),
  );
  const claims = joinedClaims(single, drafts);
  const refused = new Set(leftOut.map((one) => `${one.report} ${one.transferId}`));
  const known = reported
    .filter((one) => own.has(one.claim) && !refused.has(`${one.report} ${one.transferId}`))
    .map(({ report, transferId, transfer, claim }): LeftOut => {
      const reason = "already-claimed";
      return transfer === null
        ? { report, transferId, reason, claim }
        : leftOutOf(report, transfer, reason, claim);
    });
  return { ...matchDrafts(claims, drafts), leftOut: [...leftOut, ...known] };
}

function returnedWhole(claim: FormedClaim): LeftOut[] {
  return claim.lines
    .filter((line) => line.amount > 0n)
    .map(({ transfer }) => leftOutOf(claim.reports[0], transfer, "returned"));
}

/**
 * Takes off each claim what its holder has paid back and no earlier claim needs. A row that shows a
 * payment or return that is written down is left to that (shown-by-rows.ts).
 */
async function lessReturned(
  transaction: TransactionQueries,
  all: readonly Reworked[],
): Promise<Reworked[]> {
  const whose = {
    victims: all.map((one) => one.claim.victim.key),
    accounts: all.flatMap((one) => one.claim.lines.map((line) => line.transfer.from)),
  };
  const earlier = await owedClaims(transaction, whose);
  const named = all.map((one, at) => ({ ...one, id: one.draft?.id ?? `new ${at}` }));
  const coming = named.map(({ id, draft, claim }) => ({
    ...pairOf(id, claim.currency, claim.lines, draft?.jointAccounts),
    victim: claim.victim.key,
    debtors: [claim.defendant, ...(draft?.joint ?? [])],
    origins: claim.lines.map(({ transfer }) => ({ id: transfer.id })),
    taken: [],
  }));
  const ids = new Set(named.map((one) => one.id));
  const returns = await returnsOf(transaction, [...earlier, ...coming], ids);
  const showing = returns.size === 0 ? new Set() : await showingRows(transaction, whose, coming);
  const counting = [...returns].map(
    ([id, own]) => [id, own.filter(({ transfer }) => !showing.has(transfer.id))] as const,
  );
  const repaid = repaymentsOf(
    [...earlier, ...named.map(({ id, claim }) => ({ id, owed: sumOf(claim) }))],
    new Map(counting),
  );
  return named.map(({ id, draft, claim }) => {
    const back = (repaid.get(id) ?? []).map(({ transfer, amount }) => ({
      transfer,
      amount: -amount,
    }));
    return { draft, claim: { ...claim, lines: [...claim.lines, ...back] } };
  });
}
