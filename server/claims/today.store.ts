import { z } from "zod";
import type { ApprovalChange } from "../../contract/claims.ts";
import { cleanText, saysSomething } from "../../contract/clean-text.ts";
import type { Trace } from "../../contract/tracing.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import type { AskedPenalty } from "../dossier/asked-penalty.ts";
import type { ClaimDossier } from "../dossier/dossier.store.ts";
import { frozenDossier } from "../dossier/frozen-dossier.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { lockState, recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { frozenClaim } from "./approval.ts";
import { approvalChanges, type PricePart, priceChanges } from "./approval-changes.ts";
import { type ClaimChange, changesOf } from "./changes.ts";
import { approvalOf, type StoredClaim } from "./claim.ts";
import { dossiersOf } from "./claim-dossiers.store.ts";
import { claimsOfCase } from "./claims.store.ts";
import { debtorsOf } from "./debtors.ts";
import { reportedIn } from "./figures.store.ts";
import { differenceOf, undecidedSums } from "./figures.ts";
import type { FormedClaim } from "./form.ts";
import { type LedgerNow, ledgerNow } from "./ledger.store.ts";
import type { Recovery } from "./ledger.ts";
import { countedRows, paidElsewhere } from "./money-back.ts";
import type { Repayment } from "./repaid.ts";
import { heldLines, standing, tracedNow } from "./traced.store.ts";
import { ruleOf } from "./traced.ts";
import { unknownOpenings } from "./unknown-openings.ts";

/** Why a person keeps a claim although the data have changed. */
export interface Acceptance {
  readonly reason: string;
  readonly at: number;
  readonly by: string;
}

/** A file loaded or taken out since a claim was worked out. */
export interface FileSince {
  readonly name: string;
  readonly at: number;
  readonly takenOut: boolean;
  /** The person who loaded it or took it out; null = not known. */
  readonly by: string | null;
}

/** A standing claim beside the data of today. */
export interface ClaimState {
  readonly claim: StoredClaim;
  /** Payments of the holder to the victim since, as far as they belong to this claim and count. */
  readonly repaid: readonly Repayment[];
  /** Payments written down and returns of blocked money, as far as they count. */
  readonly paid: readonly Recovery[];
  /** Minor units that the claim may still ask for (ledger.ts); nothing once it is over. */
  readonly outstanding: bigint;
  /** Payments of the day of the judgment that the court's sum has off already, by id. */
  readonly beforeAward: readonly string[];
  /** Minor units of the claim's sum that came back on other claims for the same loss. */
  readonly elsewhere: bigint;
  /** It is recovered, and something is outstanding: the money behind that status is gone. */
  readonly moneyGone: boolean;
  /** Minor units of the claim's sum that have not come back, whatever a court gave of it. */
  readonly notBack: bigint;
  /** The sum asked of the court, and the day (YYYY-MM-DD); null where the claim is not filed. */
  readonly filed: {
    readonly day: string;
    readonly asked: bigint;
    /** The same by the data of today. */
    readonly byData: bigint;
  } | null;
  /** The penalty asked for beside the claim's sum, as filed or as of today; null = none. */
  readonly penalty: AskedPenalty | null;
  /** The loss behind the claim, in minor units, and what came back of it from anybody. */
  readonly loss: bigint;
  readonly recovered: bigint;
  /** Minor units that each defendant paid, the first defendant first. */
  readonly paidByEach: readonly bigint[];
  /** Other claims, in any case, that ask for the same loss. */
  readonly alternatives: readonly string[];
  /** Whom those claims are against. */
  readonly alternativeNames: readonly string[];
  /** Accounts of the traced way whose balance before is not known; it is counted as zero. */
  readonly openingsUnknown: readonly string[];
  /** What would be approved today (approval.ts). */
  readonly frozen: string;
  /**
   * In which parts that differs from what was approved; nothing where it is the same. null where
   * nobody has approved the claim.
   */
  readonly approvalChanges: readonly ApprovalChange[] | null;
  /** The parts by which other money would be asked for than was approved. */
  readonly priceChanges: readonly PricePart[];
  /** null where the claim is what the data say. */
  readonly change:
    | (ClaimChange & {
        readonly files: readonly FileSince[];
        readonly accepted: Acceptance | null;
      })
    | null;
}

