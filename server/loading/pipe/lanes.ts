/**
 * Runs several pieces of work at once, at most `width`; the first failure is thrown by the next
 * call.
 */
export interface Lanes {
  /** Returns when there is room and the work has begun. */
  start(work: () => Promise<void>): Promise<void>;
  /** Returns when all work is done. */
  drain(): Promise<void>;
}

export function openLanes(width: number): Lanes {
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  const check = () => {
    if (failure !== undefined) throw failure.error;
  };
  return {
    start: async (work) => {
      while (running.size >= width) await Promise.race(running);
      check();
      const one: Promise<void> = work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(one));
      running.add(one);
    },
    drain: async () => {
      await Promise.all(running);
      check();
    },
  };
}
