import { MEANINGS } from "./column-meanings.ts";
import { FIELDS, type Field, MOVES, PHRASES, ROLES, type Role } from "./heading-dictionary.ts";
import {
  FILLER_WORDS,
  knownWord,
  matches,
  type Pattern,
  patternsOf,
  wordsOf,
} from "./heading-words.ts";

/**
 * One reading of a heading: a meaning, or a party (role) and what of it (field); either may be left
 * to the values.
 */
export interface Sense {
  readonly meaning: string | null;
  readonly role: Role | null;
  readonly field: Field | null;
  /** 0..1 */
  readonly quality: number;
  /** The heading is this very phrase: it counts even where the values do not look like it. */
  readonly exact: boolean;
}

interface Phrase {
  readonly meaning: string;
  readonly patterns: readonly Pattern[];
  readonly rank: number;
}

const CANONICAL: ReadonlySet<string> = new Set(Object.values(MEANINGS).flat());
const ALL_PHRASES: readonly Phrase[] = Object.entries(PHRASES).flatMap(([meaning, phrases]) =>
  phrases.map((phrase, rank) => ({ meaning, patterns: patternsOf(phrase), rank })),
);
const EXACT = new Map<string, Phrase>();
for (const phrase of ALL_PHRASES) {
  const key = phrase.patterns.map(({ text }) => text).join(" ");
  if (!EXACT.has(key)) EXACT.set(key, phrase);
}
/** Phrases by the words without their endings, for "Код назначение платежа". */
const BY_STEMS = new Map<string, Phrase>();
for (const phrase of ALL_PHRASES) {
  const key = stemsOf(phrase.patterns.map(({ text }) => text));
  if (!BY_STEMS.has(key)) BY_STEMS.set(key, phrase);
}

function stemsOf(words: readonly string[]): string {
  return words.map((word) => (word.length >= 6 ? word.slice(0, -2) : word)).join(" ");
}

const compiled = <Key extends string>(lists: Readonly<Record<Key, readonly string[]>>) =>
  (Object.entries(lists) as [Key, readonly string[]][]).flatMap(([key, phrases]) =>
    phrases.map((phrase) => ({ key, patterns: patternsOf(phrase) })),
  );
const ALL_ROLES = compiled<Role>(ROLES);
const ALL_FIELDS = compiled<Field>(FIELDS);
const CURRENCY_WORDS = new Set(["kzt", "usd", "eur", "rub", "тенге", "тг", "cny", "gbp"]);
const WORST_RANK = 20;

const KNOWN_SENSES = new Map<string, Sense[]>();
const REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 200;

/** What a heading can mean, likeliest first; empty where it says nothing known. */
export function sensesOf(heading: string): Sense[] {
  const known = KNOWN_SENSES.get(heading);
  if (known !== undefined) return known;
  const found = findSenses(heading);
  if (heading.length > LONGEST_REMEMBERED) return found;
  if (KNOWN_SENSES.size >= REMEMBERED) KNOWN_SENSES.clear();
  KNOWN_SENSES.set(heading, found);
  return found;
}

function findSenses(heading: string): Sense[] {
  const name = heading.trim().toLowerCase().replaceAll(" ", "_");
  const canonical = CANONICAL.has(name)
    ? [{ meaning: name, role: null, field: null, quality: 1, exact: true }]
    : [];
  const read = wordsOf(heading).map(knownWord);
  if (read.length === 0) return canonical;
  const words = read.map(({ word }) => word);
  const spelt = read.some(({ mended }) => mended) ? 0.93 : 1;
  const exact = EXACT.get(words.join(" "));
  const inflected = exact ? undefined : BY_STEMS.get(stemsOf(words));
  const found = exact ?? inflected;
  const whole = found ? [{ ...ofPhrase(found, exact ? 1 : 0.97), exact: true }] : [];
  const moved = found ? null : movedAmount(words);
  const parts = moved ? [moved] : [...partial(words), ...composed(words)];
  const senses = [...canonical, ...whole, ...parts];
  return senses
    .map((sense) => (sense.quality === 1 ? sense : { ...sense, quality: sense.quality * spelt }))
    .sort((left, right) => right.quality - left.quality);
}

function ofPhrase({ meaning, rank }: Phrase, share: number): Sense {
  return {
    meaning,
    role: null,
    field: null,
    quality: share * (1 - Math.min(rank, WORST_RANK) * 0.01),
    exact: false,
  };
}

const MOVE_WORDS = Object.fromEntries(
  Object.entries(MOVES).map(([key, phrases]) => [key, phrases.flatMap(patternsOf)]),
) as Record<keyof typeof MOVES, Pattern[]>;
const SURE_OF_MOVE = 0.95;
const SURE_OF_EQUIVALENT = 0.8;

