import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

import { formatDayMonth, startOfDay } from "../../contract/format/dates.ts";
import { formatMoneyShort } from "../../contract/format/money.ts";
import type { Language } from "../../contract/languages.ts";
import { useLanguage } from "../i18n/use-language.ts";

export interface DayAmount {
  readonly day: string;
  readonly amount: string;
}

const ZONE_SECONDS = 5 * 3_600;

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
): uPlot.Options {
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
      x: { time: true, range: (_, first, last) => [first - 43_200, last + 43_200] },
      y: { range: (_, __, most) => [0, Math.max(1, most) * 1.08] },
    },
    axes: [
      {
        ...axis,
        size: 28,
        grid: { show: false },
        values: (_, days) => days.map((day) => formatDayMonth(day * 1000, language)),
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

/** Amounts a day as bars; `label` is the summary in words, which says what the picture shows. */
export function DayChart({
  days,
  currency,
  label,
  height = 180,
}: {
  days: readonly DayAmount[];
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
    const xs = days.map((day) => (startOfDay(day.day) ?? 0) / 1000);
    const ys = days.map((day) => Number(day.amount));
    const chart = new uPlot(
      options(place.clientWidth, height, currency, language),
      [xs, ys],
      place,
    );
    const watcher = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height }));
    watcher.observe(place);
    return () => {
      watcher.disconnect();
      chart.destroy();
    };
  }, [days, currency, height, language, scheme]);
  return <div ref={host} role="img" aria-label={label} />;
}
