import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

import { formatDate, formatDayMonth, isoDay } from "../../contract/format/dates.ts";
import { formatMoneyShort } from "../../contract/format/money.ts";
import type { Language } from "../../contract/languages.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { type DayAmount, type DayPeriod, dayAxis } from "./day-axis.ts";

const ZONE_SECONDS = 5 * 3_600;
const DAY_SECONDS = 86_400;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/**
 * Axis labels only: minor units as a number are good enough for a picture, the figures beside it
 * are exact.
 */
function options(
  width: number,
  height: number,
  currency: string,
  language: Language,
  { first, last, withYear }: Pick<ReturnType<typeof dayAxis>, "first" | "last" | "withYear">,
): uPlot.Options {
  const written = withYear ? formatDate : formatDayMonth;
  const axis = {
    stroke: token("--dg-ink3"),
    font: "11px Inter Variable",
    grid: { stroke: token("--dg-line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    cursor: { show: false },
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date((seconds + ZONE_SECONDS) * 1000), "Etc/UTC"),
    scales: {
      x: { time: true, range: () => [first, last] },
      y: { range: (_, __, most) => [0, Math.max(1, most) * 1.08] },
    },
    axes: [
      {
        ...axis,
        size: 28,
        grid: { show: false },
        space: withYear ? 110 : 60,
        // A part of a day would be the same day once more.
        incrs: [1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730].map((days) => days * DAY_SECONDS),
        values: (_, days) => days.map((day) => written(day * 1000, language)),
      },
      {
        ...axis,
        size: 86,
        values: (_, amounts) =>
          amounts.map((amount) => formatMoneyShort(BigInt(Math.round(amount)), currency, language)),
      },
    ],
    series: [
      {},
      {
        fill: token("--dg-hist-on"),
        stroke: token("--dg-hist-on"),
        width: 0,
        points: { show: false },
        ...(uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.8, 40] }) } : {}),
      },
    ],
  };
}

/**
 * Amounts a day as bars, over the days of the period; `label` is the summary in words, which says
 * what the picture shows.
 */
export function DayChart({
  days,
  period: { from, until },
  currency,
  label,
  height = 180,
}: {
  days: readonly DayAmount[];
  period: DayPeriod;
  currency: string;
  label: string;
  height?: number;
}) {
  const language = useLanguage();
  const scheme = useComputedColorScheme();
  const host = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours read from the tokens
  useEffect(() => {
    const place = host.current;
    if (!place) return;
    const axis = dayAxis(days, { from, until }, isoDay(Date.now()));
    const chart = new uPlot(
      options(place.clientWidth, height, currency, language, axis),
      [axis.xs, axis.ys],
      place,
    );
    const watcher = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height }));
    watcher.observe(place);
    return () => {
      watcher.disconnect();
      chart.destroy();
    };
  }, [days, from, until, currency, height, language, scheme]);
  return <div ref={host} role="img" aria-label={label} />;
}
