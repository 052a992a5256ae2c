import { useState } from "react";
import type { ChangeOrigin, Origin } from "../../../data/trace-address.ts";
import { usePlayback } from "../../../ui/use-playback.ts";

const FRAMES = 90;

/** The moment shown: dragged, played, or kept in the address once let go. */
export function useSlider(origin: Origin, change: ChangeOrigin, span: readonly [number, number]) {
  const [live, setLive] = useState<number | null>(null);
  const [from, to] = span;
  const playback = usePlayback(
    FRAMES,
    (frame) => setLive(Math.round(from + ((to - from) * frame) / FRAMES)),
    () => setLive(null),
  );
  return {
    ...playback,
    at: live ?? origin.until,
    drag: setLive,
    drop: (value: number) => {
      setLive(null);
      change({ until: value >= to ? null : value }, true);
    },
  };
}