/** The standing claims of a case beside the data of today; nothing is changed. */
export async function claimsToday(
  database: Database,
  caseId: string,
  options: {
    readonly signal?: AbortSignal | undefined;
    /** The case's trace by the rule of its claims, where it was made already. */
    readonly traces?: readonly Trace[];
    /** All claims of the case, where they were read already. */
    readonly all?: readonly StoredClaim[];
  } = {},
): Promise<ClaimState[]> {
  const { queries } = database;
  const all = options.all ?? (await claimsOfCase(queries, caseId));
  const claims = all.filter((claim) => claim.status !== "withdrawn");
  const rule = ruleOf(claims);
  const accounts = claims.flatMap((claim) => claim.defendant.accounts);
  const { claims: traced, traces } =
    rule === null
      ? { claims: [], traces: [] }
      : await tracedNow(database, caseId, rule, options.signal, {
          accounts,
          ...(options.traces && { traces: options.traces }),
        });
  const asking: TransactionQueries = { run: queries.read };
  const reported = await reportedIn(asking, caseId);
  const figures = new Map<string, bigint>();
  for (const one of reported)
    if (one.claimable !== undefined && !figures.has(one.transferId))
      figures.set(one.transferId, one.claimable);
  const differences = reported.flatMap((one) => differenceOf(one) ?? []);
  const open = undecidedSums(differences);
  const lines = (await queries.read("claims/today", { case: caseId }, lineRow)).map((line) => {
    const figure = figures.get(line.transferId);
    const undecided = open.get(line.transferId);
    const known = { ...(figure !== undefined && { figure }) };
    return { ...line, ...known, ...(undecided !== undefined && { undecided }) };
  });
  const found = changesOf(claims, { lines, traced, ...(await claimedOf(queries, traced)) });
  const changes = new Map(found.map((one) => [one.claim, one]));
  const ledger = await ledgerNow(asking, {
    victims: claims.map((claim) => claim.victim.key),
    accounts: claims.flatMap((claim) => claim.victim.accounts),
  });
  const accepted = await queries.read("claims/accepted", { case: caseId }, acceptedRow);
  const approved = await approvedTexts(queries, caseId);
  const dossiers = await dossiersOf(
    database,
    caseId,
    claims.map((claim) => claim.id),
    { ledger },
  );
  const states: ClaimState[] = [];
  for (const claim of claims) {
    const dossier = dossiers.get(claim.id);
    const frozen = frozenClaim(claim, differences, traces, dossier && frozenDossier(dossier));
    const hash = approvalOf(claim)?.hash;
    const approvedText = hash === undefined ? undefined : approved.get(hash);
    const balance = ledger.balances.get(claim.id);
    const change = changes.get(claim.id);
    states.push({
      claim,
      repaid: countedRows(ledger, claim.id),
      elsewhere: paidElsewhere(ledger, claim),
      paid: ledger.recoveries.filter((one) => one.claim === claim.id && one.by !== "bank-row"),
      outstanding: balance?.outstanding ?? 0n,
      beforeAward: balance?.beforeAward ?? [],
      moneyGone: isMoneyGone(ledger, claim.id),
      notBack: balance?.notBack ?? 0n,
      filed: filedOf(dossier),
      penalty: dossier?.penalty ?? null,
      loss: balance?.loss ?? 0n,
      recovered: balance?.recovered ?? 0n,
      paidByEach: paidByEach(ledger, claim.id),
      alternatives: balance?.alternatives ?? [],
      alternativeNames: namesOf(balance?.alternatives ?? [], ledger.claims),
      openingsUnknown: unknownOpenings(traces, claim),
      frozen,
      priceChanges: priceChanges(approvedText, frozen, (balance?.outstanding ?? 0n) > 0n),
      approvalChanges: approvedText === undefined ? null : approvalChanges(approvedText, frozen),
      change:
        change === undefined
          ? null
          : {
              ...change,
              files: await filesSince(queries, claim, traced),
              accepted: acceptanceOf(accepted, change),
            },
    });
  }
  return states;
}

function filedOf(dossier: ClaimDossier | undefined): ClaimState["filed"] {
  if (dossier === undefined || dossier.filedOn === null) return null;
  return { day: dossier.filedOn, asked: dossier.asked, byData: dossier.askedByData };
}

function isMoneyGone({ claims, balances }: LedgerNow, id: string): boolean {
  const isRecovered = claims.some((one) => one.id === id && one.madeGood);
  return isRecovered && (balances.get(id)?.outstanding ?? 0n) > 0n;
}

function paidByEach({ claims, recoveries }: LedgerNow, id: string): bigint[] {
  const own = claims.find((one) => one.id === id);
  return own === undefined ? [] : debtorsOf(own, recoveries).map(({ paid }) => BigInt(paid));
}

/** Everybody whom these claims are against, each name once. */
function namesOf(ids: readonly string[], claims: LedgerNow["claims"]): string[] {
  const names = claims
    .filter((one) => ids.includes(one.id))
    .flatMap(({ defendant, debtors: [, ...others] }) => [
      defendant,
      ...others.map(({ key, name, iin }) => name ?? iin ?? key),
    ]);
  return [...new Set(names)];
}

/** The approved texts of the claims of a case, by their SHA-256. */
async function approvedTexts(
  queries: Queries,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const row = z.object({ hash: z.string(), frozen: z.string() });
  const found = await queries.read("claims/approvals", { case: caseId }, row);
  return new Map(found.map(({ hash, frozen }) => [hash, frozen]));
}

const lineRow = z.object({
  claim: z.string(),
  transferId: z.string(),
  payer: z.string(),
  payee: z.string(),
  reported: z.boolean(),
  others: minorUnits,
});

