import { createHash } from "node:crypto";

/** A stolen transfer as one row of a table of crime reports has it. */
export interface Stolen {
  /** As the source cites it; null = the report only describes it. */
  readonly id: string | null;
  /** Minor units as text. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** What the victim says of it; a key stands only where it is said. */
  readonly at?: number;
  readonly dayOnly?: true;
  readonly account?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly bank?: string;
  /**
   * Of one that is only described: its name in an earlier table, where this one tells of the same
   * transfer. Absent = its own.
   */
  readonly key?: string;
}

const KEY_LENGTH = 16;

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, KEY_LENGTH);
}

/** What names a described transfer in every load of the same row, for decisions about it. */
export function keyOf(stolen: Stolen): string {
  return stolen.key ?? ownKeyOf(stolen);
}

function ownKeyOf({ key: _earlier, ...stolen }: Stolen): string {
  return hashOf(Object.entries(stolen).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Whom the victim paid, by the surest that he said of it. */
export function recipientOf({
  account,
  phone,
  name,
  bank,
}: Pick<Stolen, "account" | "phone" | "name" | "bank">): string | null {
  return account ?? phone ?? name ?? bank ?? null;
}

/**
 * The transfer that a row is about, whatever its sum: by the id, else by time and recipient as the
 * victim states them.
 */
export function transferOf(stolen: Stolen): string {
  const { id, at, dayOnly } = stolen;
  return id ?? `told ${hashOf([at ?? null, dayOnly ?? false, recipientOf(stolen)])}`;
}

export function isSameSum(one: Stolen, other: Stolen): boolean {
  return one.amount === other.amount && one.currency === other.currency;
}

/**
 * A described transfer under the name that it has with others, where one of `known` is it. `own`:
 * what the same table has told of a transfer like it already; each of `known` is one of them only.
 */
export function namedAs(stolen: Stolen, known: readonly Stolen[], own: readonly Stolen[]): Stolen {
  const taken = new Set(own.map(keyOf));
  const free = known.map(keyOf).find((key) => !taken.has(key));
  const key = free ?? ownKeyOf(stolen);
  // The table gave this name to another one: the earlier tables told of one only.
  if (taken.has(key)) return { ...stolen, key: hashOf([key, taken.size]) };
  return key === ownKeyOf(stolen) ? stolen : { ...stolen, key };
}

/** The same row, whatever it was called when it was loaded. */
export function isSameRow(one: Stolen, other: Stolen): boolean {
  return ownKeyOf(one) === ownKeyOf(other);
}

/** Each transfer once: one that tables describe with more or fewer words, with all their words. */
export function eachOnce(stolen: readonly Stolen[]): Stolen[] {
  const found = new Map<string, Stolen>();
  for (const one of stolen) {
    const key = one.id === null ? keyOf(one) : JSON.stringify(one);
    found.set(key, { ...one, ...found.get(key) });
  }
  return [...found.values()];
}
