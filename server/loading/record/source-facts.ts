/**
 * What one source says of an account, holder, report or label. It is kept beside what is shown, so
 * that a source can be withdrawn. The shown values are always the same function of the facts of the
 * remaining sources. Stored in the property `sourceRecords`: one text "<source's sequence> <JSON>"
 * a source.
 */
export interface SourceFacts<Facts> {
  /** The source's place in the order of loading. */
  readonly sequence: number;
  readonly facts: Facts;
}

/** Facts with a weight: the heavier ones are shown (account-facts.ts WEIGHT). */
interface Weighted {
  readonly weight: number;
}

export function readSourceFacts<Facts>(texts: readonly string[]): SourceFacts<Facts>[] {
  return texts.map((text) => {
    const space = text.indexOf(" ");
    return {
      sequence: Number(text.slice(0, space)),
      facts: JSON.parse(text.slice(space + 1)) as Facts,
    };
  });
}

export function writeSourceFacts<Facts>(sources: readonly SourceFacts<Facts>[]): string[] {
  return [...sources]
    .sort((left, right) => left.sequence - right.sequence)
    .map(({ sequence, facts }) => `${sequence} ${canonical(facts as object)}`);
}

/**
 * The sources' facts with one more row of a source, which fills up what its earlier rows said;
 * undefined where the row adds nothing.
 */
export function withFacts<Facts extends Weighted>(
  sources: readonly SourceFacts<Facts>[],
  sequence: number,
  facts: Facts,
  join: (earlier: Facts, later: Facts) => Facts | undefined = joinFacts,
): SourceFacts<Facts>[] | undefined {
  const earlier = sources.find((one) => one.sequence === sequence);
  if (earlier === undefined) return [...sources, { sequence, facts }];
  const joined = join(earlier.facts, facts);
  if (joined === undefined) return undefined;
  return sources.map((one) => (one.sequence === sequence ? { sequence, facts: joined } : one));
}

/**
 * The heavier facts win, then the earlier ones; a fact that only one of the two gives is kept.
 * Undefined where `later` changes nothing.
 */
function joinFacts<Facts extends Weighted>(earlier: Facts, later: Facts): Facts | undefined {
  const joined =
    later.weight > earlier.weight ? { ...earlier, ...later } : { ...later, ...earlier };
  return sameFacts(joined, earlier) ? undefined : joined;
}

export function sameFacts(left: object, right: object): boolean {
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

/** Sources by weight, the earliest first among equals. */
export function byWeight<Facts extends Weighted>(
  sources: readonly SourceFacts<Facts>[],
): SourceFacts<Facts>[] {
  return [...sources].sort(
    (left, right) => right.facts.weight - left.facts.weight || left.sequence - right.sequence,
  );
}

/** A fact as the first of the sources that gives it has it. */
export function firstOf<Facts extends Weighted, Name extends keyof Facts>(
  ranked: readonly SourceFacts<Facts>[],
  name: Name,
): Facts[Name] | undefined {
  return ranked.find((one) => one.facts[name] !== undefined)?.facts[name];
}
