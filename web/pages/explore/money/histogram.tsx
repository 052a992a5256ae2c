import { useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  formatDateTime,
  formatDayMonth,
  formatTime,
  ZONE_LABEL,
} from "../../../../contract/format/dates.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DAY } from "../../../ui/day.ts";
import { marks, type Rhythm } from "./buckets.ts";
import classes from "./money.module.css";
import { useBrush, type Window } from "./use-brush.ts";

const WIDTH = 1000;
const HEIGHT = 56;

/**
 * Bars of money over time with a brush: drag to choose, drag its ends or itself, arrows on the
 * ends, double click to clear.
 */
export function Histogram({
  rhythm,
  window: chosen,
  ownColor,
  currency,
  onLive,
  onCommit,
}: {
  rhythm: Rhythm;
  window: Window | null;
  ownColor: string;
  currency: string;
  onLive: (window: Window | null) => void;
  onCommit: (window: Window | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const span = Math.max(1, rhythm.to - rhythm.from);
  const most = rhythm.buckets.reduce((top, bucket) => Math.max(top, bucket.amount), 0);
  const share = (at: number) =>
    `${(100 * Math.max(0, Math.min(1, (at - rhythm.from) / span))).toFixed(3)}%`;
  const { start, drag, drop, keys } = useBrush(place, rhythm, chosen, onLive, onCommit);
  const word = (at: number) =>
    rhythm.width < DAY
      ? `${formatDayMonth(at, language)} ${formatTime(at)}`
      : formatDayMonth(at, language);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a surface for the pointer; the handles and the date fields do the same by keyboard
    <div
      ref={place}
      className={classes.histogram}
      data-testid="histogram"
      onPointerDown={start("new")}
      onPointerMove={drag}
      onPointerUp={drop}
      onDoubleClick={() => onCommit(null)}
    >
      <svg viewBox={`0 0 ${WIDTH} 74`} preserveAspectRatio="none" aria-hidden="true">
        <Bars rhythm={rhythm} most={most} chosen={chosen} ownColor={ownColor} />
        <line
          x1={0}
          x2={WIDTH}
          y1={HEIGHT + 0.5}
          y2={HEIGHT + 0.5}
          stroke="var(--dg-line-strong)"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {most > 0 && (
        <span
          className={classes.key}
          style={{ position: "absolute", top: -2, right: 0, color: "var(--dg-ink3)" }}
        >
          {formatMoneyShort(BigInt(Math.round(most)), currency, language)}
        </span>
      )}
      <span
        className={classes.key}
        title={t("common.zone", { zone: ZONE_LABEL })}
        style={{ position: "absolute", top: -2, left: 0, color: "var(--dg-ink3)" }}
      >
        {ZONE_LABEL}
      </span>
      {marks(rhythm).map((at) => (
        <span
          key={at}
          className={classes.key}
          style={{
            position: "absolute",
            bottom: 0,
            left: share(at),
            color: "var(--dg-ink3)",
            pointerEvents: "none",
          }}
        >
          {word(at)}
        </span>
      ))}
      {chosen && (
        <>
          <div
            className={classes.brush}
            style={{
              left: share(chosen[0]),
              width: `calc(${share(chosen[1])} - ${share(chosen[0])})`,
            }}
            onPointerDown={start("move")}
          />
          {(["since", "until"] as const).map((which, index) => (
            <div
              key={which}
              className={classes.handle}
              style={{ left: share(chosen[index] ?? 0) }}
              role="slider"
              tabIndex={0}
              aria-label={t(which === "since" ? "explore.time.since" : "explore.time.until")}
              aria-valuemin={rhythm.from}
              aria-valuemax={rhythm.to}
              aria-valuenow={chosen[index] ?? 0}
              aria-valuetext={formatDateTime(chosen[index] ?? 0, language)}
              onPointerDown={start(which)}
              onKeyDown={keys(which)}
            />
          ))}
        </>
      )}
    </div>
  );
}

/** The bars: all money, and in front the share of the selected accounts; dimmed outside the window. */
function Bars({
  rhythm,
  most,
  chosen,
  ownColor,
}: {
  rhythm: Rhythm;
  /** The amount of the highest bar. */
  most: number;
  chosen: Window | null;
  ownColor: string;
}) {
  const span = Math.max(1, rhythm.to - rhythm.from);
  const x = (at: number) => ((at - rhythm.from) / span) * WIDTH;
  const inside = (start: number) => chosen === null || (start >= chosen[0] && start < chosen[1]);
  const barWidth = WIDTH / Math.max(1, rhythm.buckets.length);
  const gap = Math.min(barWidth * 0.22, 3);
  return rhythm.buckets.map((bucket) => {
    const height =
      most === 0 || bucket.amount === 0 ? 0 : Math.max(1, (bucket.amount / most) * HEIGHT);
    const own = most === 0 || bucket.own === 0 ? 0 : Math.max(1, (bucket.own / most) * HEIGHT);
    return (
      <g key={bucket.start}>
        <rect
          x={x(bucket.start) + gap / 2}
          width={Math.max(0.6, barWidth - gap)}
          y={HEIGHT - height}
          height={height}
          fill={inside(bucket.start) ? "var(--dg-hist-on)" : "var(--dg-hist)"}
        />
        {own > 0 && (
          <rect
            x={x(bucket.start) + gap / 2}
            width={Math.max(0.6, barWidth - gap)}
            y={HEIGHT - own}
            height={own}
            fill={ownColor}
            opacity={inside(bucket.start) ? 1 : 0.45}
          />
        )}
      </g>
    );
  });
}
