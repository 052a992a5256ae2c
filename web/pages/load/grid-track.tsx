import { useTranslation } from "react-i18next";
import { formatMonth, formatPeriod } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import type { GridRow } from "../../../contract/loading.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { monthsOf, type Period, placeOf } from "./grid-period.ts";
import classes from "./load.module.css";

/** Months above the tracks. */
export function GridRuler({ period }: { period: Period }) {
  const language = useLanguage();
  return (
    <span className={classes.ruler} aria-hidden>
      {monthsOf(period, 7).map((start) => (
        <span
          key={start}
          className={classes.tick}
          style={{ left: placeOf({ from: start, to: start }, period).left }}
        >
          {formatMonth(start, language)}
        </span>
      ))}
    </span>
  );
}

/**
 * One account's time: a bar a statement, a hatched one a gap, which asks the bank; each says its
 * days in words.
 */
export function GridTrack({
  row,
  period,
  onGap,
}: {
  row: GridRow;
  period: Period;
  onGap: (gap: GridRow["gaps"][number]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={classes.track}>
      {row.spans.map((span) => {
        const difference = span.difference
          ? ` · ${t("load.grid.difference", { amount: formatMoney(span.difference, row.currency, language, true) })}`
          : "";
        const words = `${formatPeriod(span.from, span.to, language)}: ${t(`load.grid.${span.state}`)}${difference}`;
        return (
          <span
            key={`${span.from}-${span.to}`}
            className={classes.span}
            data-state={span.state}
            role="img"
            aria-label={words}
            title={words}
            style={placeOf(span, period)}
          />
        );
      })}
      {row.gaps.map((gap) => {
        const words = t("load.grid.gapText", { period: formatPeriod(gap.from, gap.to, language) });
        return (
          <button
            key={`gap-${gap.from}`}
            type="button"
            className={classes.span}
            data-state="gap"
            aria-label={words}
            title={words}
            style={placeOf(gap, period)}
            onClick={() => onGap(gap)}
          />
        );
      })}
    </span>
  );
}