/** Sums that claims of any case ask for of the transfers a trace gives today. */
async function claimedOf(queries: Queries, traced: readonly FormedClaim[]) {
  const asking: TransactionQueries = { run: queries.read };
  const ids = traced.flatMap((claim) => claim.lines.map((line) => line.transfer.id));
  const asked = [...(await standing(asking, ids))].map(
    ([transfer, { amount }]) => [transfer, amount] as const,
  );
  return { held: await heldLines(asking, ids), asked: new Map(asked) };
}

const acceptedRow = z.object({
  claim: z.string(),
  difference: z.string(),
  reason: z.string(),
  at: count,
  by: z.string(),
});

function acceptanceOf(
  all: readonly z.output<typeof acceptedRow>[],
  change: ClaimChange,
): Acceptance | null {
  const found = all.filter(
    (one) => one.claim === change.claim && one.difference === change.difference,
  );
  const last = found.at(-1);
  return last === undefined ? null : { reason: last.reason, at: last.at, by: last.by };
}

const fileRow = z.object({ name: z.string(), at: count, takenOut: z.boolean(), by: text });

function filesSince(
  queries: Queries,
  claim: StoredClaim,
  traced: readonly FormedClaim[],
): Promise<FileSince[]> {
  const accounts = new Set([
    ...claim.lines.flatMap((line) => [line.from, line.to]),
    ...traced.flatMap((one) => one.lines.flatMap(({ transfer }) => [transfer.from, transfer.to])),
  ]);
  const parameters = {
    since: BigInt(claim.reckonedAt),
    accounts: [...accounts],
    sources: [...new Set(claim.lines.map((line) => line.sourceId))],
  };
  return queries.read("claims/files-since", parameters, fileRow);
}

/**
 * Keeps a claim as it is although the data have changed. The person names the difference seen; one
 * that is another by now is refused, and so is a claim that agrees or whose transfer is gone.
 */
export async function acceptDifference(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  wanted: { readonly difference: string; readonly reason: string },
  actor: Actor,
  signal?: AbortSignal,
): Promise<ClaimState> {
  const stateOf = async () => {
    const states = await claimsToday(database, at.caseId, { signal });
    const found = states.find((one) => one.claim.id === at.claim);
    if (!found) throw unknown("claim", at.claim);
    return found;
  };
  const claim = { kind: "claim", id: at.claim } as const;
  await database.queries.transaction((transaction) => lockState(transaction, claim, actor));
  const state = await stateOf();
  if (state.change === null || state.change.difference !== wanted.difference) {
    throw new UserError({
      code: "difference-changed",
      status: 409,
      message: `Claim ${at.claim} does not differ from the data in the way that was accepted.`,
      remedy: "Look at the claim again: the data have changed meanwhile.",
      params: { claim: at.claim },
    });
  }
  for (const line of state.change.lines)
    if (line.why === "transfer-gone") throw lineGone(state.claim, line.transferId);
  const reason = cleanText(wanted.reason).trim();
  if (!saysSomething(reason)) {
    throw new UserError({
      code: "difference-needs-reason",
      message: "Keeping a claim although the data have changed needs a reason.",
      remedy: "Write in a sentence why.",
    });
  }
  const accepted = {
    difference: wanted.difference,
    reason,
    at: BigInt(actor.at),
    by: actor.by,
  };
  await database.queries.transaction(async (transaction) => {
    await lockState(transaction, claim, actor);
    const parameters = { case: at.caseId, claim: at.claim, accepted };
    await transaction.run("claims/accept", parameters, z.object({ id: z.string() }));
    await recordChanges(transaction, [at.claim], "accepted", actor);
  });
  return stateOf();
}

/** A claim cites what the data no longer have: no reason can stand in for the bank's row. */
export function lineGone(claim: StoredClaim, transfer: string): UserError {
  const line = claim.lines.find((one) => one.transferId === transfer);
  const source = line?.sourceName ?? line?.sourceId.slice(0, 12) ?? "";
  return new UserError({
    code: "claim-line-gone",
    status: 409,
    message: `Claim ${claim.id} cites transfer ${transfer} of ${source}, which is no longer in the data as it was claimed.`,
    remedy: "Load that file again, or withdraw the claim and open claims anew.",
    params: { claim: claim.id, transfer, source },
  });
}

/** A claim that differs and nobody has accepted it: no package states it. */
export function refuseDifferences(caseId: string, states: readonly ClaimState[]): void {
  const open = states.filter((one) => one.change !== null && one.change.accepted === null);
  const [first] = open;
  if (!first?.change) return;
  const claims = open.map((one) => one.claim.id).join(", ");
  throw new UserError({
    code: "claims-differ",
    status: 409,
    message: `The data have changed since these claims of case ${caseId} were made: ${claims}.`,
    remedy:
      "Look at what changed. Withdraw the claim and open it anew, or accept the difference with a reason.",
    params: { id: caseId, claims },
  });
}
