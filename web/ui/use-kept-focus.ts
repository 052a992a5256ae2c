import { useEffect, useRef } from "react";

/**
 * Keyboard focus is never lost: where the focused element leaves the page, the part of the page it
 * stood in takes the focus.
 */
export function useKeptFocus<Element extends HTMLElement = HTMLDivElement>() {
  const place = useRef<Element>(null);
  useEffect(() => {
    const root = place.current;
    if (!root) return;
    let last: { readonly element: HTMLElement; readonly part: HTMLElement } | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const part = target.closest<HTMLElement>("aside, section[aria-label]") ?? root;
      last = { element: target, part };
    };
    const watcher = new MutationObserver(() => {
      if (last === null || last.element.isConnected) return;
      if (document.activeElement !== document.body) return;
      const part = last.part.isConnected ? last.part : root;
      last = null;
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
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
