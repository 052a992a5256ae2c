import { z } from "zod";
import { claimStatus, isStanding } from "../../contract/claim-steps.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { type Filing, readFiling } from "../dossier/filing.ts";
import { dayNumber, dayOf } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { askedByData, askedInCourt } from "./asked.ts";
import { claimMoveRow } from "./claim-rows.ts";
import { type Filed, type Ledger, type LedgerClaim, ledgerOf, type Returned } from "./ledger.ts";
import { NO_PENALTY, type PenaltyBalance, penaltyOf } from "./penalty-paid.ts";
import { owedClaims, type Pair, returnsOf, type Whose, whoseParameters } from "./repaid.store.ts";
import { type Repayment, type Return, repaymentsOf } from "./repaid.ts";
import { apartFromShown, type MayBeShown, shownByRows } from "./shown-by-rows.ts";
import { firstJudgmentDay, standingSteps } from "./steps.ts";
import {
  type PaymentRow,
  paymentRow,
  type StoredPayment,
  storedPayment,
} from "./stored-payments.ts";

/** The ledger with what it was worked out from. */
export interface LedgerNow extends Ledger {
  /** A withdrawn one only where bank rows brought money back by it. */
  readonly claims: readonly (LedgerClaim & {
    readonly defendant: string;
    /** Key of the person. */
    readonly victim: string;
    /** The people asked for the money, the first defendant first. */
    readonly debtors: z.output<typeof debtorRow>[];
    readonly filed: KeptFiling | null;
    /** The claimed money with the account it came to and the key of its holder. */
    readonly received: z.output<typeof receivedRow>[];
    /** Recovered, or closed after that. */
    readonly madeGood: boolean;
  })[];
  readonly payments: readonly StoredPayment[];
  /** Returns of the register with the whole sum, also where no loss is left for it. */
  readonly written: readonly StoredPayment[];
  /** By claim past draft: bank rows of the holder's paying the victim since. */
  readonly repaid: ReadonlyMap<string, readonly Repayment[]>;
  /** Bank rows that show payments and returns, by the id of these: both are one payment. */
  readonly shown: ReadonlyMap<string, string>;
  /** By claim in another currency: the holder's rows in tenge to the victim (tenge-found.ts). */
  readonly inTenge: ReadonlyMap<string, readonly Return[]>;
}

/** A filing with the facts that it keeps, and the step that keeps them. */
export interface KeptFiling extends Filed {
  /** Number of the step among those of the claim. */
  readonly number: number;
  /** SHA-256 of what was approved before it. */
  readonly approval: string | null;
  /** null = filed by an older version of the program. */
  readonly facts: Filing | null;
}

const debtorRow = z.object({ key: z.string(), name: text, iin: text });
const receivedRow = z.object({
  account: z.string(),
  holder: z.string(),
  amount: minorUnits,
  at: count,
});

const claimRow = z.object({
  id: z.string(),
  case: z.string(),
  defendant: z.string(),
  victim: z.string(),
  status: claimStatus,
  method: z.string(),
  currency: z.string(),
  amount: minorUnits,
  origins: z.array(z.object({ id: z.string(), stolen: minorUnits.nullable() })),
  taken: z.array(
    z.object({ transferId: z.string(), amount: minorUnits, at: count, payer: z.string() }),
  ),
  debtors: z.array(debtorRow),
  received: z.array(receivedRow),
  moves: z.array(claimMoveRow),
});

/**
 * The sum lost by the stolen payments of which money came back, or may have, on claims that are
 * withdrawn: perhaps no claim says it any more.
 */
async function lostBehind(
  asking: TransactionQueries,
  paid: readonly PaymentRow[],
  withdrawn: readonly ClaimRow[],
): Promise<Map<string, bigint>> {
  const counting = paid.filter((one) => one.over && one.cancelledAt === null);
  const ofRows = withdrawn.flatMap(({ origins }) => origins.map(({ id }) => id));
  const ids = [...new Set([...counting.flatMap((one) => one.transfers), ...ofRows])];
  const row = z.object({ id: z.string(), lost: minorUnits });
  const rows = ids.length === 0 ? [] : await asking.run("claims/lost", { ids }, row);
  return new Map(rows.map(({ id, lost }) => [id, lost]));
}

