import { useSyncExternalStore } from "react";

/**
 * One flag for the whole app: why nothing new arrives. "recovering" = the server answers that its
 * database comes back (503), "unreachable" = nothing answers at all. The next answer clears it.
 */
export type Outage = "recovering" | "unreachable";

let outage: Outage | null = null;
const listeners = new Set<() => void>();

function set(value: Outage | null): void {
  if (outage === value) return;
  outage = value;
  for (const listener of listeners) listener();
}

export const markOutage = (kind: Outage): void => set(kind);
export const markAnswered = (): void => set(null);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutage(): Outage | null {
  return useSyncExternalStore(subscribe, () => outage);
}
