import { useRef } from "react";
import { usePlayback } from "../../../ui/use-playback.ts";
import { FRAMES, frameAt } from "./frames.ts";

type Window = readonly [number, number];

/**
 * Plays the picture through time, within the window that is chosen when it starts; `onEnd` brings
 * that window back.
 */
export function useReplay(
  span: Window,
  chosen: Window | null,
  onFrame: (window: Window) => void,
  onEnd: () => void,
): { playing: boolean; toggle: () => void } {
  const begun = useRef({ span, chosen });
  const playback = usePlayback(
    FRAMES + 1,
    (frame) => onFrame(frameAt(frame - 1, begun.current.span, begun.current.chosen)),
    onEnd,
  );
  if (!playback.playing) begun.current = { span, chosen };
  return playback;
}
