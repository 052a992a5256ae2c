import type { LetterKind } from "../../../contract/letter-facts.ts";
import { numberKey } from "../../../contract/letter-number.ts";
import type { LetterRow, NumberGiven } from "../../../contract/outgoing.ts";

/** The letter that has a number already, or is to have it in the same step. */
export interface Taken {
  readonly letter: LetterKind | null;
  readonly claim: string | null;
  readonly bank: string | null;
}

/**
 * Letters whose number stands on another one: one that left in the year, or one before it in the
 * list. The server refuses the same (server/claims/letter-numbers.store.ts): a demand has the
 * number of its claim's step.
 */
export function takenNumbers(
  letters: readonly Pick<LetterRow, "id" | "letter" | "claim" | "bank">[],
  papers: readonly string[],
  given: readonly NumberGiven[],
): ReadonlyMap<string, Taken> {
  const before = new Map<string, Taken[]>();
  const add = (number: string, one: Taken) => {
    const key = numberKey(number);
    if (key !== "") before.set(key, [...(before.get(key) ?? []), one]);
  };
  for (const { number, ...one } of given) add(number, one);
  const taken = new Map<string, Taken>();
  for (const [at, { id, letter, claim, bank }] of letters.entries()) {
    const own: Taken = { letter: letter?.kind ?? null, claim, bank };
    const other = before.get(numberKey(papers[at] ?? ""))?.find((one) => !isOneDemand(one, own));
    if (other !== undefined) taken.set(id, other);
    add(papers[at] ?? "", own);
  }
  return taken;
}

function isOneDemand(one: Taken, other: Taken): boolean {
  const areDemands = one.letter === "demand" && other.letter === "demand";
  return areDemands && one.claim !== null && one.claim === other.claim;
}