/**
 * An amount that says which way it went: "Сумма в валюте ее проведения по кредиту" is no other
 * amount than "по дебету" in the next column.
 */
function movedAmount(words: readonly string[]): Sense | null {
  const is = (kind: keyof typeof MOVES) => (word: string) =>
    MOVE_WORDS[kind].some((pattern) => matches(pattern, word));
  const [comes, leaves] = [words.some(is("in")), words.some(is("out"))];
  if (comes === leaves || words.length === 1) return null;
  const covered = words.every(
    (word) => FILLER_WORDS.has(word) || KINDS_OF_MOVE.some((kind) => is(kind)(word)),
  );
  const ofMoney =
    words.some(is("money")) || words.every((word) => !/^(?:счет|шот|acc|карт)/.test(word));
  if (!covered || !ofMoney) return null;
  return {
    meaning: comes ? "amount_in" : "amount_out",
    role: null,
    field: null,
    quality: words.some(is("equivalent")) ? SURE_OF_EQUIVALENT : SURE_OF_MOVE,
    exact: true,
  };
}
const KINDS_OF_MOVE = Object.keys(MOVES) as (keyof typeof MOVES)[];

/** For every meaning its longest phrase whose words all stand in the heading, in order. */
function partial(words: readonly string[]): Sense[] {
  const best = new Map<string, { phrase: Phrase; places: number[] }>();
  for (const phrase of ALL_PHRASES) {
    if (phrase.patterns.length >= words.length) continue;
    const places = placesInOrder(words, phrase.patterns);
    if (places !== null && places.length > (best.get(phrase.meaning)?.places.length ?? 0)) {
      best.set(phrase.meaning, { phrase, places });
    }
  }
  return [...best.values()].map(({ phrase, places }) => {
    const share = covered(words, new Set(places), phrase.meaning);
    return ofPhrase(phrase, 0.95 * share * share);
  });
}

/** A party and what of it: "Наименование/ФИО плательщика". */
function composed(words: readonly string[]): Sense[] {
  const field = longest(words, ALL_FIELDS);
  const role = roleOf(words);
  if (field === null && role === null) return [];
  const places = new Set([...(field?.places ?? []), ...(role?.places ?? [])]);
  const sameField = ALL_FIELDS.filter(
    ({ key, patterns }) => key === field?.key && patterns.length === 1,
  );
  words.forEach((word, index) => {
    if (sameField.some(({ patterns }) => patterns[0] && matches(patterns[0], word)))
      places.add(index);
  });
  const share = covered(words, places, null);
  const certainty = field !== null && role !== null ? 0.97 : 0.85;
  return [
    {
      meaning: null,
      role: role?.key ?? null,
      field: field?.key ?? null,
      quality: certainty * share,
      exact: false,
    },
  ];
}

/** "Отправитель/получатель" is whoever is on the other side, not one of the two. */
function roleOf(words: readonly string[]): { key: Role; places: number[] } | null {
  const named = ALL_ROLES.flatMap(({ key, patterns }) => {
    const places = placesInOrder(words, patterns);
    return places === null ? [] : [{ key, places }];
  });
  const from = named.find(({ key }) => key === "from");
  const to = named.find(({ key }) => key === "to");
  if (from && to) return { key: "other", places: [...from.places, ...to.places] };
  return longest(words, ALL_ROLES);
}

function longest<Key extends string>(
  words: readonly string[],
  list: readonly { readonly key: Key; readonly patterns: readonly Pattern[] }[],
): { key: Key; places: number[] } | null {
  let best: { key: Key; places: number[] } | null = null;
  for (const { key, patterns } of list) {
    const places = placesInOrder(words, patterns);
    if (places !== null && places.length > (best?.places.length ?? 0)) best = { key, places };
  }
  return best;
}

function placesInOrder(words: readonly string[], patterns: readonly Pattern[]): number[] | null {
  const places: number[] = [];
  let at = 0;
  for (const pattern of patterns) {
    while (at < words.length && !matches(pattern, words[at] ?? "")) at += 1;
    if (at === words.length) return null;
    places.push(at);
    at += 1;
  }
  return places;
}

/**
 * Share of the heading's words that are accounted for; words that say nothing, and other words for
 * the same thing, count as such.
 */
function covered(
  words: readonly string[],
  places: ReadonlySet<number>,
  meaning: string | null,
): number {
  const good = words.filter(
    (word, index) =>
      places.has(index) ||
      FILLER_WORDS.has(word) ||
      CURRENCY_WORDS.has(word) ||
      (meaning !== null && EXACT.get(word)?.meaning === meaning),
  );
  return good.length / words.length;
}
