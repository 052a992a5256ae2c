import type { PaperLanguage } from "../../../contract/papers.ts";
import type { TraceAccount } from "../../../contract/tracing.ts";
import type { Instant } from "../../time/instant.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { timeFigures } from "../words/dates.ts";
import { moneyFigures } from "../words/money.ts";
import { accountWritten } from "./sums.ts";
import { stepsOf, type TracedClaim, throughAccounts, traceBehind } from "./working.ts";

/** A transfer of an account on the way, whoever's money it was. */
export interface WayTransfer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly bookedAt: Instant;
  /** Minor units. */
  readonly amount: bigint;
}

/** One line of an account's statement; sums in minor units, null = nothing. */
interface Line {
  readonly at: Instant | null;
  readonly other: string;
  readonly came: bigint | null;
  readonly left: bigint | null;
  /** The victim's part of what came or left. */
  readonly part: bigint;
}

/**
 * Every account that the victim's money passed through, as a statement: from the arrival of stolen
 * money to the last payment that led to the defendant, all receipts and payments in order, with
 * the balance and the victim's money in it. The rule can be followed by hand.
 */
export function wayOf(
  of: TracedClaim & { readonly onWay?: readonly WayTransfer[] | undefined },
  language: PaperLanguage,
): Readonly<Record<string, string>>[] {
  const behind = traceBehind(of);
  if (behind === null || of.onWay === undefined) return [];
  const { trace, victim } = behind;
  const steps = stepsOf(of);
  const parts = new Map(
    trace.steps.map((step) => [step.transferId, partOf(step.byVictim, victim)] as const),
  );
  return throughAccounts(steps).flatMap((account) => {
    const known = trace.accounts.find((one) => one.account === account);
    const own = (of.onWay ?? []).filter(
      ({ from, to }) => from !== to && (from === account || to === account),
    );
    const start = own.findIndex((one) => one.id === known?.before?.transferId);
    const last = steps.findLast((step) => step.from === account)?.transferId;
    const end = own.findIndex((one) => one.id === last);
    if (known?.before === undefined || start < 0 || end < start) return [];
    const rows = own.slice(start, end + 1);
    const lines = withCorrections(rows, account, { known, parts, victim, language });
    return balanced(BigInt(known.before.own), lines, { account, language, of });
  });
}

function partOf(shares: TraceAccount["byVictim"], victim: string): bigint {
  return BigInt(shares.find((one) => one.victim === victim)?.amount ?? 0);
}

/** The transfers as lines, and between them what a statement's balance says came or left unseen. */
function withCorrections(
  rows: readonly WayTransfer[],
  account: string,
  of: {
    readonly known: TraceAccount;
    readonly parts: ReadonlyMap<string, bigint>;
    readonly victim: string;
    readonly language: PaperLanguage;
  },
): Line[] {
  const { known, parts, victim, language } = of;
  const waiting = [...(known.corrections ?? [])];
  const lines: Line[] = [];
  for (const { id, from, to, bookedAt, amount } of rows) {
    for (let next = waiting[0]; next && next.at < bookedAt; next = waiting[0]) {
      waiting.shift();
      const difference = BigInt(next.amount);
      lines.push({
        at: next.at,
        other: PAPER_WORDS[language].way.stated,
        came: difference > 0n ? difference : null,
        left: difference < 0n ? -difference : null,
        part: partOf(next.byVictim, victim),
      });
    }
    lines.push({
      at: bookedAt,
      other: accountWritten(to === account ? from : to, language),
      came: to === account ? amount : null,
      left: to === account ? null : amount,
      part: parts.get(id) ?? 0n,
    });
  }
  return lines;
}

/** The lines with the balance after each; what an account paid without having it came unseen. */
function balanced(
  before: bigint,
  lines: readonly Line[],
  { account, language, of }: { account: string; language: PaperLanguage; of: TracedClaim },
): Readonly<Record<string, string>>[] {
  const money = (amount: bigint | null) =>
    amount === null ? "" : moneyFigures(amount, of.claim.currency, language);
  let [balance, victims] = [before, 0n];
  const written = lines.map(({ at, other, came, left, part }) => {
    balance += (came ?? 0n) - (left ?? 0n);
    if (balance < 0n) balance = 0n;
    victims += came === null ? -part : part;
    return {
      account,
      time: at === null ? "—" : timeFigures(at, "seconds"),
      other,
      came: money(came),
      left: money(left),
      part: money(part),
      victims: money(victims),
      balance: money(balance),
    };
  });
  const first = {
    account,
    time: "—",
    other: PAPER_WORDS[language].way.before,
    came: "",
    left: "",
    part: "",
    victims: money(0n),
    balance: money(before),
  };
  return [first, ...written];
}
