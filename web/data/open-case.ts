import { useSyncExternalStore } from "react";

/** The case things are being added to; kept in this browser until the person leaves it. */
export interface OpenCase {
  readonly id: string;
  readonly title: string;
}

const STORAGE_KEY = "dg.openCase";
const listeners = new Set<() => void>();
let current: OpenCase | null = read();

function read(): OpenCase | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null");
    if (typeof kept === "object" && kept !== null && "id" in kept && "title" in kept) {
      return { id: String(kept.id), title: String(kept.title) };
    }
  } catch {
    localStorage.removeItem(STORAGE_KEY);
  }
  return null;
}

export function setOpenCase(next: OpenCase | null): void {
  current = next;
  if (next) localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  else localStorage.removeItem(STORAGE_KEY);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOpenCase(): OpenCase | null {
  return useSyncExternalStore(subscribe, () => current);
}

/** The address of a new case, with the crime reports it begins with. */
export function newCaseAddress(reports: readonly string[] = []): string {
  return `/cases?${new URLSearchParams([["new", "1"], ...reports.map((id) => ["report", id])])}`;
}
