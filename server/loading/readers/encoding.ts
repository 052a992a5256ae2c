import { isAscii } from "node:buffer";
import iconv from "iconv-lite";

/**
 * Encodings banks' files come in; "windows-1251" is decoded as RK1048, its superset with the Kazakh
 * letters.
 */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "rk1048" | "cp866" | "koi8-r";

const SINGLE_BYTE = ["rk1048", "cp866", "koi8-r"] as const;
const SAMPLED_BYTES = 64 * 1024;

/** How an encoding is called when a person is told of it. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  rk1048: "windows-1251 / RK1048",
  cp866: "cp866 (DOS)",
  "koi8-r": "KOI8-R",
};

/**
 * The encoding of a piece of a file. It is taken from the byte order mark, the places of NUL bytes
 * (UTF-16), being valid UTF-8, then which one-byte Cyrillic code page makes the likeliest letters.
 * Null for pure ASCII, which all of them share: look at the next piece.
 */
export function detectEncoding(piece: Buffer): Encoding | null {
  if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) return "utf-8";
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  if (piece[0] === 0xfe && piece[1] === 0xff) return "utf-16be";
  const sample = piece.subarray(0, SAMPLED_BYTES);
  const wide = wideEncoding(sample);
  if (wide !== null) return wide;
  if (isAscii(piece)) return null;
  if (isAscii(sample)) return detectEncoding(piece.subarray(SAMPLED_BYTES));
  if (utf8Share(sample) > 0.98) return "utf-8";
  return likeliestCodePage(sample);
}

/** Digits, delimiters and newlines have a NUL as their upper byte, whatever the letters are. */
function wideEncoding(sample: Buffer): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (even + odd < pairs * 0.1 || Math.max(even, odd) < 8 * Math.min(even, odd)) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/**
 * Share of the non-ASCII bytes that belong to well-formed UTF-8 letters; 1 for a valid file cut
 * anywhere.
 */
function utf8Share(sample: Buffer): number {
  let good = 0;
  let bad = 0;
  for (let index = 0; index < sample.length; ) {
    const first = sample[index] as number;
    const length =
      first < 0x80
        ? 1
        : first >= 0xf0 && first < 0xf5
          ? 4
          : first >= 0xe0
            ? 3
            : first >= 0xc2
              ? 2
              : 0;
    if (length === 1) {
      index += 1;
      continue;
    }
    if (length > 0 && first < 0xf5 && index + length > sample.length) break;
    let follows = length > 0 && first < 0xf5;
    for (let next = 1; follows && next < length; next += 1) {
      if (((sample[index + next] as number) & 0xc0) !== 0x80) follows = false;
    }
    if (follows) good += length;
    else bad += 1;
    index += follows ? length : 1;
  }
  return good + bad === 0 ? 1 : good / (good + bad);
}

/**
 * Letters per thousand in Russian and Kazakh bank texts taken together (rounded means of published
 * frequency tables of both languages; the Kazakh letters as written in Kazakh). Only the order of
 * magnitude matters.
 */
const LETTERS: Readonly<Record<string, number>> = {
  а: 100,
  е: 84,
  о: 75,
  н: 68,
  и: 55,
  т: 60,
  р: 50,
  с: 46,
  л: 47,
  в: 30,
  к: 36,
  м: 32,
  д: 33,
  п: 24,
  у: 24,
  ы: 38,
  я: 13,
  ь: 10,
  г: 15,
  з: 15,
  б: 18,
  ч: 9,
  й: 13,
  ж: 12,
  ш: 10,
  х: 8,
  ю: 5,
  ц: 4,
  щ: 2,
  э: 2,
  ф: 3,
  ъ: 0.4,
  ё: 0.4,
  і: 22,
  қ: 18,
  ғ: 10,
  ң: 8,
  ә: 6,
  ө: 5,
  ұ: 5,
  ү: 5,
  һ: 0.4,
};
const OTHER_SIGN = Math.log(0.15);
const RARE_SIGN = Math.log(0.02);
const HARMLESS = new Set("№«»–—“”’‘…\u00a0°§©®±·₸€•„");
const CAPITAL_INSIDE_WORD = -2.5;

function likeliestCodePage(sample: Buffer): Encoding {
  let best: Encoding = "rk1048";
  let highest = Number.NEGATIVE_INFINITY;
  for (const encoding of SINGLE_BYTE) {
    const score = likelihood(iconv.decode(sample, encoding));
    if (score > highest) [best, highest] = [encoding, score];
  }
  return best;
}

function likelihood(text: string): number {
  let score = 0;
  let previousSmall = false;
  for (const sign of text) {
    if (sign < "\u0080") {
      previousSmall = false;
      continue;
    }
    const small = sign.toLowerCase();
    const frequency = LETTERS[small];
    if (frequency !== undefined) {
      score += Math.log(frequency / 10);
      if (previousSmall && small !== sign) score += CAPITAL_INSIDE_WORD;
      previousSmall = small === sign;
    } else {
      score += HARMLESS.has(sign) ? OTHER_SIGN : RARE_SIGN;
      previousSmall = false;
    }
  }
  return score;
}
