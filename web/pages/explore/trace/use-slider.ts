import { useEffect, useState } from "react";
import type { ChangeOrigin, Origin } from "../../../data/trace-address.ts";

/** The moment shown: dragged, played, or kept in the address once let go. */
export function useSlider(origin: Origin, change: ChangeOrigin, span: readonly [number, number]) {
  const [live, setLive] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const at = live ?? origin.until;
  useEffect(() => {
    if (!playing) return;
    const [from, to] = span;
    let frame = 0;
    const timer = window.setInterval(() => {
      frame += 1;
      setLive(Math.round(from + ((to - from) * frame) / 90));
      if (frame >= 90) {
        setPlaying(false);
        setLive(null);
      }
    }, 110);
    return () => window.clearInterval(timer);
  }, [playing, span]);
  return {
    at,
    playing,
    toggle: () => {
      if (playing) setLive(null);
      setPlaying(!playing);
    },
    drag: setLive,
    drop: (value: number) => {
      setLive(null);
      change({ until: value >= span[1] ? null : value }, true);
    },
  };
}
