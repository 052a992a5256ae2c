import { parseWrittenAmount } from "../../money/written.ts";

/**
 * Numbers as people say them: "двести пятьдесят тысяч", "екі жүз елу мың", "1,9 млн", "1 миллион
 * 200 тысяч". Values are hundredths, as amounts in tenge are.
 */

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ один: 1, одна: 1, одну: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7 },
    ...{ восемь: 8, девять: 9, десять: 10, одиннадцать: 11, двенадцать: 12, тринадцать: 13 },
    ...{ четырнадцать: 14, пятнадцать: 15, шестнадцать: 16, семнадцать: 17, восемнадцать: 18 },
    ...{ девятнадцать: 19, двадцать: 20, тридцать: 30, сорок: 40, пятьдесят: 50, шестьдесят: 60 },
    ...{ семьдесят: 70, восемьдесят: 80, девяносто: 90, сто: 100, двести: 200, триста: 300 },
    ...{
      четыреста: 400,
      пятьсот: 500,
      шестьсот: 600,
      семьсот: 700,
      восемьсот: 800,
      девятьсот: 900,
    },
    ...{ бір: 1, екі: 2, үш: 3, төрт: 4, бес: 5, алты: 6, жеті: 7, сегіз: 8, тоғыз: 9, он: 10 },
    ...{ жиырма: 20, отыз: 30, қырық: 40, елу: 50, алпыс: 60, жетпіс: 70, сексен: 80, тоқсан: 90 },
    ...{ полтора: 1.5, полторы: 1.5, жарты: 0.5 },
  }),
);
const SCALES: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:млрд|миллиард\p{L}*|billion)$/u, 1_000_000_000n],
  [/^(?:млн|миллион\p{L}*|million)$/u, 1_000_000n],
  [/^(?:тыс|тысяч\p{L}*|мың|thousand)$/u, 1_000n],
];
/** "Half" before its scale in one word. */
const HALVES: ReadonlyMap<string, bigint> = new Map([
  ["полмиллиона", 50_000_000n],
  ["полтысячи", 50_000n],
]);
/** Ten in Kazakh is "he" in Russian: it counts before a Kazakh word only. */
const TEN = "он";
const BEHIND_TEN = /^\s+(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|мың|теңге)(?!\p{L})/iu;

const TOKEN =
  /(?<![\d:.,])[1-9]\d{0,2}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\p{L}+\.?/gu;

/** A number as it is said, with its place. */
export interface Numeral {
  readonly at: number;
  readonly end: number;
  /** Hundredths. */
  readonly value: bigint;
  /** It says thousands or more in words. */
  readonly isLarge: boolean;
}

interface Run {
  readonly at: number;
  readonly end: number;
  /** Whole scales read so far, and what stands before the next one. */
  readonly total: bigint;
  readonly group: bigint;
  /** The smallest part of the group: a larger one begins another number. */
  readonly least: bigint;
  /** The last scale; the next one is smaller. */
  readonly scale: bigint | null;
  readonly scaleEnd: number;
  readonly groupAt: number;
  readonly words: number;
}

/** Numbers of a text of which at least one part is a word. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  let run: Run | null = null;
  for (const match of text.matchAll(TOKEN)) {
    const at = match.index ?? 0;
    const before: Run | null = run;
    if (before !== null && !/^[\s\u00a0-]+$/u.test(text.slice(before.end, at))) {
      found.push(...numeralOf(before));
      run = null;
    }
    const isHe = match[0].toLowerCase() === TEN && !BEHIND_TEN.test(text.slice(at + TEN.length));
    const next: Run | null = isHe ? null : grown(run, match[0], at);
    if (isHe && run !== null) found.push(...numeralOf(run));
    if (isHe) run = null;
    else if (next === null && run !== null) {
      const [whole, rest] = parted(run, match[0], at);
      found.push(...numeralOf(whole));
      run = rest;
    } else run = next;
  }
  return run === null ? found : [...found, ...numeralOf(run)];
}

/** Digits alone are read by their currency or by a word of paying. */
function numeralOf({ at, end, total, group, scale, words }: Run): Numeral[] {
  const value = total + group;
  return words > 0 && value > 0n ? [{ at, end, value, isLarge: scale !== null }] : [];
}

/**
 * The number that ends before a part, and the one that the part belongs to. Of "двести тысяч
 * пятьдесят тысяч" the second begins behind the first scale.
 */
function parted(run: Run, token: string, at: number): readonly [Run, Run | null] {
  const { scale, scaleEnd, group, groupAt, words } = run;
  if (scale !== null && group > 0n) {
    const rest = grown({ ...begun(groupAt), group, least: run.least, words }, token, at);
    if (rest !== null) return [{ ...run, end: scaleEnd, group: 0n }, rest];
  }
  return [run, grown(null, token, at)];
}

function begun(at: number): Run {
  return {
    ...{ at, end: at, total: 0n, group: 0n, least: 0n, scale: null },
    ...{ scaleEnd: at, groupAt: at, words: 0 },
  };
}

/** The number with one more part; null where the part begins another number, or is none. */
function grown(run: Run | null, token: string, at: number): Run | null {
  const word = token.toLowerCase().replace(/\.$/, "");
  const whole = run ?? begun(at);
  const end = at + token.length;
  const scale = SCALES.find(([name]) => name.test(word))?.[1];
  if (scale !== undefined) return scaled(whole, { word, scale, end });
  const half = HALVES.get(word);
  if (half !== undefined)
    return run === null ? { ...whole, end, total: half, scale: 1_000n, words: 1 } : null;
  if (word === "жүз") return hundred(whole, end);
  const said = UNITS.get(word);
  const part = said === undefined ? digits(word) : BigInt(said * 100);
  if (part === null) return null;
  // "жарты" alone is no number, and one by words alone begins with a word of its own.
  const fits = whole.group === 0n || (said !== undefined && part < whole.least && sum(whole, part));
  if (!fits || (whole.group > 0n && whole.words === 0)) return null;
  const words = whole.words + (said === undefined ? 0 : 1);
  const groupAt = whole.group === 0n ? at : whole.groupAt;
  return { ...whole, end, group: whole.group + part, least: part, groupAt, words };
}

/** Tens after hundreds, units after tens; Kazakh says eleven as ten and one. */
function sum({ least }: Run, part: bigint): boolean {
  return least >= 10_000n ? part < 10_000n : (least === 1_000n || least >= 2_000n) && part < 1_000n;
}

/** "перевела тысячу": one thousand. */
const ALONE: ReadonlySet<string> = new Set(["тысяча", "тысячу", "миллион", "миллиард", "мың"]);

function scaled(
  run: Run,
  { word, scale, end }: { readonly word: string; readonly scale: bigint; readonly end: number },
): Run | null {
  if (run.scale !== null && scale >= run.scale) return null;
  if (run.group === 0n && !ALONE.has(word)) return null;
  const group = run.group === 0n ? 100n : run.group;
  return {
    ...{ ...run, end, total: run.total + group * scale, group: 0n, least: 0n, scale },
    scaleEnd: end,
    words: run.words + 1,
  };
}

/** Kazakh says "two hundred" in two words. */
function hundred(run: Run, end: number): Run | null {
  if (run.group > 900n) return null;
  const group = run.group === 0n ? 10_000n : run.group * 100n;
  return { ...run, end, group, least: group, words: run.words + 1 };
}

function digits(token: string): bigint | null {
  if (!/^\d/.test(token)) return null;
  const parsed = parseWrittenAmount(token, "KZT", null);
  return parsed.ok ? parsed.amount : null;
}
