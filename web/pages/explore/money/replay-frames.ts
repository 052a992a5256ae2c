/** Frames of a replay. Pure. */

type Window = readonly [number, number];

/** As many as a person watches in some seconds. */
export const FRAMES = 110;

/**
 * Without a brush a window of a twelfth moves over the whole; a brush fills from its start to its
 * end.
 */
function frameAt(frame: number, span: Window, brush: Window | null): Window {
  const part = frame / FRAMES;
  // Never quite empty: its end would stand before its beginning in words.
  if (brush)
    return [brush[0], Math.max(brush[0] + 1, Math.round(brush[0] + (brush[1] - brush[0]) * part))];
  const [from, to] = span;
  const width = (to - from) / 12;
  const start = from + (to - width - from) * part;
  return [Math.round(start), Math.round(start + width)];
}

/**
 * The windows that are shown one after another. One that shows the very transfers of the one before
 * is skipped: nothing happened. `times` are those of the transfers, in order.
 */
export function replayFrames(
  times: readonly number[],
  span: Window,
  brush: Window | null,
): readonly Window[] {
  const frames: Window[] = [];
  let seen = "";
  for (let frame = 0; frame <= FRAMES; frame += 1) {
    const window = frameAt(frame, span, brush);
    const shown = `${before(times, window[0])} ${before(times, window[1])}`;
    if (frame > 0 && frame < FRAMES && shown === seen) continue;
    seen = shown;
    frames.push(window);
  }
  return frames;
}

/** The number of times before an instant. */
function before(times: readonly number[], instant: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