/** The data that a ledger is worked out from. */
interface LedgerData extends Pick<LedgerNow, "claims" | "repaid" | "shown" | "inTenge"> {
  readonly payments: readonly StoredPayment[];
  readonly returns: readonly StoredPayment[];
  readonly lost: ReadonlyMap<string, bigint>;
}

/** Works out what is owed, as the data and the payments are now. */
export async function ledgerNow(asking: TransactionQueries, whose: Whose): Promise<LedgerNow> {
  return reckoned(await ledgerData(asking, whose));
}

/** A draft as it is being worked out, or a claim that is about to be opened. */
export type ComingClaim = Pair & MayBeShown;

/** Ids of the bank rows that show payments and returns, once claims are as they are to be. */
export async function showingRows(
  asking: TransactionQueries,
  whose: Whose,
  coming: readonly ComingClaim[],
): Promise<ReadonlySet<string>> {
  return new Set((await ledgerData(asking, whose, coming)).shown.values());
}

/**
 * Another sum that was stolen by a transfer, as a claim has it, or as no claim has it (null);
 * undefined = the same.
 */
type OtherSum = (loss: {
  readonly id: string;
  readonly claim: string | null;
}) => bigint | undefined;

/** The ledger now, and as it would be if other sums were stolen by transfers. */
export async function ledgerWithSums(
  asking: TransactionQueries,
  whose: Whose,
  sumOf: OtherSum,
): Promise<{ readonly now: LedgerNow; readonly would: LedgerNow }> {
  const data = await ledgerData(asking, whose);
  const claims = data.claims.map((claim) => ({
    ...claim,
    origins: claim.origins.map(({ id, stolen }) => ({
      id,
      stolen: sumOf({ id, claim: claim.id }) ?? stolen,
    })),
  }));
  const lost = new Map(
    [...data.lost].map(([id, sum]) => [id, sumOf({ id, claim: null }) ?? sum] as const),
  );
  return { now: reckoned(data), would: reckoned({ ...data, claims, lost }) };
}

