import { useEffect, useRef, useState } from "react";

/** Milliseconds that a frame is shown. */
const FRAME = 110;

/**
 * Plays `frames` frames one after another: `onFrame` gets the number of each, from 1; `onEnd` comes
 * after the last one, and when a person stops it.
 */
export function usePlayback(
  frames: number,
  onFrame: (frame: number) => void,
  onEnd: () => void,
): { playing: boolean; toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ onFrame, onEnd });
  latest.current = { onFrame, onEnd };
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    const timer = window.setInterval(() => {
      frame += 1;
      latest.current.onFrame(frame);
      if (frame >= frames) {
        setPlaying(false);
        latest.current.onEnd();
      }
    }, FRAME);
    return () => window.clearInterval(timer);
  }, [playing, frames]);
  const toggle = () => {
    if (playing) onEnd();
    setPlaying(!playing);
  };
  return { playing, toggle };
}
