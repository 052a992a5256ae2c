import type { MeasureFields } from "../../contract/measures.ts";
import { namesOneOf, type Person } from "./fitting-persons.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * Returns that name neither transfer nor claim. Where one names no block either, it is joined to
 * the one block of the same account and of its person or crime report. Where the block names no
 * loss, the return is joined to the one claim that asks for money of that account. Where several
 * fit, or none does, a person decides (docs/measures.md).
 */

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
  /** Victims and crime reports of the loss that it names. */
  readonly victims: readonly Person[];
  readonly reports: readonly string[];
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
  readonly victims: readonly Person[];
}

export interface Fitting {
  readonly blocks: FittingBlock[];
  readonly claims: readonly FittingClaim[];
}

export type JoinedReturn =
  /** `isSure`: victim or report say whose money it is, so the return is held to that block. */
  | { readonly fields: MeasureFields; readonly isSure: boolean }
  | { readonly several: readonly string[] };

/** A return that says only where the money was: no debt is lowered by it. */
export function isLoose({ kind, transfer, claim, account }: MeasureFields): boolean {
  return kind === "return" && account !== null && transfer === null && claim === null;
}

/** The return with the block and the claim that it fits; unchanged where it fits no single one. */
export function joinedReturn(fields: MeasureFields, { blocks, claims }: Fitting): JoinedReturn {
  const unchanged = { fields, isSure: false };
  if (!isLoose(fields)) return unchanged;
  const named = blocks.find((one) => one.id === fields.block);
  const found = fields.block === null ? fittingBlock(fields, blocks) : { block: named };
  if ("several" in found) return found;
  const { block } = found;
  if (block === undefined) return unchanged;
  const isSure = fields.block === null && saysWhose(fields, block);
  if (block.bound)
    return named === undefined ? { fields: { ...fields, block: block.id }, isSure } : unchanged;
  const persons = fields.persons.length > 0 ? fields.persons : block.persons;
  const [claim, ...otherClaims] = fittingClaims(fields, persons, claims);
  const isOne = claim !== undefined && otherClaims.length === 0;
  const joined = { ...fields, block: block.id, claim: isOne ? claim.id : null };
  return { fields: joined, isSure: isSure || (isOne && namesVictim(persons, claim)) };
}

/** Claims of these persons for money of the account. One of the victim is held to its sum. */
function fittingClaims(
  { account, currency, amount }: MeasureFields,
  persons: readonly Person[],
  claims: readonly FittingClaim[],
): readonly FittingClaim[] {
  const own = claims.filter(
    (one) =>
      one.accounts.includes(account ?? "") &&
      one.currency === currency &&
      persons.length > 0 &&
      namesOneOf(persons, one.persons),
  );
  const withRoom = own.filter((one) => one.asked >= BigInt(amount ?? 0));
  return withRoom.length > 0 ? withRoom : own.filter((one) => namesVictim(persons, one));
}

function namesVictim(persons: readonly Person[], { victims }: FittingClaim): boolean {
  return persons.some((one) => namesOneOf([one], victims));
}

type Found = { readonly block: FittingBlock | undefined } | { readonly several: readonly string[] };

/** The one block of the account, and of the person or report of a return, that has room for it. */
function fittingBlock(fields: MeasureFields, blocks: readonly FittingBlock[]): Found {
  const amount = BigInt(fields.amount ?? 0);
  const fitting = blocks.filter(
    (one) =>
      one.account === fields.account &&
      one.currency === fields.currency &&
      one.day <= fields.day &&
      fits(fields, one),
  );
  const withRoom = fitting.filter((one) => one.amount - one.returned >= amount);
  const [block, ...others] = withRoom;
  if (others.length === 0 && block !== undefined) return { block };
  const sure = fitting.filter((one) => saysWhose(fields, one));
  if (others.length > 0)
    return sure.length > 0 ? { several: withRoom.map(({ id }) => id) } : { block: undefined };
  // Without room it is held to its block all the same: more is not returned than was blocked.
  return { block: sure.length === fitting.length ? sure[0] : undefined };
}

function fits(fields: MeasureFields, block: FittingBlock): boolean {
  const { persons, reports } = fields;
  if (reports.length > 0 && block.reports.length > 0) return sharesReport(fields, block);
  if (persons.length === 0) return false;
  if (namesOneOf(persons, [...block.persons, ...block.victims])) return true;
  return block.persons.length === 0 && !block.bound;
}

/** The victim or the crime report of the block's loss is named. */
function saysWhose(fields: MeasureFields, block: FittingBlock): boolean {
  return (
    sharesReport(fields, block) || fields.persons.some((one) => namesOneOf([one], block.victims))
  );
}

function sharesReport({ reports }: MeasureFields, block: FittingBlock): boolean {
  return block.reports.some((id) => reports.includes(id));
}

/** Several blocks fit a return: a person names one of them. */
export function severalBlocks(blocks: readonly string[]): MeasureFault {
  const all = blocks.join(", ");
  return {
    field: "block",
    code: "measure-which-block",
    message: `Several blocks fit this return: ${all}.`,
    remedy: "Name the block that the money came from.",
    params: { blocks: all },
  };
}
