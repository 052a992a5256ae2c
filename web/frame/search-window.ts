import { createSpotlight } from "@mantine/spotlight";

/** The id of the list of what was found, in the window of the search. */
export const FOUND_LIST = "found-list";

const [store, window] = createSpotlight();

/** What the window of the search holds: is it open, which row is selected. */
export const searchStore = store;

/** Opens the window of the search. */
export const openSearch = window.open;

/**
 * Selects the first row, so that Enter opens it. The window does this itself when a person types,
 * but not when the server's answer comes later.
 */
export function selectFirst(): void {
  const list = document.getElementById(FOUND_LIST);
  const first = list?.querySelector("[data-action]");
  if (!list || !first) return;
  for (const old of list.querySelectorAll("[data-selected]")) old.removeAttribute("data-selected");
  first.setAttribute("data-selected", "true");
  store.updateState((now) => ({ ...now, selected: 0 }));
}
