import type { ReactNode } from "react";
import classes from "./page.module.css";
import { useKeptFocus } from "./use-kept-focus.ts";

/**
 * A page that scrolls: one column of parts with the same margins everywhere. `wideSheet`: it is
 * printed across the sheet.
 */
export function Page({
  children,
  narrow = false,
  wideSheet = false,
}: {
  children: ReactNode;
  narrow?: boolean;
  wideSheet?: boolean;
}) {
  const place = useKeptFocus();
  return (
    <div
      ref={place}
      className={classes.page}
      data-narrow={narrow || undefined}
      data-wide-sheet={wideSheet || undefined}
    >
      {children}
    </div>
  );
}
