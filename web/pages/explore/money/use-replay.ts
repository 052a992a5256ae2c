import { useEffect, useRef, useState } from "react";
import { replayFrames } from "./replay-frames.ts";

type Window = readonly [number, number];

/** Milliseconds that a replay takes at the usual speed. */
const LENGTH = 12_000;
/** A frame is shown neither shorter nor longer: a few transfers must not flash by. */
const [SHORTEST, LONGEST] = [110, 900];
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Replay {
  /** A frame is shown, running or held. */
  readonly on: boolean;
  readonly playing: boolean;
  readonly frame: number;
  readonly frames: number;
  readonly speed: Speed;
  /** Starts, holds, goes on. */
  readonly toggle: () => void;
  /** Holds, and shows the frame so many further. */
  readonly step: (by: number) => void;
  readonly hasten: (speed: Speed) => void;
  /** Back to the time that was chosen before. */
  readonly stop: () => void;
}

/**
 * Plays the picture through time, within the window that is chosen when it starts. Time in which
 * nothing happened is skipped. At the end, and when it is stopped, `onEnd` brings that window back.
 */
export function useReplay(
  input: {
    readonly times: () => readonly number[];
    readonly span: Window;
    readonly chosen: Window | null;
  },
  onFrame: (window: Window) => void,
  onEnd: () => void,
): Replay {
  const [frames, setFrames] = useState<readonly Window[]>([]);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const latest = useRef({ onFrame, onEnd, at });
  latest.current = { onFrame, onEnd, at };
  const show = (list: readonly Window[], frame: number) => {
    const window = list[frame];
    if (window === undefined) return;
    setAt(frame);
    onFrame(window);
  };
  const begin = () => {
    const list = replayFrames(input.times(), input.span, input.chosen);
    setFrames(list);
    show(list, 0);
    return list;
  };
  useEffect(() => {
    if (!playing) return;
    const timer = window.setInterval(
      () => {
        const next = latest.current.at + 1;
        const shown = frames[next];
        if (shown === undefined) {
          setPlaying(false);
          setFrames([]);
          latest.current.onEnd();
          return;
        }
        setAt(next);
        latest.current.onFrame(shown);
      },
      Math.max(SHORTEST, Math.min(LONGEST, LENGTH / frames.length)) / speed,
    );
    return () => window.clearInterval(timer);
  }, [playing, frames, speed]);
  const on = frames.length > 0;
  return {
    on,
    playing,
    frame: at + 1,
    frames: frames.length,
    speed,
    toggle: () => {
      if (!on) begin();
      setPlaying(!playing);
    },
    step: (by) => {
      setPlaying(false);
      const list = on ? frames : begin();
      show(list, Math.max(0, Math.min(list.length - 1, (on ? at : 0) + by)));
    },
    hasten: setSpeed,
    stop: () => {
      setPlaying(false);
      setFrames([]);
      onEnd();
    },
  };
}
