import { useTranslation } from "react-i18next";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatDate, formatDateTime, startOfDay } from "../../../../contract/format/dates.ts";
import type { Operators, SessionRow } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DAY } from "../../../ui/day.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { deviceName } from "../stage/devices.ts";
import classes from "./operators.module.css";

const WIDTH = 292;
const MONEY = 22;
const LANE = 11;
const MOST_LANES = 8;

/**
 * Money by day, a lane for each device from its first to its last session, and the events below,
 * all on one scale of time. A click on a day makes it the time filter.
 */
export function OperatorsLine({
  card,
  found,
  control,
}: {
  card: AccountCard;
  found: Operators;
  control: SceneControl;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { first, last } = spanOf(card, found);
  const x = (at: number) => 3 + ((at - first) / Math.max(1, last - first)) * (WIDTH - 6);
  const devices = found.devices.slice(0, MOST_LANES);
  const events = MONEY + 6 + devices.length * LANE;
  const height = events + 14;
  const label = t("explore.operators.lineLabel", {
    devices: found.devices.length,
    first: formatDate(first, language),
    last: formatDate(last, language),
  });
  const choose = (day: number) => control.change({ since: day, until: day + DAY });
  return (
    <div className={classes.line}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        <MoneyBars card={card} x={x} onDay={choose} />
        {devices.map((device, at) => {
          const y = MONEY + 8 + at * LANE;
          return (
            <g key={device.id} className={classes.lane} data-lane={at % 6}>
              <title>
                {`${deviceName(device)}: ${formatDateTime(device.first, language)} – ${formatDateTime(device.last, language)}`}
              </title>
              <line x1={x(device.first)} x2={x(device.last)} y1={y} y2={y} />
              <circle cx={x(device.first)} cy={y} r={3} />
            </g>
          );
        })}
        {found.takeovers.map((one) => (
          <line
            key={one.at}
            className={classes.takeover}
            x1={x(one.at)}
            x2={x(one.at)}
            y1={0}
            y2={events}
          />
        ))}
        {found.marks.map((mark) => (
          <Mark
            key={`${mark.at} ${mark.event} ${mark.row}`}
            mark={mark}
            x={x(mark.at)}
            y={events + 5}
          />
        ))}
      </svg>
      <div className={shared.total}>
        <span className={shared.muted}>{formatDate(first, language)}</span>
        <span className={shared.muted}>{formatDate(last, language)}</span>
      </div>
      <div className={classes.keys}>
        <span>
          <i className={classes.cashKey} /> {t("explore.operators.event.cash-withdrawal")}
        </span>
        <span>
          <i className={classes.otherKey} /> {t("explore.operators.registration")}
        </span>
      </div>
    </div>
  );
}

function spanOf({ first, last }: AccountCard, found: Operators): { first: number; last: number } {
  const begins = [first, found.first].filter((at) => at !== null);
  const ends = [last, found.last].filter((at) => at !== null);
  return { first: Math.min(...begins), last: Math.max(...ends) };
}

function MoneyBars({
  card,
  x,
  onDay,
}: {
  card: AccountCard;
  x: (at: number) => number;
  onDay: (day: number) => void;
}) {
  const half = MONEY / 2;
  const currency = card.daily.some((day) => day.currency === "KZT")
    ? "KZT"
    : card.daily[0]?.currency;
  const days = card.daily.filter((day) => day.currency === currency);
  const most = days.reduce((top, { received, sent }) => {
    const here = BigInt(received) > BigInt(sent) ? BigInt(received) : BigInt(sent);
    return here > top ? here : top;
  }, 1n);
  const tall = (amount: string) =>
    amount === "0" ? 0 : Math.max(1, (Number((BigInt(amount) * 1000n) / most) / 1000) * half);
  return (
    <>
      {days.map(({ day, received, sent }) => {
        const begins = startOfDay(day) ?? 0;
        const at = x(begins + DAY / 2) - 1;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the date fields do the same by keyboard
          <g key={day} onClick={() => onDay(begins)} style={{ cursor: "pointer" }}>
            <rect x={at - 1} y={0} width={4} height={MONEY} fill="transparent" />
            <rect
              x={at}
              y={half - tall(received)}
              width={2}
              height={tall(received)}
              fill="var(--dg-victim)"
            />
            <rect x={at} y={half} width={2} height={tall(sent)} fill="var(--dg-transit)" />
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={half} y2={half} stroke="var(--dg-line-strong)" />
    </>
  );
}

function Mark({ mark, x, y }: { mark: SessionRow; x: number; y: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isCash = mark.event === "cash-withdrawal";
  return (
    <path
      className={isCash ? classes.cash : classes.mark}
      d={isCash ? `M${x - 3} ${y - 3}h6l-3 6z` : `M${x} ${y - 3.5}l3.5 3.5l-3.5 3.5l-3.5 -3.5z`}
    >
      <title>
        {[
          formatDateTime(mark.at, language),
          t(`explore.operators.event.${mark.event ?? "other"}`),
          mark.place,
        ]
          .filter(Boolean)
          .join(" · ")}
      </title>
    </path>
  );
}
