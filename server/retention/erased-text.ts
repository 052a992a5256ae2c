/** The properties of a record as the graph has them. */
export type RecordInGraph = Readonly<Record<string, unknown>>;

/** The names and numbers of one person, and the words that stand in their place afterwards. */
export interface Erased {
  /** In place of a name: "ERASED-E3". */
  readonly name: string;
  readonly names: readonly string[];
  /** In place of each number one of its own, so that accounts stay apart. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Shorter ones are words that stand in many texts. */
const SHORTEST_NAME = 5;

export function erasedWords(
  id: string,
  numbers: readonly string[],
  names: readonly string[],
): Erased {
  const name = `ERASED-${id}`;
  const longest = [...new Set(names.map((one) => one.trim()))]
    .filter((one) => one.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length);
  const words = [...new Set(numbers)].sort().map((one, at) => [one, `${name}-${at + 1}`] as const);
  return { name, names: longest, numbers: new Map(words) };
}

/** Whether a text has one of the numbers as a whole word. */
export function namesNumber(text: string, { numbers }: Pick<Erased, "numbers">): boolean {
  return [...numbers.keys()].some((number) => text.includes(number) && whole(number).test(text));
}

/** A text with the numbers and names replaced. */
export function withoutPerson(text: string, erased: Erased): string {
  let left = text;
  for (const [number, word] of erased.numbers)
    if (left.includes(number)) left = left.replace(whole(number), () => word);
  for (const name of erased.names) {
    // In JSON a quotation mark inside a name is written with a backslash.
    for (const written of new Set([name, JSON.stringify(name).slice(1, -1)]))
      if (left.toLowerCase().includes(written.toLowerCase()))
        left = left.replace(whole(written, "giu"), () => erased.name);
  }
  return left;
}

/** The same for every text of a value, lists included; other values stay. */
function valueWithoutPerson(value: unknown, erased: Erased): unknown {
  if (typeof value === "string") return withoutPerson(value, erased);
  if (Array.isArray(value)) return value.map((one) => valueWithoutPerson(one, erased));
  return value;
}

/** A record with every text changed; undefined where nothing in it is of the person. */
export function recordWithoutPerson(
  record: RecordInGraph,
  erased: Erased,
): RecordInGraph | undefined {
  let changed = false;
  const left = Object.entries(record).map(([field, value]) => {
    const now = valueWithoutPerson(value, erased);
    changed ||= !same(now, value);
    return [field, now] as const;
  });
  return changed ? Object.fromEntries(left) : undefined;
}

/** A record that may have something of the person, with it taken out. */
export function recordAfter(record: RecordInGraph, erased: Erased): RecordInGraph {
  return recordWithoutPerson(record, erased) ?? record;
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => same(value, other[at]));
  return one === other;
}

/** As a whole word: "A-1" stands neither in "A-12" nor in "BA-1". */
function whole(text: string, flags = "gu"): RegExp {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped}(?![\\p{L}\\p{N}_-])`, flags);
}
