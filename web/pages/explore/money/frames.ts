/**
 * Frames of a replay: without a brush a window of a twelfth moves over the whole; a brush fills
 * from its start to its end.
 */
export const FRAMES = 110;

export function frameAt(
  frame: number,
  span: readonly [number, number],
  brush: readonly [number, number] | null,
): readonly [number, number] {
  const part = Math.min(1, Math.max(0, frame / FRAMES));
  if (brush) return [brush[0], Math.round(brush[0] + (brush[1] - brush[0]) * part)];
  const [from, to] = span;
  const width = (to - from) / 12;
  const start = from + (to - width - from) * part;
  return [Math.round(start), Math.round(start + width)];
}
