import type { StepFacts } from "../../contract/claim-steps.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { reckonedAgain, refusePenaltyAfter } from "../dossier/asked-penalty.ts";
import { type Filing, readFiling, writtenFiling } from "../dossier/filing.ts";
import { isUserError, UserError } from "../errors/user-error.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber, dayText } from "../time/day.ts";
import type { ClaimMove } from "./claim.ts";
import { askedOn, filingFacts, groundOn, type Pricing } from "./filing.store.ts";
import { type LedgerNow, ledgerNow } from "./ledger.store.ts";
import type { Filed } from "./ledger.ts";
import type { HeldClaim } from "./record.ts";
import { refusePaid } from "./steps.ts";

/**
 * The figures that a filing keeps, as of its corrected day; null = they stay.
 *
 * Where the old day still gives what was filed, nothing but the day is another one, and the filing
 * has the figures of the new day. Where data or dossier have changed since, the court was asked for
 * what it was asked for: the day is corrected where it changes no sum, or where the sum that was
 * filed is that of the new day.
 */
export async function refiled(
  transaction: TransactionQueries,
  claim: string,
  { victim, accounts, moves, currency }: HeldClaim,
  { move, facts, pricing }: { move: ClaimMove; facts: StepFacts; pricing: Pricing },
): Promise<Filing | null> {
  const [was, is] = [dayNumber(move.facts.day ?? ""), dayNumber(facts.day ?? "")];
  if (move.filing === undefined || was === null || is === null || was === is) return null;
  const kept = readFiling(move.filing);
  const ledger = await ledgerNow(transaction, { victims: [victim], accounts });
  refusePenaltyAfter(dayText(is), kept.penalty ?? null);
  const on = (day: number) => ({ claim, day, at: move.at, approval: kept.approval });
  const isFiled = await gives(kept, () => filingFacts(transaction, ledger, on(was), pricing));
  const [before, would] = [was, is].map((day) => sumsOn(ledger, claim, kept, { day, at: move.at }));
  const filed = sumsOf(kept);
  if (would === undefined || before === undefined) return null;
  const isJudged = moves.slice(moves.indexOf(move) + 1).some((one) => one.to === "judgment");
  if (isFiled && !(isJudged && !areSame(would, filed))) {
    const moved = await filingFacts(transaction, ledger, on(is), pricing);
    refusePaid(claim, moved.asked);
    return { ...moved, words: kept.words, workedOutAt: kept.workedOutAt };
  }
  if (!isFiled && (areSame(would, before) || areSame(would, filed))) return null;
  throw otherSums(claim, { filed, would, currency, day: dayText(is), isJudged });
}

/** Minor units of a claim's currency. */
interface Sums {
  readonly debt: bigint;
  readonly penalty: bigint;
}

function sumsOf({ asked, penalty }: Filing): Sums {
  return { debt: asked, penalty: penalty?.amount ?? 0n };
}

/** The sums of a filing of that day by the data of today, with the penalty as it was filed. */
function sumsOn(ledger: LedgerNow, claim: string, { penalty }: Filing, on: Filed): Sums {
  const { asked } = askedOn(ledger, claim, on);
  const fine = penalty == null ? 0n : reckonedAgain(penalty, groundOn(ledger, claim, on));
  return { debt: asked, penalty: asked > 0n ? fine : 0n };
}

function areSame(one: Sums, other: Sums): boolean {
  return one.debt === other.debt && one.penalty === other.penalty;
}

/** Whether data and dossier of today give what was filed, on the day that stands there. */
async function gives(kept: Filing, today: () => Promise<Filing>): Promise<boolean> {
  try {
    return figuresOf(await today()) === figuresOf(kept);
  } catch (error) {
    // The dossier asks for the penalty of later days since.
    if (isUserError(error) && error.code === "penalty-after-filing") return false;
    throw error;
  }
}

/** The figures in one order of their names, without words and without the day of the working. */
function figuresOf(filing: Filing): string {
  const same = readFiling(writtenFiling({ ...filing, words: undefined, workedOutAt: null }));
  return writtenFiling(same);
}

function otherSums(
  claim: string,
  of: { filed: Sums; would: Sums; currency: string; day: string; isJudged: boolean },
): UserError {
  const { currency, day, isJudged } = of;
  const money = (amount: bigint) => `${formatDecimal(amount, currency)} ${currency}`;
  const hasPenalty = of.filed.penalty > 0n || of.would.penalty > 0n;
  const said = ({ debt, penalty }: Sums) =>
    hasPenalty ? `${money(debt)} + ${money(penalty)}` : money(debt);
  const params = { claim, day, filed: said(of.filed), would: said(of.would) };
  return new UserError({
    code: isJudged ? "claim-correction-judged" : "claim-correction-figures",
    status: 409,
    message: `The filing of claim ${claim} asks for ${params.filed}; on ${day} it would ask for ${params.would}.`,
    remedy: isJudged
      ? "Take back the judgment as a mistake, correct the day, and write the judgment down again."
      : "Take the filing back as a mistake and file the claim with this day: then it asks for that sum.",
    params,
  });
}
