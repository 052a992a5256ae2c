import { Button } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../../contract/bank-names.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { formatAccount, shortAccount, shortName } from "../../../format/accounts.ts";
import { formatAmount, formatMoney, formatMoneyShort } from "../../../format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { exitKey } from "../../../ui/exits.ts";
import type { Moment, Standing } from "./ledger.ts";
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
  const language = useLanguage();
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
  const amount = (value: bigint) => (
    <span title={formatMoney(value, currency, language, true)}>
      {formatAmount(value, currency, language)}
    </span>
  );
  const name = (account: Standing) =>
    account.exitKind !== null
      ? t(`explore.exits.${exitKey(account.exitKind)}`)
      : account.name
        ? shortName(account.name)
        : shortAccount(account.account);
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
          {rows.map((account, index) => {
            const difference = changed.get(account.account);
            return (
              <Fragment key={account.account}>
                {index === reached && (
                  <tr>
                    <td colSpan={4} className={classes.groupHead}>
                      {t(moment.at === null ? "explore.trace.otherRules" : "explore.trace.notYet")}
                    </td>
                  </tr>
                )}
                <tr className={classes.figures} data-on={focus === account.account || undefined}>
                  <td>
                    <button
                      type="button"
                      title={formatAccount(account.account)}
                      onClick={() => onFocus(account.account)}
                    >
                      {name(account)}
                      <span className={classes.sub}>
                        {[
                          account.exitKind === null ? shortAccount(account.account) : null,
                          t("explore.trace.generation", { number: account.generation }),
                          bankName(account.bank),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                    </button>
                    {account.stop !== null && account.exitKind === null && (
                      <>
                        <span className={classes.sub}>
                          {t(`explore.trace.stops.${account.stop}`)}
                        </span>
                        <Button size="compact-xs" mt={2} onClick={() => onLetGo(account.account)}>
                          {t("explore.cut.letGo")}
                        </Button>
                      </>
                    )}
                    {focus === account.account && account.exitKind === null && (
                      <Link
                        className={classes.sub}
                        to={`/explore?account=${encodeURIComponent(account.account)}&select=${encodeURIComponent(account.account)}`}
                      >
                        {t("explore.trace.openAccount")}
                      </Link>
                    )}
                  </td>
                  <td>
                    {amount(account.received)}
                    {account.openingUnknown && (
                      <sup title={t("explore.trace.openingUnknown")}>*</sup>
                    )}
                    {difference !== undefined && otherRule !== null && (
                      <span
                        className={`${classes.sub} ${classes.difference}`}
                        title={t("explore.trace.differs", { rule: otherRule })}
                      >
                        {difference > 0n ? "+" : ""}
                        {formatAmount(difference, currency, language)}
                      </span>
                    )}
                  </td>
                  <td>{account.exitKind === null && amount(account.passedOn)}</td>
                  <td>
                    <Where
                      word={t("explore.trace.held")}
                      value={account.held}
                      color="var(--dg-good)"
                      show={amount}
                    />
                    <Where
                      word={t("explore.trace.exited")}
                      value={account.exited}
                      color="var(--dg-none)"
                      show={amount}
                    />
                    <Where
                      word={t("explore.trace.beyond")}
                      value={account.beyond}
                      color="var(--dg-warn)"
                      show={amount}
                    />
                  </td>
                </tr>
                <FirmnessRow account={account} currency={currency} on={focus === account.account} />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/**
 * How firm the figure received is: what is certain whatever lay on the accounts before, and the
 * range over all rules.
 */
function FirmnessRow({
  account,
  currency,
  on,
}: {
  account: Standing;
  currency: string;
  on: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const short = (value: bigint) => formatMoneyShort(value, currency, language);
  const { certain, range } = account;
  const notes: { readonly key: string; readonly text: string; readonly title: string }[] = [];
  if (range)
    notes.push({
      key: "range",
      text:
        range.minimum === range.maximum
          ? t("explore.trace.sureRange")
          : t("explore.trace.byRules", {
              range: `${short(range.minimum)} – ${short(range.maximum)}`,
            }),
      title: t("explore.trace.rangeHint"),
    });
  if (certain !== null && certain !== account.received)
    notes.push({
      key: "certain",
      text: t("explore.trace.certain", { amount: short(certain) }),
      title: t("explore.trace.certainHint"),
    });
  return (
    <tr className={classes.firmness} data-on={on || undefined}>
      <td colSpan={4}>
        {notes.map((note) => (
          <span key={note.key} title={note.title}>
            {note.text}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Not reached under this rule, or not yet at this moment. */
function unreached(account: Standing): boolean {
  return account.received === 0n && account.passedOn === 0n && account.exited === 0n;
}

function Where({
  word,
  value,
  color,
  show,
}: {
  word: string;
  value: bigint;
  color: string;
  show: (value: bigint) => React.ReactNode;
}) {
  if (value === 0n) return null;
  return (
    <span
      className={classes.part}
      style={{ display: "flex", justifyContent: "flex-end" }}
      title={word}
    >
      <span className={classes.swatch} style={{ ["--swatch" as string]: color }} />
      {show(value)}
      <span className="dg-hidden">{word}</span>
    </span>
  );
}