async function ledgerData(
  asking: TransactionQueries,
  whose: Whose,
  coming: readonly ComingClaim[] = [],
): Promise<LedgerData> {
  const [rows, withdrawn] = apartWithdrawn(
    await asking.run("claims/ledger", whoseParameters(whose), claimRow),
  );
  const paymentRows = await asking.run("claims/payments", {}, paymentRow);
  const returnRows = await asking.run("claims/returned", {}, paymentRow);
  const lost = await lostBehind(asking, [...paymentRows, ...returnRows], withdrawn);
  const entered = [...paymentRows, ...returnRows].map(({ claim }) => claim);
  // A row in tenge may show a payment on a claim in another currency, also where only a draft asks
  // for tenge.
  const paidTenge = new Set(paymentRows.flatMap((one) => (one.tenge == null ? [] : one.victim)));
  const mayShow = rows.filter((one) => one.currency === "KZT" && paidTenge.has(one.victim));
  // Money that came back by a claim that is over came back all the same.
  const over = new Set(
    [...withdrawn, ...rows].flatMap(({ id, status }) => (isStanding(status) ? [] : [id])),
  );
  const also = new Set([...entered, ...mayShow.map(({ id }) => id), ...over]);
  const foreign = rows.filter(({ currency }) => currency !== "KZT").map(({ id }) => id);
  const all = await owedClaims(asking, whose, [...also, ...foreign]);
  const known = all.filter(({ id, settled }) => settled || also.has(id));
  // A row that shows an entry of a draft is taken off no line of it (direct.store.ts).
  const owed = [true, false].flatMap((settled) =>
    known.filter((one) => one.settled === settled && (settled || over.has(one.id))),
  );
  const isComing = new Set(coming.map(({ id }) => id));
  const withComing = <One extends Pair>(some: readonly One[]) => [
    ...some.filter(({ id }) => !isComing.has(id)),
    ...coming,
  ];
  const found = await returnsOf(asking, withComing(known));
  const inTenge = await returnsOf(asking, askingForTenge(withComing(all)));
  const named = rows.map(({ taken, ...row }) => ({
    ...row,
    taken: taken.map((one) => ({ ...one, day: dayOf(one.at) })),
  }));
  const debtorsOf = new Map(named.map((claim) => [claim.id, claim.debtors]));
  const paidBy = whoPaid(debtorsOf);
  const payments = paymentRows
    .map((row) => ({ ...storedPayment(false)(row), goesOn: claimAfter(row, named) }))
    .map(paidBy);
  const returns = returnRows.map(storedPayment(true)).map(paidBy);
  const counting = payments.filter((payment) => payment.cancelled === null);
  const standing = [...named.filter(({ id }) => !isComing.has(id)), ...coming];
  const gone = known
    .filter(({ id }) => !debtorsOf.has(id))
    .map((one) => ({
      ...one,
      origins: [],
      taken: [],
      debtors: one.debtors.map((key) => ({ key })),
    }));
  const mayBeShown = [...found, ...inTenge];
  const shown = shownByRows([...returns, ...counting], standing, mayBeShown, gone);
  const entryOf = new Map([...shown].map(([entry, row]) => [row, entry]));
  const { showing, others } = apartFromShown(
    new Map([...found].filter(([id]) => debtorsOf.has(id) || over.has(id))),
    entryOf,
  );
  const repaid = repaymentsOf(owed, others);
  const backOn = (id: string): Returned[] => [
    ...(repaid.get(id) ?? []).map(rowOf),
    ...(showing.get(id) ?? []).map((one) => ({ ...rowOf(one), shows: one.shows })),
  ];
  const claims = named.map(({ method, moves, taken, ...row }) => ({
    ...row,
    direct: method === "direct",
    taken: taken.map((one) => ({ ...one, shows: entryOf.get(one.transferId) })),
    repaid: backOn(row.id),
    judgment: judgmentOf(moves),
    filed: filingOf(moves),
    madeGood: standingSteps(moves).some((move) => move.to === "recovered"),
  }));
  const repaidOver = withdrawn
    .map(({ method, moves: _moves, ...row }) => ({
      ...{ ...row, direct: method === "direct", taken: [], repaid: backOn(row.id) },
      ...{ judgment: null, filed: null, madeGood: false },
    }))
    .filter((one) => one.repaid.length > 0);
  return { claims: [...claims, ...repaidOver], payments, returns, lost, repaid, shown, inTenge };
}

type ClaimRow = z.output<typeof claimRow>;

/** Claims that stand or were refused, and withdrawn ones. */
function apartWithdrawn(rows: readonly ClaimRow[]): [ClaimRow[], ClaimRow[]] {
  const of = (wanted: boolean) => rows.filter((one) => (one.status === "withdrawn") === wanted);
  return [of(false), of(true)];
}

/** Claims in other currencies, as pairs between which tenge may have come. */
function askingForTenge(pairs: readonly Pair[]): Pair[] {
  return pairs
    .filter(({ currency }) => currency !== "KZT")
    .map((pair) => ({ ...pair, currency: "KZT" }));
}

/** The claim against the same person that asks on for the losses of a withdrawn one. */
function claimAfter(
  { over, behind, defendant }: PaymentRow,
  claims: readonly Pick<z.output<typeof claimRow>, "id" | "origins" | "debtors">[],
): string | undefined {
  if (!over) return undefined;
  const losses = new Set(behind ?? []);
  return claims.find(
    ({ origins, debtors }) =>
      origins.some(({ id }) => losses.has(id)) && debtors.some(({ key }) => key === defendant),
  )?.id;
}

/** Nobody but its one defendant pays on a claim, unless a bank does. */
function whoPaid(debtorsOf: ReadonlyMap<string, z.output<typeof debtorRow>[]>) {
  return <One extends StoredPayment>(one: One): One => {
    const [only, ...others] = debtorsOf.get(one.claim) ?? [];
    const isSure = one.source !== "bank" && others.length === 0 && only !== undefined;
    const written = one.measure ? null : one.payer;
    return isSure ? { ...one, payer: written ?? only.key } : one;
  };
}

