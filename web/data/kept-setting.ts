import { useSyncExternalStore } from "react";

/** A setting of this browser that is on or off, the same for every part of the page at once. */
export function keptSetting(key: string): {
  readonly use: () => boolean;
  readonly set: (on: boolean) => void;
} {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const read = () => localStorage.getItem(key) === "1";
  return {
    use: () => useSyncExternalStore(subscribe, read),
    set: (on) => {
      if (on) localStorage.setItem(key, "1");
      else localStorage.removeItem(key);
      for (const listener of listeners) listener();
    },
  };
}
