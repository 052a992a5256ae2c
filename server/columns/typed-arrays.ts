/**
 * Typed arrays that are known to be long enough. The compiler takes every place of an array for
 * possibly empty; these two say once that it is not. Kept so small that V8 puts them inline.
 */
export type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array;

export function get(values: Numbers, place: number): number {
  return values[place] as number;
}

export function add(values: Numbers, place: number, more: number): void {
  values[place] = (values[place] as number) + more;
}

/** Numbers of places side by side, by owner: owner o has places offsets[o] .. offsets[o + 1] - 1. */
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
    if (isWanted(place)) add(offsets, get(owner, place) + 1, 1);
  toOffsets(offsets);
  const places = new Int32Array(get(offsets, owners));
  const next = offsets.slice();
  for (let place = 0; place < count; place += 1) {
    if (!isWanted(place)) continue;
    const own = get(owner, place);
    places[get(next, own)] = place;
    add(next, own, 1);
  }
  return { offsets, places };
}

/** Turns counts that stand one place further on into offsets. */
export function toOffsets(counts: Int32Array): void {
  for (let at = 0; at + 1 < counts.length; at += 1) add(counts, at + 1, get(counts, at));
}

/** The first place of the ascending values[low .. high - 1] that is not below `wanted`, or `high`. */
export function firstNotBelow(values: Numbers, wanted: number, low = 0, high = values.length) {
  let [bottom, top] = [low, high];
  while (bottom < top) {
    const middle = (bottom + top) >> 1;
    if (get(values, middle) < wanted) bottom = middle + 1;
    else top = middle;
  }
  return bottom;
}
