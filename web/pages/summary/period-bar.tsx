import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../../contract/format/dates.ts";
import { DateField } from "../../ui/date-field.tsx";
import { monthPeriod, type Period } from "./opening-period.ts";
import classes from "./summary.module.css";

/** Two dates, and the periods an office asks for most. */
export function PeriodBar({
  from,
  until,
  onChange,
  children,
}: Period & { onChange: (period: Period) => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const today = isoDay(Date.now());
  const presets: readonly [string, Period][] = [
    [t("summary.month"), monthPeriod(today, 0)],
    [t("summary.lastMonth"), monthPeriod(today, 1)],
    [
      t("summary.year"),
      { from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` },
    ],
    [t("summary.all"), { from: null, until: null }],
  ];
  return (
    <div className={classes.period}>
      <DateField
        label={t("summary.from")}
        value={from}
        clearable
        onChange={(day) => onChange({ from: day, until })}
      />
      <DateField
        label={t("summary.until")}
        value={until}
        clearable
        min={from ?? undefined}
        onChange={(day) => onChange({ from, until: day })}
      />
      <div className={classes.presets}>
        {presets.map(([label, period]) => {
          const on = period.from === from && period.until === until;
          return (
            <Button
              key={label}
              aria-pressed={on}
              variant={on ? "light" : "subtle"}
              onClick={() => onChange(period)}
            >
              {label}
            </Button>
          );
        })}
      </div>
      {children}
    </div>
  );
}
