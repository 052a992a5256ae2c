import type { ReactNode } from "react";
import classes from "./panel.module.css";

/**
 * A section of a panel: caption in small capitals, a note at its right, content below; parted by
 * lines.
 */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <h2 className={classes.caption}>{title}</h2>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </header>
      {children}
    </section>
  );
}

/** A flat card on the canvas. */
export function Card({ children, padded = true }: { children: ReactNode; padded?: boolean }) {
  return (
    <div className={classes.card} data-padded={padded || undefined}>
      {children}
    </div>
  );
}

/** Title of a page with what it shows, and its actions at the right. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classes.pageHead}>
      <div className={classes.pageTitles}>
        <h1 className={classes.pageTitle}>{title}</h1>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {children && <div className={classes.pageActions}>{children}</div>}
    </div>
  );
}

/** A figure with its word; `hint` says what it counts. */
export function Figure({
  label,
  value,
  hint,
}: {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
}) {
  return (
    <div className={classes.figure}>
      <div className={classes.figureLabel}>{label}</div>
      <div className={classes.figureValue}>{value}</div>
      {hint && <div className={classes.figureHint}>{hint}</div>}
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <div className={classes.figures}>{children}</div>;
}
