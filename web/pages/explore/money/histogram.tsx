import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatDayMonth, formatTime } from "../../../format/dates.ts";
import { formatMoneyShort } from "../../../format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { clampWindow, marks, type Rhythm } from "./buckets.ts";
import classes from "./money.module.css";

const WIDTH = 1000;
const HEIGHT = 56;
const DAY = 86_400_000;

type Grip = "new" | "move" | "since" | "until";

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
  window: readonly [number, number] | null;
  ownColor: string;
  currency: string;
  onLive: (window: readonly [number, number] | null) => void;
  onCommit: (window: readonly [number, number] | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [grip, setGrip] = useState<{
    kind: Grip;
    at: number;
    window: readonly [number, number];
  } | null>(null);
  const span = Math.max(1, rhythm.to - rhythm.from);
  const most = rhythm.buckets.reduce((top, bucket) => Math.max(top, bucket.amount), 0);
  const x = (at: number) => ((at - rhythm.from) / span) * WIDTH;
  const share = (at: number) =>
    `${(100 * Math.max(0, Math.min(1, (at - rhythm.from) / span))).toFixed(3)}%`;
  const timeAt = (event: PointerEvent) => {
    const box = place.current?.getBoundingClientRect();
    return box
      ? rhythm.from +
          (Math.max(0, Math.min(box.width, event.clientX - box.left)) / box.width) * span
      : rhythm.from;
  };
  const start = (kind: Grip) => (event: PointerEvent) => {
    if (event.button !== 0 || rhythm.buckets.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    place.current?.setPointerCapture(event.pointerId);
    const at = timeAt(event);
    setGrip({ kind, at, window: chosen ?? [at, at] });
  };
  const windowNow = (event: PointerEvent): readonly [number, number] | null => {
    if (!grip) return null;
    const at = timeAt(event);
    const [since, until] = grip.window;
    if (grip.kind === "new")
      return Math.abs(at - grip.at) < rhythm.width / 3 ? null : clampWindow(grip.at, at, rhythm);
    if (grip.kind === "since") return clampWindow(at, until, rhythm);
    if (grip.kind === "until") return clampWindow(since, at, rhythm);
    const shift = Math.max(rhythm.from - since, Math.min(rhythm.to - until, at - grip.at));
    return clampWindow(since + shift, until + shift, rhythm);
  };
  const drag = (event: PointerEvent) => {
    const next = windowNow(event);
    if (next) onLive(next);
  };
  const drop = (event: PointerEvent) => {
    if (!grip) return;
    const next = windowNow(event);
    setGrip(null);
    if (next) onCommit(next);
  };
  const keys = (which: "since" | "until") => (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0 || !chosen) return;
    event.preventDefault();
    const shift = step * rhythm.width;
    const [since, until] = chosen;
    onCommit(
      clampWindow(
        which === "since" ? since + shift : since,
        which === "until" ? until + shift : until,
        rhythm,
      ),
    );
  };
  const inside = (start: number) => chosen === null || (start >= chosen[0] && start < chosen[1]);
  const barWidth = WIDTH / Math.max(1, rhythm.buckets.length);
  const gap = Math.min(barWidth * 0.22, 3);
  const word = (at: number) =>
    rhythm.width < DAY
      ? `${formatDayMonth(at, language)} ${formatTime(at)}`
      : formatDayMonth(at, language);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a surface for the pointer; the handles and the date fields do the same by keyboard
    <div
      ref={place}
      className={classes.histogram}
      onPointerDown={start("new")}
      onPointerMove={drag}
      onPointerUp={drop}
      onDoubleClick={() => onCommit(null)}
    >
      <svg viewBox={`0 0 ${WIDTH} 74`} preserveAspectRatio="none" aria-hidden="true">
        {rhythm.buckets.map((bucket) => {
          const height =
            most === 0 || bucket.amount === 0 ? 0 : Math.max(1, (bucket.amount / most) * HEIGHT);
          const own =
            most === 0 || bucket.own === 0 ? 0 : Math.max(1, (bucket.own / most) * HEIGHT);
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
        })}
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
