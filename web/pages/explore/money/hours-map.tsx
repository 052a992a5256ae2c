import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { ZONE_LABEL } from "../../../../contract/format/dates.ts";
import { formatMoney } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import shared from "../shared.module.css";
import classes from "./hours-map.module.css";
import { weekHours } from "./week-hours.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Number of transfers by hour and day of the week; each cell says its number and its sum. */
export function HoursMap({ rows, currency }: { rows: readonly TransferRow[]; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { days, mostCount, dayOnly } = useMemo(() => weekHours(rows, currency), [rows, currency]);
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
  return (
    <div className={classes.place}>
      <table className={classes.map} data-testid="hours-map">
        <caption className="dg-hidden">
          {t("explore.hours.label")}. {t("common.zone", { zone: ZONE_LABEL })}
        </caption>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((cells, index) => {
            const day = t(`explore.hours.${DAYS[index] ?? "mon"}`);
            return (
              <tr key={day}>
                <th scope="row">{day}</th>
                {cells.map(({ count, amount }, hour) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: an hour has no other name
                    key={hour}
                    title={t("explore.hours.cell", {
                      day,
                      hour: hours[hour],
                      count: formatNumber(count, language),
                      sum: formatMoney(amount, currency, language),
                    })}
                    style={{
                      background: `color-mix(in srgb, var(--dg-hist-on) ${mostCount === 0 ? 0 : Math.round((45 * count) / mostCount)}%, var(--dg-sunken))`,
                    }}
                  >
                    {count === 0 ? "" : formatNumber(count, language)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={shared.soft}>
        {t("common.zone", { zone: ZONE_LABEL })}.
        {dayOnly > 0 &&
          ` ${t("explore.hours.dayOnly", { count: dayOnly, formatted: formatNumber(dayOnly, language) })}`}
      </p>
    </div>
  );
}
