import { useEffect, useRef, useState } from "react";
import { FRAMES, frameAt } from "./frames.ts";

const FRAME = 110;

/** Plays the picture through time, frame by frame; `onEnd` brings the chosen window back. */
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
    const { span: whole, chosen: brush } = latest.current;
    let frame = 0;
    const timer = window.setInterval(() => {
      latest.current.onFrame(frameAt(frame, whole, brush));
      frame += 1;
      if (frame > FRAMES) {
        setPlaying(false);
        latest.current.onEnd();
      }
    }, FRAME);
    return () => window.clearInterval(timer);
  }, [playing]);
  return { playing, toggle: () => setPlaying((before) => !before) };
}
