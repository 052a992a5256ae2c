import { useEffect, useRef } from "react";
import { latinKey } from "./latin-key.ts";

/**
 * Single-key commands of a page, keys in small letters ("j", "enter"); silent while a person types,
 * while a dialog is open, or with Ctrl, Alt, Meta.
 */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (
        target?.closest(
          "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]",
        )
      )
        return;
      if (event.key === "Enter" && target?.closest("a, button")) return;
      const command = latest.current[event.key.toLowerCase()] ?? latest.current[latinKey(event)];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
