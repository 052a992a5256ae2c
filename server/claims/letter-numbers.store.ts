import { z } from "zod";
import { bankName } from "../../contract/bank-names.ts";
import { letterKind } from "../../contract/letter-facts.ts";
import { digitsOf, numberKey } from "../../contract/letter-number.ts";
import type { NumberGiven } from "../../contract/outgoing.ts";
import { text } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { UserError } from "../errors/user-error.ts";
import { dayNumber } from "../time/day.ts";

/** A letter as it is sent: its outgoing number and day (YYYY-MM-DD). */
export interface Numbered {
  readonly paper: string | null | undefined;
  readonly day: string | undefined;
}

const row = z.object({
  number: z.string(),
  kind: letterKind,
  claim: text,
  addressee: text,
  bank: text,
});

/** The letter of the register whose number it is, and the claim whose demand it is. */
interface Own {
  readonly letter: string | null;
  readonly claim: string | null;
}

const NOBODYS: Own = { letter: null, claim: null };

/**
 * An answer cites the number of its letter, so no two letters of a year have one unawares: neither
 * of the register nor of a step "demand".
 */
export async function refuseNumberTaken(
  asking: TransactionQueries,
  { paper, day = "" }: Numbered,
  own: Own,
): Promise<void> {
  const key = numberKey(paper ?? "");
  if (key === "") return;
  const likely = await givenIn(asking, day.slice(0, 4), digitsOf(key), own);
  const other = likely.find(({ number }) => numberKey(number) === key);
  if (other === undefined) return;
  const to = [bankName(other.addressee), other.claim].filter(Boolean).join(", ");
  throw new UserError({
    code: "letter-number-taken",
    status: 409,
    message: `Number ${paper} was given this year already: ${other.kind} (${to}).`,
    remedy: "Give the next free number, or say that the number stands on both letters.",
    params: { paper: paper ?? "", letter: other.kind, to },
  });
}

/** The numbers of a year, without names of people; a letter about several claims has the first. */
export async function numbersGiven(queries: Queries, year: string): Promise<NumberGiven[]> {
  const found = await givenIn({ run: queries.read }, year, "", NOBODYS);
  return found.map(({ number, kind: letter, claim, bank }) => ({ number, letter, claim, bank }));
}

/** The letters and demands of a year under a number that has these digits. */
async function givenIn(asking: TransactionQueries, year: string, digits: string, own: Own) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as const;
  const [from, until] = [dayNumber(first), dayNumber(last)];
  if (from === null || until === null) return [];
  const parameters = {
    ...{ letter: own.letter ?? "", claims: own.claim === null ? [] : [own.claim], digits },
    ...{ from: BigInt(from), until: BigInt(until), first, last },
  };
  return asking.run("measures/letters-with-number", parameters, row);
}

/** A correction that leaves number and year as they were asks of nobody anything. */
export function isOtherNumber(was: Numbered, is: Numbered): boolean {
  const of = ({ paper, day = "" }: Numbered) => `${numberKey(paper ?? "")} ${day.slice(0, 4)}`;
  return of(was) !== of(is);
}
