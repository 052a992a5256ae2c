import type { MeasureFields } from "../../contract/measures.ts";
import { mayBeName } from "../identity/names.ts";

/**
 * Returns of a table that name neither transfer nor claim nor block: they are joined to the one
 * block of the same account and person, and to the one claim that asks for money of that account.
 * Where several fit, or none does, a person decides (docs/measures.md).
 */

type Person = MeasureFields["persons"][number];

export interface FittingBlock {
  readonly id: string;
  readonly account: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
  returned: bigint;
  readonly persons: readonly Person[];
  /** It names a transfer or a claim: its returns need no other. */
  readonly bound: boolean;
}

export interface FittingClaim {
  readonly id: string;
  /** Where the claimed money came to. */
  readonly accounts: readonly string[];
  readonly currency: string;
  readonly asked: bigint;
  /** Victim and defendants. */
  readonly persons: readonly Person[];
}

export interface Fitting {
  readonly blocks: FittingBlock[];
  readonly claims: readonly FittingClaim[];
}

/** A return that says only where the money was: no debt is lowered by it. */
export function isLoose({ kind, transfer, claim, block, account }: MeasureFields): boolean {
  return kind === "return" && account !== null && transfer === null && claim === null && !block;
}

/** The return with the block and the claim that it fits; unchanged where it fits no single one. */
export function joined(fields: MeasureFields, { blocks, claims }: Fitting): MeasureFields {
  if (!isLoose(fields) || fields.persons.length === 0) return fields;
  const amount = BigInt(fields.amount ?? 0);
  const [block, ...otherBlocks] = blocks.filter(
    (one) =>
      one.account === fields.account &&
      one.currency === fields.currency &&
      one.day <= fields.day &&
      one.amount - one.returned >= amount &&
      (one.persons.length === 0 || namesOneOf(fields.persons, one.persons)),
  );
  if (block === undefined || otherBlocks.length > 0) return fields;
  if (block.bound) return { ...fields, block: block.id };
  const [claim, ...otherClaims] = claims.filter(
    (one) =>
      one.accounts.includes(fields.account ?? "") &&
      one.currency === fields.currency &&
      one.asked >= amount &&
      namesOneOf(fields.persons, one.persons),
  );
  const isOne = claim !== undefined && otherClaims.length === 0;
  return { ...fields, block: block.id, claim: isOne ? claim.id : null };
}

function namesOneOf(wanted: readonly Person[], known: readonly Person[]): boolean {
  return wanted.every((one) => known.some((other) => isSame(one, other)));
}

/** By the number where both have one, else by the name as far as it is written out. */
function isSame(one: Person, other: Person): boolean {
  if (one.iin !== null && other.iin !== null) return one.iin === other.iin;
  return mayBeName(one.name, other.name) === true;
}
