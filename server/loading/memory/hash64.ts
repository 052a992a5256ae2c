/**
 * 64-bit hashes of texts in typed arrays: what ten million ids need without ten million strings in
 * the heap.
 */

export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/**
 * Two 32-bit lanes over the UTF-16 units, mixed at the end. Source: MurmurHash3's finaliser (public
 * domain).
 */
export function hash64(text: string): Hash64 {
  return hashOf([text]);
}

/**
 * The hash of several texts one after another, without making one text of them; null is not the
 * empty text.
 */
export function hashOf(texts: readonly (string | null)[]): Hash64 {
  let high = 0x9e3779b1;
  let low = 0x85ebca77;
  for (const text of texts) {
    const length = text === null ? 0 : text.length;
    for (let at = 0; at < length; at += 1) {
      const unit = (text as string).charCodeAt(at);
      high = Math.imul(high ^ unit, 0x9e3779b1);
      low = Math.imul(low ^ unit, 0x5f356495);
      high ^= low >>> 15;
    }
    // Above every UTF-16 unit, so that no text looks like where one ends and the next begins.
    const end = text === null ? 0x10001 : 0x10000;
    high = Math.imul(high ^ end, 0x9e3779b1);
    low = Math.imul(low ^ end, 0x5f356495);
    high ^= low >>> 15;
  }
  return { high: mixed(high ^ (low >>> 16)), low: mixed(low ^ (high >>> 13)) };
}

function mixed(value: number): number {
  let mix = value;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

export interface HashCounter {
  /** Notes one more occurrence and returns how many there are now, this one included. */
  add(hash: Hash64): number;
  has(hash: Hash64): boolean;
}

/** Tables that grow one at a time, so that growing never needs twice the memory of all of them. */
const TABLES = 64;
const FIRST_ROOM = 256;

/** Counts hashes: 12 bytes a slot, open addressing, at most two thirds full. */
export function hashCounter(): HashCounter {
  const tables = Array.from({ length: TABLES }, () => newTable(FIRST_ROOM));
  const slotFor = (hash: Hash64) => {
    const index = hash.high % TABLES;
    let table = tables[index] as Table;
    if (table.used * 3 >= table.room * 2) {
      table = grown(table);
      tables[index] = table;
    }
    const slot = slotOf(table, hash);
    if (table.counts[slot] === 0) {
      table.high[slot] = hash.high;
      table.low[slot] = hash.low;
      table.used += 1;
    }
    return { table, slot };
  };
  return {
    add: (hash) => {
      const { table, slot } = slotFor(hash);
      const count = (table.counts[slot] as number) + 1;
      table.counts[slot] = count;
      return count;
    },
    has: (hash) => {
      const table = tables[hash.high % TABLES] as Table;
      return table.counts[slotOf(table, hash)] !== 0;
    },
  };
}

interface Table {
  readonly room: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly counts: Uint32Array;
  used: number;
}

function newTable(room: number): Table {
  return {
    room,
    high: new Uint32Array(room),
    low: new Uint32Array(room),
    counts: new Uint32Array(room),
    used: 0,
  };
}

/** The slot that holds the hash, or the free one where it would go. */
function slotOf(table: Table, hash: Hash64): number {
  const mask = table.room - 1;
  let slot = hash.low & mask;
  while (
    table.counts[slot] !== 0 &&
    !(table.low[slot] === hash.low && table.high[slot] === hash.high)
  ) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

function grown(table: Table): Table {
  const larger = newTable(table.room * 2);
  for (let slot = 0; slot < table.room; slot += 1) {
    const count = table.counts[slot] as number;
    if (count === 0) continue;
    const to = slotOf(larger, { high: table.high[slot] as number, low: table.low[slot] as number });
    larger.high[to] = table.high[slot] as number;
    larger.low[to] = table.low[slot] as number;
    larger.counts[to] = count;
  }
  larger.used = table.used;
  return larger;
}
