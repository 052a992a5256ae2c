import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../../contract/bank-names.ts";
import { formatAccount, shortAccount, shortName } from "../../../../contract/format/accounts.ts";
import { formatAmount, formatMoney, formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { exitKey } from "../../../ui/exits.ts";
import type { Standing } from "./balances-at-moment.ts";
import classes from "./trace.module.css";

/** One account of the trace: its name, its figures, where its money is, and how firm that is. */
export function AccountRow({
  account,
  currency,
  difference,
  otherRule,
  focused,
  onFocus,
  onLetGo,
}: {
  account: Standing;
  currency: string;
  /** Sum under the other rule less the sum under this one; undefined = the same. */
  difference: bigint | undefined;
  otherRule: string | null;
  focused: boolean;
  onFocus: (account: string) => void;
  onLetGo: (account: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const amount = (value: bigint) => (
    <span title={formatMoney(value, currency, language, true)}>
      {formatAmount(value, currency, language)}
    </span>
  );
  return (
    <>
      <tr className={classes.figures} data-on={focused || undefined}>
        <td>
          <NameCell account={account} focused={focused} onFocus={onFocus} onLetGo={onLetGo} />
        </td>
        <td>
          {amount(account.received)}
          {account.openingUnknown && <sup title={t("explore.trace.openingUnknown")}>*</sup>}
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
      <FirmnessRow account={account} currency={currency} on={focused} />
    </>
  );
}

function NameCell({
  account,
  focused,
  onFocus,
  onLetGo,
}: {
  account: Standing;
  focused: boolean;
  onFocus: (account: string) => void;
  onLetGo: (account: string) => void;
}) {
  const { t } = useTranslation();
  const name =
    account.exitKind !== null
      ? t(`explore.exits.${exitKey(account.exitKind)}`)
      : account.name
        ? shortName(account.name)
        : shortAccount(account.account);
  return (
    <>
      <button
        type="button"
        title={formatAccount(account.account)}
        onClick={() => onFocus(account.account)}
      >
        {name}
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
          <span className={classes.sub}>{t(`explore.trace.stops.${account.stop}`)}</span>
          <Button size="compact-xs" mt={2} onClick={() => onLetGo(account.account)}>
            {t("explore.cut.letGo")}
          </Button>
        </>
      )}
      {focused && account.exitKind === null && (
        <Link
          className={classes.sub}
          to={`/explore?account=${encodeURIComponent(account.account)}&select=${encodeURIComponent(account.account)}`}
        >
          {t("explore.trace.openAccount")}
        </Link>
      )}
    </>
  );
}

/**
 * The firmness of the figure received: what is certain whatever lay on the accounts before, and the
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
