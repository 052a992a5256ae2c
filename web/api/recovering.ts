import { useSyncExternalStore } from "react";

/**
 * One flag for the whole app: the database is recovering. Set by any 503, cleared by the next
 * answer.
 */
let recovering = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (recovering === value) return;
  recovering = value;
  for (const listener of listeners) listener();
}

export const markRecovering = (): void => set(true);
export const markAnswered = (): void => set(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRecovering(): boolean {
  return useSyncExternalStore(subscribe, () => recovering);
}
