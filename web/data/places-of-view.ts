import type { CaseView } from "../../contract/case-views.ts";

/** Name in the tab's storage, which ends with the tab: the places and steps of Explore. */
export const EXPLORE_HISTORY = "dropper-graph.explore.history";

/** Explore finds the places that were dragged when the view was kept, as if they were its own. */
export function keepPlaces({ search, places }: Pick<CaseView, "search" | "places">): void {
  const moved = places.map(([id, x, y]) => [id, { x, y }] as const);
  const present = { search, moved };
  window.sessionStorage.setItem(EXPLORE_HISTORY, JSON.stringify({ past: [], present, future: [] }));
}
