/**
 * Work on typed arrays that several rules share. The folders that compute on typed arrays may write
 * `values[place]!` (biome.json). The compiler takes every place for possibly empty; a helper that
 * said it is not cost about a tenth of a run's time.
 */
export type Numbers = Int32Array | Float64Array | Uint8Array;

/**
 * Numbers of places side by side, by owner: owner o has places offsets[o] .. offsets[o + 1] - 1.
 */
export interface Grouped {
  readonly offsets: Int32Array;
  readonly places: Int32Array;
}

/**
 * Places 0 .. `count` - 1 by their owner, ascending within each (counting sort); places that are
 * not wanted are left out.
 */
export function groupByOwner(
  owner: Int32Array,
  count: number,
  owners: number,
  isWanted: (place: number) => boolean = () => true,
): Grouped {
  const offsets = new Int32Array(owners + 1);
  for (let place = 0; place < count; place += 1)
    if (isWanted(place)) offsets[owner[place]! + 1]! += 1;
  toOffsets(offsets);
  const places = new Int32Array(offsets[owners]!);
  const next = offsets.slice();
  for (let place = 0; place < count; place += 1) {
    if (!isWanted(place)) continue;
    const own = owner[place]!;
    places[next[own]!] = place;
    next[own]! += 1;
  }
  return { offsets, places };
}

/** `value` of every place 0 .. `count` - 1; a plain loop is several times faster than `from`. */
export function floatsOf(count: number, value: (place: number) => number): Float64Array {
  const floats = new Float64Array(count);
  for (let place = 0; place < count; place += 1) floats[place] = value(place);
  return floats;
}

/** Turns counts that stand one place further on into offsets. */
export function toOffsets(counts: Int32Array): void {
  for (let at = 0; at + 1 < counts.length; at += 1) counts[at + 1]! += counts[at]!;
}

/**
 * The first place of the ascending values[low .. high - 1] that is not below `wanted`, or `high`.
 */
export function firstNotBelow(values: Numbers, wanted: number, low = 0, high = values.length) {
  let [bottom, top] = [low, high];
  while (bottom < top) {
    const middle = (bottom + top) >> 1;
    if (values[middle]! < wanted) bottom = middle + 1;
    else top = middle;
  }
  return bottom;
}
