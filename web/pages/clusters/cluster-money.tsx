import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatPeriod } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { MoneyShort } from "../../ui/money.tsx";
import classes from "./clusters.module.css";

/**
 * Share of `part` in `whole` for a bar's width; only a picture, the figures beside it are exact.
 */
function width(part: bigint, whole: bigint): string {
  if (whole <= 0n) return "0%";
  const share = Number((part * 1000n) / whole) / 10;
  return `${Math.max(0, Math.min(100, share))}%`;
}

/** Received, left through exits, and what was not seen leaving; every currency by itself. */
export function ClusterMoney({ row }: { row: ClusterRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const currencies = [
    ...new Set([...row.received, ...row.leftThroughExits].map((sum) => sum.currency)),
  ];
  const of = (sums: ClusterRow["received"], currency: string) =>
    BigInt(sums.find((sum) => sum.currency === currency)?.amount ?? "0");
  return (
    <>
      <div className={classes.money}>
        {currencies.map((currency) => {
          const received = of(row.received, currency);
          const left = of(row.leftThroughExits, currency);
          // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
          const most = received > left ? received : left;
          const kept = received - left;
          return (
            <MoneyBars
              key={currency}
              currency={currency}
              bars={[
                {
                  label: t("clusters.panel.received"),
                  amount: received,
                  color: "var(--dg-victim)",
                },
                { label: t("clusters.panel.left"), amount: left, color: "var(--dg-cash-out)" },
                ...(kept > 0n
                  ? [{ label: t("clusters.panel.kept"), amount: kept, color: "var(--dg-hist-on)" }]
                  : []),
              ]}
              most={most}
            />
          );
        })}
      </div>
      <div className={classes.periodLine}>
        <span className={classes.muted}>{t("clusters.panel.period")}</span>
        <span className={classes.moneyValue}>{formatPeriod(row.first, row.last, language)}</span>
      </div>
    </>
  );
}

function MoneyBars({
  bars,
  most,
  currency,
}: {
  bars: readonly { label: string; amount: bigint; color: string }[];
  most: bigint;
  currency: string;
}) {
  return bars.map((bar) => (
    <div key={bar.label} style={{ display: "contents" }}>
      <span className={classes.muted}>{bar.label}</span>
      <div className={classes.moneyBar}>
        <div
          className={classes.moneyFill}
          style={{ width: width(bar.amount, most), background: bar.color }}
        />
      </div>
      <span className={classes.moneyValue}>
        <MoneyShort amount={bar.amount.toString()} currency={currency} />
      </span>
    </div>
  ));
}