function reckoned({ claims, payments, returns, lost, ...found }: LedgerData): LedgerNow {
  const counting = payments.filter((payment) => payment.cancelled === null);
  const ledger = ledgerOf(claims, counting, returns, lost);
  const counted = new Map(
    ledger.recoveries.flatMap((one) => (one.by === "return" ? [[one.id, one.amount]] : [])),
  );
  const returned = returns.flatMap((one) => {
    const amount = counted.get(one.id);
    return amount === undefined ? [] : [{ ...one, amount }];
  });
  const all = [...payments, ...returned];
  return { ...ledger, ...found, claims, payments: all, written: returns };
}

function rowOf({ transfer, amount }: Repayment): Returned {
  const { id, bookedAt, payer, from } = transfer;
  const day = dayOf(bookedAt);
  return { transferId: id, amount, at: bookedAt, day, payer: payer?.key ?? from };
}

function filingOf(moves: readonly z.output<typeof claimMoveRow>[]): KeptFiling | null {
  const standing = standingSteps(moves);
  // A suit that the court returned (CPC 152) is before no court: it is prepared anew, with today's
  // sums.
  const isReturned = standing.at(-1)?.to === "returned";
  const step = isReturned ? undefined : standing.find((move) => move.to === "filed");
  const day = dayNumber(step?.facts.day ?? "");
  const written = moves.find((move) => move === step);
  if (day === null || written === undefined) return null;
  const approved = moves.find((move) => move === standing.find((one) => one.to === "approved"));
  const facts = written.filing === undefined ? null : readFiling(written.filing);
  return {
    day,
    at: written.at,
    asked: facts?.asked,
    number: moves.indexOf(written) + 1,
    approval: approved?.hash ?? null,
    facts,
  };
}

function judgmentOf(moves: readonly z.output<typeof claimMoveRow>[]): LedgerClaim["judgment"] {
  const { facts } = standingSteps(moves).find((move) => move.to === "judgment") ?? {};
  const day = dayNumber(facts?.day ?? "");
  if (facts?.sum === undefined || day === null) return null;
  const penalty = BigInt(facts.penalty ?? "0");
  const { day: since = day, at } = firstJudgment(moves) ?? {};
  return { sum: BigInt(facts.sum), penalty, day, since, ...(at !== undefined && { at }) };
}

/** The first judgment since the claim was a draft, and when it was written down. */
export function firstJudgment(
  moves: readonly z.output<typeof claimMoveRow>[],
): { readonly day: number; readonly at: Instant } | null {
  const day = dayNumber(firstJudgmentDay(moves) ?? "");
  const first = moves.findLast(
    ({ to, facts }) => to === "judgment" && day !== null && dayNumber(facts.day ?? "") === day,
  );
  return day === null || first === undefined ? null : { day, at: first.at };
}

/** The sum a claim asks in court (ledger.ts); payments that were taken back do not count. */
export function askedNow(ledger: LedgerNow, claim: string): bigint {
  return askedInCourt(ledger.claims, countingIn(ledger), claim);
}

/** The same as the data of today give it for the day of filing. */
export function askedToday(ledger: LedgerNow, claim: string): bigint {
  return askedByData(ledger.claims, countingIn(ledger), claim);
}

/** The penalty of a claim, beside its debt; nothing where the ledger has no such claim. */
export function penaltyNow(ledger: LedgerNow, claim: string): PenaltyBalance {
  const own = ledger.claims.find(({ id }) => id === claim);
  return own === undefined ? NO_PENALTY : penaltyOf(own, countingIn(ledger));
}

/** What is owed of a claim, debt and penalty together: a plan of payment divides both. */
export function owedTogether(ledger: LedgerNow, claim: string): bigint {
  const debt = ledger.balances.get(claim)?.outstanding ?? 0n;
  return debt + penaltyNow(ledger, claim).outstanding;
}

/** The payments of a ledger that nobody took back. */
export function countingIn({ payments }: Pick<LedgerNow, "payments">): StoredPayment[] {
  return payments.filter((payment) => payment.cancelled === null);
}
