import { useTranslation } from "react-i18next";
import {
  type Figure,
  type FigureAmounts,
  MONEY_FIGURES,
} from "../../../contract/measures-summary.ts";
import { Sums } from "../../ui/money.tsx";
import classes from "./summary.module.css";

const tengeOf = ({ sums }: FigureAmounts) =>
  BigInt(sums.find((sum) => sum.currency === "KZT")?.amount ?? 0);

/**
 * Sums of the period and of the one before: tenge as bars, and in words beside them all sums, those
 * in other currencies too.
 */
export function PeriodChart({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation();
  const rows = figures
    .filter(({ id }) => MONEY_FIGURES.has(id))
    .map(({ id, before, ...now }) => ({
      id,
      sums: now.sums,
      sumsBefore: before?.sums ?? null,
      now: tengeOf(now),
      before: before === null ? null : tengeOf(before),
    }))
    .filter((row) => row.sums.length > 0 || (row.sumsBefore ?? []).length > 0);
  const most = rows.flatMap((row) => [row.now, row.before ?? 0n]).reduce(larger, 1n);
  const hasBefore = rows.some(({ before }) => before !== null);
  const width = (amount: bigint) => `${Number((amount * 1_000n) / most) / 10}%`;
  if (rows.length === 0) return <p className={classes.muted}>{t("summary.none.title")}</p>;
  return (
    <div
      className={classes.chart}
      role="img"
      aria-label={t(`measures.summary.${hasBefore ? "chartText" : "chartAlone"}`)}
    >
      {rows.map(({ id, now, before, ...inWords }) => (
        <div key={id} className={classes.chartRow}>
          <span>{t(`figures.${id}`)}</span>
          <span className={classes.bars}>
            <span className={classes.bar} data-now style={{ width: width(now) }} />
            {before !== null && <span className={classes.bar} style={{ width: width(before) }} />}
          </span>
          <span className={classes.lineMoney}>
            <Sums sums={inWords.sums} short />
            {inWords.sumsBefore !== null && (
              <span className={classes.chartBefore}>
                {t("measures.summary.before")} <Sums sums={inWords.sumsBefore} short />
              </span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
