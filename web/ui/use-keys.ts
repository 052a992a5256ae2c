import { useEffect, useRef } from "react";

/** What the same key writes in Latin: with a Russian or Kazakh layout on, J writes "о". Latin layouts keep their own letters. */
function latinKey(key: string, code: string): string {
  return /^[a-z]$/.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key).toLowerCase();
}

/** Single-key commands of a page, keys in small letters ("j", "enter"); silent while a person types, while a dialog is open, or with Ctrl, Alt, Meta. */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]"))
        return;
      if (event.key === "Enter" && target?.closest("a, button")) return;
      const key = event.key.toLowerCase();
      const command = latest.current[key] ?? latest.current[latinKey(key, event.code)];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
