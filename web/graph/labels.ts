/** The places of names: a name is drawn only where it meets no node and no other name. */

export interface LabelCandidate {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Drawn even where it must lie over something: the selected account. */
  readonly must: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  /** Left edge and middle of the text, in pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 4;
const CELL = 64;

function boxAt(label: LabelCandidate, position: number): Box {
  const { x, y, radius, width, height } = label;
  const far = radius + GAP;
  const near = far * 0.75;
  const [left, middle] = (
    [
      [x + far, y],
      [x - far - width, y],
      [x - width / 2, y - far - height / 2],
      [x - width / 2, y + far + height / 2],
      [x + near, y - near],
      [x + near, y + near],
      [x - near - width, y - near],
      [x - near - width, y + near],
    ] as const
  )[position] as readonly [number, number];
  return { left, top: middle - height / 2, right: left + width, bottom: middle + height / 2 };
}

export function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function touches(box: Box, disc: Disc): boolean {
  const x = Math.max(box.left, Math.min(disc.x, box.right));
  const y = Math.max(box.top, Math.min(disc.y, box.bottom));
  return (disc.x - x) ** 2 + (disc.y - y) ** 2 < (disc.radius + 1) ** 2;
}

/** Discs by cell, so that a name asks only those around it. */
function indexed(discs: readonly Disc[]): (box: Box) => Iterable<Disc> {
  const cells = new Map<string, Disc[]>();
  for (const disc of discs) {
    for (
      let x = Math.floor((disc.x - disc.radius) / CELL);
      x <= Math.floor((disc.x + disc.radius) / CELL);
      x += 1
    ) {
      for (
        let y = Math.floor((disc.y - disc.radius) / CELL);
        y <= Math.floor((disc.y + disc.radius) / CELL);
        y += 1
      ) {
        const key = `${x}:${y}`;
        const cell = cells.get(key);
        if (cell) cell.push(disc);
        else cells.set(key, [disc]);
      }
    }
  }
  return function* around(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1)
        yield* cells.get(`${x}:${y}`) ?? [];
    }
  };
}

/**
 * Places candidates in their order of importance; tries eight places each and leaves out what does
 * not fit.
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  discs: readonly Disc[],
  size: { readonly width: number; readonly height: number },
  /** Written already: headings. */
  written: readonly Box[] = [],
): readonly PlacedLabel[] {
  const near = indexed(discs);
  const taken: Box[] = [...written];
  const placed: PlacedLabel[] = [];
  const free = (box: Box) => {
    if (box.left < 2 || box.top < 2 || box.right > size.width - 2 || box.bottom > size.height - 2)
      return false;
    if (taken.some((other) => meets(box, other))) return false;
    for (const disc of near(box)) if (touches(box, disc)) return false;
    return true;
  };
  for (const label of candidates) {
    const boxes = Array.from({ length: 8 }, (_, position) => boxAt(label, position));
    const box = boxes.find(free) ?? (label.must ? boxes[0] : undefined);
    if (!box) continue;
    taken.push(box);
    placed.push({ id: label.id, x: box.left, y: (box.top + box.bottom) / 2 });
  }
  return placed;
}
