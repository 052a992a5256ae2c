import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { DayPeriod } from "../../ui/day-axis.ts";
import { DayChart } from "../../ui/day-chart.tsx";
import { dataAddress } from "./data-address.ts";
import classes from "./summary.module.css";

interface Day {
  readonly day: string;
  readonly currency: string;
  readonly amount: string;
  readonly count: number;
}

/** Money reported stolen a day, in tenge, with the picture's summary in words under it. */
export function ReportedDays({ days, period }: { days: readonly Day[]; period: DayPeriod }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tenge = useMemo(() => days.filter((day) => day.currency === "KZT"), [days]);
  const most = tenge.reduce<Day | null>(
    (top, day) => (top && BigInt(top.amount) >= BigInt(day.amount) ? top : day),
    null,
  );
  if (!most) return <p className={classes.muted}>{t("summary.none.title")}</p>;
  const words = t("summary.perDayText", {
    days: t("common.days", {
      count: tenge.length,
      formatted: formatNumber(tenge.length, language),
    }),
    date: formatIsoDay(most.day, language),
    amount: formatMoney(most.amount, most.currency, language),
  });
  return (
    <>
      <DayChart days={tenge} period={period} currency="KZT" label={words} />
      <p className={classes.muted}>
        <Link to={dataAddress("stolen", { from: most.day, until: most.day })}>{words}</Link>
      </p>
    </>
  );
}
