import { useEffect, useRef } from "react";
import { latinKey } from "../../../ui/latin-key.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import {
  collapsing,
  expanding,
  findingPaths,
  groupingBy,
  hiding,
  selectingNothing,
} from "./scene.ts";
import type { SceneControl } from "./use-scene.ts";

/** Single keys of the workbench, and Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y. */
export function useCommands(
  control: SceneControl,
  commands: {
    readonly expanded: (account: string) => boolean;
    readonly fit: () => void;
    readonly zoom: (factor: number) => void;
    readonly circle: () => void;
    readonly clear: () => void;
    /** Follows the money of what is selected, or of the picture. */
    readonly trace: () => void;
  },
): void {
  const { scene, change } = control;
  const [only] = scene.select;
  useKeys({
    escape: () => {
      commands.clear();
      change(selectingNothing());
    },
    e: () => {
      if (only !== undefined) change(expanding(scene, only));
    },
    c: () => {
      if (only !== undefined && commands.expanded(only)) change(collapsing(scene, only));
    },
    h: () => {
      if (scene.select.length > 0) change(hiding(scene, scene.select));
    },
    l: () => change({ layout: scene.layout === "flow" ? "network" : "flow" }),
    g: () => change(groupingBy(scene.grouping === "holder" ? null : "holder")),
    p: () => {
      const [from, to] = scene.select;
      if (from !== undefined && to !== undefined) change(findingPaths(from, to));
    },
    t: commands.trace,
    "+": () => commands.zoom(1.5),
    "-": () => commands.zoom(1 / 1.5),
    f: commands.fit,
    s: commands.circle,
  });
  useUndoKeys(control);
}

function useUndoKeys(control: SceneControl): void {
  // The keys ask for what is so now: an effect a render would lag behind a big picture being drawn.
  const latest = useRef(control);
  latest.current = control;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, [contenteditable]")
      )
        return;
      const key = latinKey(event);
      const { undo, redo } = latest.current;
      if (key === "z" && !event.shiftKey && undo) {
        event.preventDefault();
        undo();
      } else if ((key === "y" || (key === "z" && event.shiftKey)) && redo) {
        event.preventDefault();
        redo();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
