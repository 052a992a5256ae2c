import { useState } from "react";

/** Kept in this browser: below it nobody wants to sue. */
const STORAGE_KEY = "dg.smallestClaim";
const USUAL = "10000";

/** The smallest sum of a claim as it is typed, in whole tenge. */
export function useSmallestClaim() {
  const [typed, setTyped] = useState(() => localStorage.getItem(STORAGE_KEY) ?? USUAL);
  const smallest = /^\d{1,12}$/.test(typed) ? Number(typed) : 0;
  return {
    typed,
    setTyped: (text: string) => setTyped(text.replace(/\D/g, "")),
    smallest,
    keep: () => localStorage.setItem(STORAGE_KEY, String(smallest)),
  };
}
