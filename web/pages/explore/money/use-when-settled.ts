import { useEffect, useRef, useState } from "react";

/**
 * Does what was asked for once everything on the screen is of the address as it is now. A filter
 * typed and an export clicked are one movement of the hand, but the new figures stand on the screen
 * a moment later. What is exported is what is then shown.
 */
export function useWhenSettled<Asked>(
  settled: boolean,
  inStep: () => boolean,
  work: (asked: Asked) => void,
): [waiting: boolean, ask: (asked: Asked) => void] {
  const [waiting, setWaiting] = useState<{ readonly asked: Asked } | null>(null);
  const latest = useRef(work);
  latest.current = work;
  // After every drawing: being in step is the address's word, which no state of the page tells.
  useEffect(() => {
    if (waiting === null || !settled || !inStep()) return;
    setWaiting(null);
    latest.current(waiting.asked);
  });
  return [waiting !== null, (asked) => setWaiting({ asked })];
}
