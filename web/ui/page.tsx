import type { ReactNode } from "react";
import classes from "./page.module.css";

/** A page that scrolls: one column of parts with the same margins everywhere. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      {children}
    </div>
  );
}
