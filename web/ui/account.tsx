import { formatAccount, shortAccount, shortName } from "../../contract/format/accounts.ts";
import classes from "./account.module.css";

/** The whole number in groups of four; digits aligned, never broken over two lines. */
export function AccountNumber({ number }: { number: string }) {
  return <span className={classes.number}>{formatAccount(number)}</span>;
}

/** Holder's name with the end of the number: how a person recognises an account in a list. */
export function AccountLine({
  number,
  name,
  short = false,
}: {
  number: string;
  name: string | null;
  short?: boolean;
}) {
  return (
    <span className={classes.line} title={`${name ?? ""} ${formatAccount(number)}`.trim()}>
      {name ? (
        <span className={classes.name}>{short ? shortName(name) : name}</span>
      ) : (
        <span className={classes.name}>{formatAccount(number)}</span>
      )}
      {name && <span className={classes.tail}>{shortAccount(number)}</span>}
    </span>
  );
}
