import type { MantineColorSchemeManager } from "@mantine/core";

/**
 * The theme lives on <html data-theme> for our tokens and on Mantine's own attribute for its
 * controls. A person's choice is kept; without one the system's wish decides.
 */
export type Scheme = "light" | "dark";

const STORAGE_KEY = "dg.theme";

export function firstScheme(): Scheme {
  const kept = localStorage.getItem(STORAGE_KEY);
  if (kept === "light" || kept === "dark") return kept;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/**
 * Sets the attribute before the first paint of React, so that a dark screen never flashes white.
 */
export function applyFirstTheme(): void {
  document.documentElement.dataset.theme = firstScheme();
}

export const schemeManager: MantineColorSchemeManager = {
  get: () => firstScheme(),
  set: (value) => {
    if (value === "auto") return;
    localStorage.setItem(STORAGE_KEY, value);
    document.documentElement.dataset.theme = value;
  },
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => localStorage.removeItem(STORAGE_KEY),
};
