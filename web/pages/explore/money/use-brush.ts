import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import { clampWindow, type Rhythm } from "./buckets.ts";

export type Window = readonly [number, number];

/** The part of the brush the pointer holds: none yet, the window itself, or one of its ends. */
type Grip = "new" | "move" | "since" | "until";

/**
 * A window of time that is dragged over `place`, which the rhythm fills from edge to edge; arrow
 * keys move its ends by a bar. `onLive` tells the window while it is dragged, `onCommit` at the end.
 */
export function useBrush(
  place: RefObject<HTMLElement | null>,
  rhythm: Rhythm,
  chosen: Window | null,
  onLive: (window: Window) => void,
  onCommit: (window: Window) => void,
) {
  const [grip, setGrip] = useState<{ kind: Grip; at: number; window: Window } | null>(null);
  const span = Math.max(1, rhythm.to - rhythm.from);
  const timeAt = (event: PointerEvent) => {
    const box = place.current?.getBoundingClientRect();
    return box
      ? rhythm.from +
          (Math.max(0, Math.min(box.width, event.clientX - box.left)) / box.width) * span
      : rhythm.from;
  };
  const start = (kind: Grip) => (event: PointerEvent) => {
    if (event.button !== 0 || rhythm.buckets.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    place.current?.setPointerCapture(event.pointerId);
    const at = timeAt(event);
    setGrip({ kind, at, window: chosen ?? [at, at] });
  };
  const windowNow = (event: PointerEvent): Window | null => {
    if (!grip) return null;
    const at = timeAt(event);
    const [since, until] = grip.window;
    if (grip.kind === "new")
      return Math.abs(at - grip.at) < rhythm.width / 3 ? null : clampWindow(grip.at, at, rhythm);
    if (grip.kind === "since") return clampWindow(at, until, rhythm);
    if (grip.kind === "until") return clampWindow(since, at, rhythm);
    const shift = Math.max(rhythm.from - since, Math.min(rhythm.to - until, at - grip.at));
    return clampWindow(since + shift, until + shift, rhythm);
  };
  /** A click without a movement chooses the bar under it. */
  const barAt = (at: number): Window | null => {
    const bar = rhythm.buckets.find(({ start, end }) => at >= start && at < end);
    return bar && grip?.kind === "new" ? [bar.start, bar.end] : null;
  };
  const drag = (event: PointerEvent) => {
    const next = windowNow(event);
    if (next) onLive(next);
  };
  const drop = (event: PointerEvent) => {
    if (!grip) return;
    const next = windowNow(event) ?? barAt(grip.at);
    setGrip(null);
    if (next) onCommit(next);
  };
  const keys = (which: "since" | "until") => (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0 || !chosen) return;
    event.preventDefault();
    const shift = step * rhythm.width;
    const [since, until] = chosen;
    onCommit(
      clampWindow(
        which === "since" ? since + shift : since,
        which === "until" ? until + shift : until,
        rhythm,
      ),
    );
  };
  return { start, drag, drop, keys };
}
