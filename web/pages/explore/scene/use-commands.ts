import { useEffect } from "react";
import { latinKey } from "../../../ui/latin-key.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import { collapsing, expanding, hiding, selectingNothing } from "./scene.ts";
import type { SceneControl } from "./use-scene.ts";

/** Single keys of the workbench, and Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y. */
export function useCommands(
  control: SceneControl,
  commands: {
    readonly expanded: (account: string) => boolean;
    readonly fit: () => void;
    readonly circle: () => void;
    readonly clear: () => void;
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
    f: commands.fit,
    s: commands.circle,
  });
  useUndoKeys(control);
}

function useUndoKeys(control: SceneControl): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]")) return;
      const key = latinKey(event);
      if (key === "z" && !event.shiftKey && control.undo) {
        event.preventDefault();
        control.undo();
      } else if ((key === "y" || (key === "z" && event.shiftKey)) && control.redo) {
        event.preventDefault();
        control.redo();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [control]);
}
