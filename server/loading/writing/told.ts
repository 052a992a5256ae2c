import type { HolderKind } from "../../columns/columns.ts";
import { isBin } from "../../identity/iin.ts";
import { foldName } from "../../identity/names.ts";
import { exitKindOf, isMasked } from "./numbers.ts";

/**
 * What each source told about an account or holder is kept beside what is shown of it, so that a
 * source can be taken out again: the shown values are always the same function of what the
 * remaining sources told. Kept as the property `told`: one text "<source's sequence> <JSON>" a
 * source.
 */
export interface Told<Facts> {
  readonly sequence: number;
  readonly facts: Facts;
}

/**
 * How much a telling is worth: an account list or statement of the account itself before a mention
 * as someone's counterparty.
 */
export const WEIGHT = { mention: 0, own: 1, list: 2 } as const;

export interface AccountFacts {
  readonly weight: number;
  readonly bank?: string;
  readonly currency?: string;
  readonly openedAt?: number;
  readonly kind?: string;
  readonly phone?: string;
  readonly deviceId?: string;
  readonly iin?: string;
  readonly name?: string;
  readonly holderKind?: HolderKind;
  readonly extra?: Readonly<Record<string, string>>;
}

export interface HolderFacts {
  readonly weight: number;
  readonly name?: string;
  readonly kind?: HolderKind;
}

export function readTold<Facts>(texts: readonly string[]): Told<Facts>[] {
  return texts.map((text) => {
    const space = text.indexOf(" ");
    return {
      sequence: Number(text.slice(0, space)),
      facts: JSON.parse(text.slice(space + 1)) as Facts,
    };
  });
}

export function writeTold<Facts>(told: readonly Told<Facts>[]): string[] {
  return [...told]
    .sort((left, right) => left.sequence - right.sequence)
    .map(({ sequence, facts }) => `${sequence} ${canonical(facts as object)}`);
}

/**
 * `facts` as the source told them, filled up by what it tells in a later row; undefined where that
 * adds nothing.
 */
export function toldWith<Facts extends { readonly weight: number }>(
  told: readonly Told<Facts>[],
  sequence: number,
  facts: Facts,
  join: (earlier: Facts, later: Facts) => Facts | undefined = joinFacts,
): Told<Facts>[] | undefined {
  const earlier = told.find((one) => one.sequence === sequence);
  if (earlier === undefined) return [...told, { sequence, facts }];
  const joined = join(earlier.facts, facts);
  if (joined === undefined) return undefined;
  return told.map((one) => (one.sequence === sequence ? { sequence, facts: joined } : one));
}

/**
 * The weightier facts win, then the earlier ones; what one lacks the other gives. Undefined where
 * `later` changes nothing.
 */
export function joinFacts<Facts extends { readonly weight: number }>(
  earlier: Facts,
  later: Facts,
): Facts | undefined {
  const joined =
    later.weight > earlier.weight ? { ...earlier, ...later } : { ...later, ...earlier };
  return canonical(joined) === canonical(earlier) ? undefined : joined;
}

/**
 * What two accounts of one holder tell of it in one source. Of two names of equal weight the longer
 * one, then the first by alphabet: accounts come in no order that means anything.
 */
export function joinHolderFacts(one: HolderFacts, other: HolderFacts): HolderFacts | undefined {
  const otherFirst =
    other.weight > one.weight ||
    (other.weight === one.weight && isBetterName(other.name, one.name));
  const joined = otherFirst ? { ...one, ...other } : { ...other, ...one };
  return canonical(joined) === canonical(one) ? undefined : joined;
}

function isBetterName(name: string | undefined, than: string | undefined): boolean {
  if (name === undefined || than === undefined) return than === undefined && name !== undefined;
  return name.length > than.length || (name.length === than.length && name < than);
}

export function sameTelling(left: object, right: object): boolean {
  return canonical(left) === canonical(right);
}

/**
 * JSON with the names in order, so that the same facts are the same text however they were
 * gathered.
 */
function canonical(facts: object): string {
  if (isInOrder(facts)) return JSON.stringify(facts);
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function isInOrder(facts: object): boolean {
  let last = "";
  for (const name in facts) {
    if (name < last) return false;
    last = name;
  }
  return true;
}

/** For each fact the value of the weightiest source, the earliest among equals. */
function firstOf<Facts extends { readonly weight: number }, Name extends keyof Facts>(
  ranked: readonly Told<Facts>[],
  name: Name,
): Facts[Name] | undefined {
  return ranked.find((one) => one.facts[name] !== undefined)?.facts[name];
}

function ranked<Facts extends { readonly weight: number }>(
  told: readonly Told<Facts>[],
): Told<Facts>[] {
  return [...told].sort(
    (left, right) => right.facts.weight - left.facts.weight || left.sequence - right.sequence,
  );
}

/** The shown properties of an account; null removes one. */
export function accountProperties(
  number: string,
  told: readonly Told<AccountFacts>[],
): Record<string, unknown> {
  const best = ranked(told);
  const exit = exitKindOf(number);
  const openedAt = firstOf(best, "openedAt");
  const extra: Record<string, string> = {};
  for (const one of [...best].reverse()) Object.assign(extra, one.facts.extra);
  return {
    number,
    bank: firstOf(best, "bank") ?? null,
    currency: firstOf(best, "currency") ?? null,
    openedAt: openedAt === undefined ? null : BigInt(openedAt),
    kind: exit ?? firstOf(best, "kind") ?? null,
    phone: firstOf(best, "phone") ?? null,
    deviceId: firstOf(best, "deviceId") ?? null,
    masked: isMasked(number) ? true : null,
    stub: exit === null && best.every((one) => one.facts.weight === WEIGHT.mention) ? true : null,
    told: writeTold(told),
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [`x_${name}`, value])),
  };
}

/**
 * Key of the holder of an account: IIN or BIN, else the account itself where at least a name is
 * known.
 */
export function holderKeyOf(number: string, told: readonly Told<AccountFacts>[]): string | null {
  if (exitKindOf(number) !== null) return null;
  const best = ranked(told);
  const iin = firstOf(best, "iin");
  if (iin !== undefined) return iin;
  return firstOf(best, "name") === undefined ? null : `account:${number}`;
}

export function holderProperties(
  key: string,
  told: readonly Told<HolderFacts>[],
): Record<string, unknown> {
  const best = ranked(told);
  const name = firstOf(best, "name");
  const number = key.startsWith("account:") ? null : key;
  const kind =
    firstOf(best, "kind") ??
    (number === null ? "unknown" : isBin(number) ? "organisation" : "person");
  return {
    key,
    iin: number !== null && !isBin(number) ? number : null,
    bin: number !== null && isBin(number) ? number : null,
    name: name ?? null,
    nameKey: name === undefined ? null : foldName(name),
    kind,
    told: writeTold(told),
  };
}
