import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatDayMonth, formatTime } from "../../../../contract/format/dates.ts";
import { formatMoney, formatMoneyShort } from "../../../../contract/format/money.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Moment, Standing } from "./balances-at-moment.ts";
import { type Lane, lanePicture } from "./lanes.ts";
import classes from "./trace.module.css";
import { useTraceName } from "./use-trace-name.ts";

/** Room beside the lanes, in pixels: for names on the left, for sums on the right. */
const LEFT = 150;
const RIGHT = 96;

/** The trace over time: which account held whose money, how long, and when it moved on. */
export function LanesView({
  trace,
  moment,
  colors,
  focus,
  victim,
  onFocus,
}: {
  trace: Trace;
  moment: Moment;
  colors: ReadonlyMap<string, string>;
  focus: string | null;
  victim: string | null;
  onFocus: (account: string | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ref, width } = useElementSize<HTMLElement>();
  const nameOf = useTraceName(moment);
  const victims = useMemo(() => [...colors.keys()], [colors]);
  const picture = useMemo(
    () =>
      width === 0
        ? null
        : lanePicture(trace, moment.at, victims, {
            width: Math.max(560, width),
            left: LEFT,
            right: RIGHT,
            top: 40,
            thickest: 46,
          }),
    [trace, moment.at, victims, width],
  );
  const standing = useMemo(
    () => new Map(moment.accounts.map((one) => [one.account, one])),
    [moment],
  );
  const near = useMemo(() => {
    if (focus === null || !picture) return null;
    return new Set(
      picture.links
        .flatMap((link) => (link.from === focus || link.to === focus ? [link.from, link.to] : []))
        .concat(focus),
    );
  }, [focus, picture]);
  const shown = (one: string) => victim === null || one === victim;
  return (
    <section
      className={classes.drawing}
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
      tabIndex={0}
      aria-label={t("explore.trace.flow")}
    >
      {picture && (
        <svg
          width={picture.width}
          height={picture.height}
          role="img"
          aria-label={t("explore.trace.pictureLabel", {
            stolen: formatMoney(moment.stolen, trace.currency, language),
            count: moment.accounts.length,
          })}
        >
          {picture.ticks.map((tick) => (
            <g key={tick.x}>
              <line
                x1={tick.x}
                x2={tick.x}
                y1={28}
                y2={picture.height - 10}
                stroke="var(--dg-line)"
              />
              <text className={classes.tick} x={tick.x + 3} y={20}>
                {formatDayMonth(tick.at, language)}, {formatTime(tick.at)}
              </text>
            </g>
          ))}
          {picture.links.map((link) => (
            <line
              key={link.transferId}
              x1={link.x}
              x2={link.x}
              y1={link.y0}
              y2={link.y1}
              stroke={colors.get(link.victim) ?? "var(--dg-none)"}
              strokeWidth={link.width}
              opacity={
                shown(link.victim) && (focus === null || link.from === focus || link.to === focus)
                  ? 0.55
                  : 0.08
              }
            >
              <title>{`${nameOf(link.from)} → ${nameOf(link.to)}: ${formatMoney(link.amount, trace.currency, language, true)}`}</title>
            </line>
          ))}
          {picture.lanes.map((lane) => (
            <LaneRow
              key={lane.account}
              lane={lane}
              account={standing.get(lane.account)}
              name={nameOf(lane.account)}
              currency={trace.currency}
              width={picture.width}
              colors={colors}
              shown={shown}
              focused={focus === lane.account}
              off={near !== null && !near.has(lane.account)}
              onClick={() => onFocus(focus === lane.account ? null : lane.account)}
            />
          ))}
        </svg>
      )}
    </section>
  );
}

/** One account's lane: its name, what it held from when to when, and its sum. */
function LaneRow({
  lane,
  account,
  name,
  currency,
  width,
  colors,
  shown,
  focused,
  off,
  onClick,
}: {
  lane: Lane;
  account: Standing | undefined;
  name: string;
  currency: string;
  /** Of the whole picture, in pixels. */
  width: number;
  colors: ReadonlyMap<string, string>;
  /** This victim's money stands out. */
  shown: (victim: string) => boolean;
  focused: boolean;
  /** Another account is in focus, and this one has nothing to do with it. */
  off: boolean;
  onClick: () => void;
}) {
  const language = useLanguage();
  const money = account?.generation === 0 ? account.stolen : (account?.received ?? 0n);
  const y = lane.top + lane.height - 4;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside lists the same accounts as buttons
    <g className={classes.node} opacity={off ? 0.3 : 1} onClick={onClick}>
      <title>{`${account?.name ?? lane.account}\n${formatMoney(money, currency, language, true)}`}</title>
      <rect x={0} y={lane.top} width={width} height={lane.height} fill="transparent" />
      <line
        x1={LEFT}
        x2={width - RIGHT}
        y1={y}
        y2={y}
        stroke="var(--dg-line-strong)"
        strokeWidth={0.6}
      />
      {lane.blocks.map((block) => (
        <rect
          key={`${block.x}:${block.victim}`}
          x={block.x}
          y={block.y}
          width={block.width}
          height={block.height}
          fill={colors.get(block.victim) ?? "var(--dg-none)"}
          opacity={shown(block.victim) ? 0.85 : 0.15}
        />
      ))}
      <text
        className={classes.nodeName}
        data-on={focused || undefined}
        x={LEFT - 8}
        y={y - 1}
        textAnchor="end"
      >
        {name}
      </text>
      <text className={classes.nodeMoney} x={width - RIGHT + 6} y={y - 1}>
        {formatMoneyShort(money, currency, language)}
      </text>
    </g>
  );
}
