import { isUnsent, type Measure } from "../../../contract/measures.ts";
import { claimsOfLetter } from "../../../contract/outgoing.ts";
import { paperKind } from "../../../contract/papers.ts";
import { isUserError, UserError } from "../../errors/user-error.ts";
import type { LettersRegister, MadeLetter } from "../../evidence/papers/outgoing.ts";
import { papersOfCase } from "../../evidence/papers/papers.store.ts";
import { formatDecimal } from "../../money/money.ts";
import type { Database } from "../../neo4j/database.ts";
import { dayOf, dayText } from "../../time/day.ts";
import type { Actor } from "../../versions/versions.ts";

/** The sum that a letter would ask for if it were made today. */
export interface AskedNow {
  /** Minor units of the letter's currency. */
  readonly sum: bigint;
  /** Nothing may be asked for any more: everything came back, or the claim is decided or over. */
  readonly over: boolean;
}

/** The same of a letter of the first hour; null = nobody can say. */
export type AskedInReport = (database: Database, letter: Measure) => Promise<AskedNow | null>;

interface Leaving {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** A person has seen both sums, and the letter leaves with the old one. */
  readonly outdated?: boolean | undefined;
}

/**
 * A letter that nobody sent yet asks for no more than it would if it were made today. A letter that
 * asks for more is refused until a person says that it leaves all the same. Where nothing may be
 * asked for any more it cannot leave today; one that left on an earlier day may have been right.
 */
export async function refuseOutdated(
  database: Database,
  letter: Measure,
  { day, outdated = false }: Leaving,
  actor: Actor,
  inReport: AskedInReport,
): Promise<void> {
  const { id, amount, currency } = letter;
  if (letter.letter === null || amount === null || currency === null || !isUnsent(letter)) return;
  const isOfClaims = claimsOfLetter(letter).length > 0;
  const now = await (isOfClaims
    ? askedOfClaims(database, letter, actor)
    : inReport(database, letter));
  if (now === null || now.sum >= BigInt(amount)) return;
  const shown = (sum: bigint) => `${formatDecimal(sum, currency)} ${currency}`;
  const [was, is] = [shown(BigInt(amount)), shown(now.sum)] as const;
  if (now.over && day >= dayText(dayOf(actor.at))) throw nothingToAsk(id, was);
  if (!outdated) throw asksForMore(id, was, is);
}

const OVER = ["paper-nothing-outstanding", "paper-decided", "paper-over"];

/** The same papers are made once more and written nowhere; null = they cannot be made now. */
async function askedOfClaims(
  database: Database,
  letter: Measure,
  { by }: Actor,
): Promise<AskedNow | null> {
  const claims = claimsOfLetter(letter);
  const kind = paperKind.safeParse(letter.letter?.kind).data;
  // The sum of a loan is that of its contract.
  const isLoan = kind === "loan-suspension";
  if (letter.case === null || kind === undefined || isLoan) return null;
  const made: MadeLetter[] = [];
  try {
    await papersOfCase(database, letter.case, {
      ...{ claims, kinds: [kind], language: "ru", formats: ["docx"], by },
      together: claims.length > 1,
      register: noting(made),
    });
  } catch (error) {
    if (!isUserError(error)) throw error;
    return OVER.includes(error.code) ? { sum: 0n, over: true } : null;
  }
  const alike = made.filter((one) => one.bank === letter.bank && one.currency === letter.currency);
  const sums = alike.map((one) => one.amount ?? 0n);
  // A demand to several debtors asks each of them for the same.
  const [first] = sums;
  if (first === undefined) return null;
  const sum = claims.length > 1 ? sums.reduce((all, one) => all + one, 0n) : first;
  return { sum, over: false };
}

/** A register that knows no letter and keeps none. */
function noting(made: MadeLetter[]): LettersRegister {
  return {
    known: async () => ({
      ...{ sentAs: () => null, common: () => null },
      ...{ unsentCommon: [], earlier: () => [] },
    }),
    record: async (letters) => {
      made.push(...letters);
    },
  };
}

function asksForMore(id: string, was: string, is: string): UserError {
  return new UserError({
    code: "letter-asks-for-more",
    status: 409,
    message: `Letter ${id} asks for ${was}; made today it would ask for ${is}.`,
    remedy: "Make the letter anew, or say that it leaves with the old sum.",
    params: { id, was, now: is },
  });
}

function nothingToAsk(id: string, was: string): UserError {
  return new UserError({
    code: "letter-nothing-to-ask",
    status: 409,
    message: `Letter ${id} asks for ${was}, and nothing may be asked for any more.`,
    remedy: "Strike the letter out; give the earlier day if it left before the money came back.",
    params: { id, was },
  });
}
