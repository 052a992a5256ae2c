import { useEffect, useRef } from "react";

/** Parts of a page that may take the focus of what stood in them. */
const PART = "details, aside, section[aria-label], [role=region]";

/**
 * Keyboard focus is never lost: where the focused element leaves the page, the nearest part of the
 * page it stood in takes the focus; of one that folds, its heading.
 */
export function useKeptFocus<Element extends HTMLElement = HTMLDivElement>() {
  const place = useRef<Element>(null);
  useEffect(() => {
    const root = place.current;
    if (!root) return;
    let last: { readonly element: HTMLElement; readonly parts: HTMLElement[] } | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = { element: target, parts: [...partsOf(target, root), root] };
    };
    const watcher = new MutationObserver(() => {
      if (last === null || last.element.isConnected) return;
      if (document.activeElement !== document.body) return;
      const part = last.parts.find((one) => one.isConnected) ?? root;
      last = null;
      const heading = part.querySelector<HTMLElement>(":scope > summary");
      if (heading === null) part.tabIndex = -1;
      (heading ?? part).focus({ preventScroll: true });
    });
    root.addEventListener("focusin", remember);
    watcher.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener("focusin", remember);
      watcher.disconnect();
    };
  }, []);
  return place;
}

/** The parts around an element within a root, the nearest first. */
function partsOf(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const part = element.parentElement?.closest<HTMLElement>(PART) ?? null;
  return part === null || !root.contains(part) ? [] : [part, ...partsOf(part, root)];
}
