import type { Hash64 } from "./hash64.ts";

/**
 * What was met before, in memory that does not grow. "Never met" is always right; "met" may be
 * wrong once in a while, more often the fuller it is. Rows it is wrong about only take the longer
 * way (settle-waiting.store.ts). Source: Bloom, "Space/time trade-offs in hash coding with
 * allowable errors", CACM 13 (1970).
 */
export interface SeenFilter {
  has(hash: Hash64): boolean;
  /** Notes it; true where it may have been met before. */
  add(hash: Hash64): boolean;
  /** Notes everything another filter of the same size has met. */
  join(other: SeenFilter): void;
  readonly words: Uint32Array;
}

const PROBES = 4;
/**
 * 8 KB and 64 MB: at a bit a byte of the source some 200 bits a row, and still 50 where ten million
 * rows come.
 */
const LEAST_BITS = 16;
const MOST_BITS = 29;

/** A filter for a source, or sources, of so many bytes. */
export function seenFilter(bytes: number): SeenFilter {
  const bits = Math.min(Math.max(Math.ceil(Math.log2(bytes + 1)), LEAST_BITS), MOST_BITS);
  const words = new Uint32Array(2 ** (bits - 5));
  const shift = 32 - bits;
  return {
    words,
    has: ({ high, low }) => {
      for (let probe = 0; probe < PROBES; probe += 1) {
        const place = (low + Math.imul(probe, high | 1)) >>> shift;
        if (((words[place >>> 5] as number) & (1 << (place & 31))) === 0) return false;
      }
      return true;
    },
    add: ({ high, low }) => {
      let met = true;
      for (let probe = 0; probe < PROBES; probe += 1) {
        const place = (low + Math.imul(probe, high | 1)) >>> shift;
        const word = words[place >>> 5] as number;
        const bit = 1 << (place & 31);
        if ((word & bit) !== 0) continue;
        met = false;
        words[place >>> 5] = word | bit;
      }
      return met;
    },
    join: (other) => {
      if (other.words.length !== words.length) throw new RangeError("filters of two sizes");
      for (let at = 0; at < words.length; at += 1)
        words[at] = (words[at] as number) | (other.words[at] as number);
    },
  };
}
