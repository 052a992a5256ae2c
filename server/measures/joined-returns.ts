import type { MeasureFields } from "../../contract/measures.ts";
import { mayBeName } from "../identity/names.ts";

/**
 * Returns that name neither transfer nor claim. Where a table names no block either, they are joined
 * to the one block of the same account and person. Where the block names no loss, they are joined to
 * the one claim that asks for money of that account. Where several fit, or none does, a person
 * decides (docs/measures.md).
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
export function isLoose({ kind, transfer, claim, account }: MeasureFields): boolean {
  return kind === "return" && account !== null && transfer === null && claim === null;
}

/** The return with the block and the claim that it fits; unchanged where it fits no single one. */
export function joined(fields: MeasureFields, { blocks, claims }: Fitting): MeasureFields {
  if (!isLoose(fields)) return fields;
  const named = blocks.find((one) => one.id === fields.block);
  const block = fields.block === null ? fittingBlock(fields, blocks) : named;
  if (block === undefined) return fields;
  if (block.bound) return named === undefined ? { ...fields, block: block.id } : fields;
  const persons = fields.persons.length > 0 ? fields.persons : block.persons;
  const [claim, ...otherClaims] = claims.filter(
    (one) =>
      one.accounts.includes(fields.account ?? "") &&
      one.currency === fields.currency &&
      one.asked >= BigInt(fields.amount ?? 0) &&
      persons.length > 0 &&
      namesOneOf(persons, one.persons),
  );
  const isOne = claim !== undefined && otherClaims.length === 0;
  return { ...fields, block: block.id, claim: isOne ? claim.id : null };
}

/** The one block of the account and person of a return that has room for it. */
function fittingBlock(
  fields: MeasureFields,
  blocks: readonly FittingBlock[],
): FittingBlock | undefined {
  if (fields.persons.length === 0) return undefined;
  const amount = BigInt(fields.amount ?? 0);
  const [block, ...others] = blocks.filter(
    (one) =>
      one.account === fields.account &&
      one.currency === fields.currency &&
      one.day <= fields.day &&
      one.amount - one.returned >= amount &&
      (one.persons.length === 0 || namesOneOf(fields.persons, one.persons)),
  );
  return others.length === 0 ? block : undefined;
}

function namesOneOf(wanted: readonly Person[], known: readonly Person[]): boolean {
  return wanted.every((one) => known.some((other) => isSame(one, other)));
}

/** By the number where both have one, else by the name as far as it is written out. */
function isSame(one: Person, other: Person): boolean {
  if (one.iin !== null && other.iin !== null) return one.iin === other.iin;
  return mayBeName(one.name, other.name) === true;
}
