import { useSyncExternalStore } from "react";
import type { Provenance } from "../../../contract/loading.ts";

/** How the files that are loaded next came to the office; kept until the page is left. */

const NOTHING: Provenance = {
  requestNumber: null,
  requestDate: null,
  sanctionedBy: null,
  handedBy: null,
};
const listeners = new Set<() => void>();
let current = NOTHING;

export function nextProvenance(): Provenance {
  return current;
}

export function setProvenance(next: Provenance): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNextProvenance(): Provenance {
  return useSyncExternalStore(subscribe, nextProvenance);
}
