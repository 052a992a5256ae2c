import { useEffect, useState } from "react";
import { useSession } from "./session.ts";

/**
 * The newest search this person had seen when this visit began; null = the same one, or this
 * browser has not seen the person before. A visit lasts as long as the browser's tab.
 */
export function useSearchOfLastVisit(newest: string | null): string | null {
  const { person } = useSession();
  const [before, setBefore] = useState<string | null>(null);
  const login = person?.login ?? null;
  useEffect(() => {
    if (newest === null || login === null) return;
    const key = `dg.lastSearch.${login}`;
    const begun = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? newest;
    sessionStorage.setItem(key, begun);
    localStorage.setItem(key, newest);
    setBefore(begun === newest ? null : begun);
  }, [newest, login]);
  return before;
}
