import { Kbd, Modal } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../ui/use-keys.ts";
import classes from "./shortcuts.module.css";

/** Keys as they stand on the keyboard, and the name of what they do in the catalogue. */
const LISTS = [
  {
    name: "everywhere",
    keys: [
      [["Ctrl", "K"], "search"],
      [["?"], "help"],
      [["Esc"], "close"],
    ],
  },
  {
    name: "clusters",
    keys: [
      [["J"], "next"],
      [["K"], "previous"],
      [["Enter"], "open"],
      [["C"], "toCase"],
      [["D"], "dismiss"],
    ],
  },
  {
    name: "explore",
    keys: [
      [["←", "→", "↑", "↓"], "walk"],
      [["Enter"], "select"],
      [["Space"], "together"],
      [["Shift", "Enter"], "openNode"],
      [["M"], "menu"],
      [["E"], "expand"],
      [["C"], "collapse"],
      [["H"], "hide"],
      [["T"], "trace"],
      [["P"], "paths"],
      [["G"], "group"],
      [["L"], "layout"],
      [["S"], "circle"],
      [["F"], "fit"],
      [["+", "−"], "zoom"],
      [["Ctrl", "Z"], "undo"],
      [["Ctrl", "Shift", "Z"], "redo"],
    ],
  },
] as const;

/** Open or not, for the menu of the person and the key alike. */
let opened = false;
const listeners = new Set<() => void>();
function set(value: boolean): void {
  opened = value;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const showShortcuts = (): void => set(true);

/** "?": every key of every page, in words. */
export function Shortcuts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => opened);
  useKeys({ "?": showShortcuts });
  return (
    <Modal opened={shown} onClose={() => set(false)} title={t("keys.title")} size="lg">
      <div className={classes.lists}>
        {LISTS.map(({ name, keys }) => (
          <section key={name}>
            <h3 className={classes.caption}>{t(`keys.titles.${name}`)}</h3>
            <dl className={classes.list}>
              {keys.map(([pressed, what]) => (
                <div key={what} className={classes.line}>
                  <dt>
                    {pressed.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{t(`keys.words.${what}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
