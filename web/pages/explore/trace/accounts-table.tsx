import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../../../contract/tracing.ts";
import { AccountRow } from "./account-row.tsx";
import type { Moment, Standing } from "./balances-at-moment.ts";
import classes from "./trace.module.css";

/**
 * Every account of the trace with its figures at this moment; generation by generation, the largest
 * first.
 */
export function AccountsTable({
  trace,
  moment,
  focus,
  changed,
  otherRule,
  onFocus,
  onLetGo,
}: {
  trace: Trace;
  moment: Moment;
  focus: string | null;
  changed: ReadonlyMap<string, bigint>;
  otherRule: string | null;
  onFocus: (account: string) => void;
  onLetGo: (account: string) => void;
}) {
  const { t } = useTranslation();
  const { currency } = trace;
  const rows = [...moment.accounts]
    .filter((account) => account.generation > 0)
    .sort(
      (a, b) =>
        Number(unreached(a)) - Number(unreached(b)) ||
        a.generation - b.generation ||
        (a.received < b.received ? 1 : a.received > b.received ? -1 : 0),
    );
  const reached = rows.filter((account) => !unreached(account)).length;
  return (
    <>
      {rows.some((account) => account.openingUnknown) && (
        <p className={classes.footnote}>* {t("explore.trace.openingUnknown")}</p>
      )}
      <table className={classes.accounts} aria-label={t("explore.trace.accounts")}>
        <thead>
          <tr>
            <th scope="col">{t("common.account")}</th>
            <th scope="col">{t("common.received")}</th>
            <th scope="col">{t("explore.trace.passedOn")}</th>
            <th scope="col">{t("explore.trace.where")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((account, index) => (
            <Fragment key={account.account}>
              {index === reached && (
                <tr>
                  <td colSpan={4} className={classes.groupHead}>
                    {t(moment.at === null ? "explore.trace.otherRules" : "explore.trace.notYet")}
                  </td>
                </tr>
              )}
              <AccountRow
                account={account}
                currency={currency}
                difference={changed.get(account.account)}
                otherRule={otherRule}
                focused={focus === account.account}
                onFocus={onFocus}
                onLetGo={onLetGo}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Not reached under this rule, or not yet at this moment. */
function unreached(account: Standing): boolean {
  return account.received === 0n && account.passedOn === 0n && account.exited === 0n;
}
