import { useEffect, useRef, useState } from "react";

const FRAME = 110;
const FRAMES = 110;

/** Plays the picture through time: a window as wide as the brush (or a twelfth of the whole) moves from start to end. */
export function useReplay(
  span: readonly [number, number],
  chosen: readonly [number, number] | null,
  onFrame: (window: readonly [number, number]) => void,
  onEnd: () => void,
): { playing: boolean; toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ span, chosen, onFrame, onEnd });
  latest.current = { span, chosen, onFrame, onEnd };
  useEffect(() => {
    if (!playing) return;
    const [from, to] = latest.current.span;
    const brush = latest.current.chosen;
    const width = brush ? brush[1] - brush[0] : Math.max(1, (to - from) / 12);
    const begin = brush && brush[1] < to ? brush[0] : from;
    let frame = 0;
    const timer = window.setInterval(() => {
      const start = begin + ((to - width - begin) * frame) / FRAMES;
      latest.current.onFrame([Math.round(start), Math.round(start + width)]);
      frame += 1;
      if (frame > FRAMES || to - width <= begin) {
        setPlaying(false);
        latest.current.onEnd();
      }
    }, FRAME);
    return () => window.clearInterval(timer);
  }, [playing]);
  return { playing, toggle: () => setPlaying((before) => !before) };
}
