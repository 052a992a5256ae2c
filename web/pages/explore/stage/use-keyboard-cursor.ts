import { type KeyboardEvent, useEffect, useState } from "react";
import type { Hover } from "../../../graph/sigma/pointer.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { type Direction, towards } from "../../../graph/towards.ts";
import type { Picture } from "../../../graph/types.ts";
import { latinKey } from "../../../ui/latin-key.ts";

/** The changes that keys make, the same as those of the pointer. */
interface NodeEvents {
  readonly onNode: (id: string, together: boolean) => void;
  readonly onNodeOpen: (id: string) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * The picture by keyboard: arrows walk from account to account, Enter selects, Space adds to the
 * selection, Shift+Enter opens, the menu key or M opens the menu. The selected account, else the
 * one with most money, is where it begins.
 */
export function useKeyboardCursor(
  stage: Stage,
  picture: Picture,
  events: NodeEvents,
  onMenu: (at: Hover) => void,
) {
  const [at, setAt] = useState<Hover | null>(null);
  const [focused, setFocused] = useState(false);
  // Another picture has other places: the cursor begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places are what matters
  useEffect(() => setAt(null), [picture.positions]);
  const places = () => {
    const { project } = stage.lens();
    return new Map([...picture.positions].map(([id, place]) => [id, project(place)] as const));
  };
  const go = (id: string) => {
    const { width, height, project } = stage.lens();
    const place = picture.positions.get(id);
    if (place === undefined) return;
    const { x, y } = project(place);
    if (x < 0 || y < 0 || x > width || y > height) stage.fitAll();
    setAt({ kind: "node", id, x, y });
  };
  const first = () =>
    [...picture.selected].find((id) => picture.positions.has(id)) ??
    [...picture.nodes].sort((a, b) => b.flow - a.flow)[0]?.id;
  const walk = (direction: Direction) => {
    if (at === null) {
      const id = first();
      if (id !== undefined) go(id);
      return;
    }
    const all = places();
    const from = all.get(at.id);
    all.delete(at.id);
    const next = from === undefined ? null : towards(all, from, direction);
    if (next !== null) go(next);
  };
  const act = (event: KeyboardEvent): boolean => {
    const direction = ARROWS[event.key];
    if (direction !== undefined) walk(direction);
    else if (at === null) return false;
    else if (event.key === "Enter" && event.shiftKey) events.onNodeOpen(at.id);
    else if (event.key === "Enter") events.onNode(at.id, false);
    else if (event.key === " ") events.onNode(at.id, true);
    // After this very key: a menu closes at a key pressed outside of it.
    else if (event.key === "ContextMenu" || latinKey(event.nativeEvent) === "m")
      window.setTimeout(() => onMenu(at));
    else return false;
    return true;
  };
  return {
    // It keeps its place while a menu has the focus, and shows itself with the focus only.
    at: focused ? at : null,
    clear: () => setAt(null),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (act(event)) event.preventDefault();
    },
  };
}
