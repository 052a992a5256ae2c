import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./today.module.css";

/** A titled list with the way to the whole of it. */
export function ListCard(props: {
  title: string;
  note?: string | undefined;
  to?: string;
  toLabel?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.card}>
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{props.title}</h2>
        {props.note && <span className={classes.cardNote}>{props.note}</span>}
        <span className={classes.grow} />
        {props.to && (
          <Link className={classes.cardLink} to={props.to}>
            {props.toLabel}
          </Link>
        )}
      </header>
      {props.children}
    </section>
  );
}
