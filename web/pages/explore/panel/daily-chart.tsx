import { useTranslation } from "react-i18next";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatIsoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DAY } from "../../../ui/day.ts";
import money from "../money/money.module.css";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { inTime } from "../stage/bundle.ts";
import classes from "./card.module.css";

const WIDTH = 292;
const HALF = 34;

/**
 * In above the line, out below it, a bar a day; a click on a day makes it the time filter. Days
 * outside the filter are dimmed.
 */
export function DailyChart({ card, control }: { card: AccountCard; control: SceneControl }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const currency = card.daily.some((day) => day.currency === "KZT")
    ? "KZT"
    : (card.daily[0]?.currency ?? "KZT");
  const days = card.daily.filter((day) => day.currency === currency);
  const starts = days.map((day) => startOfDay(day.day) ?? 0);
  if (days.length === 0) {
    const none = control.scene.minimum === null ? "noMoney" : "noMoneyInFilter";
    return <p className={shared.soft}>{t(`explore.card.${none}`)}</p>;
  }
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const span = Math.max(1, Math.round((last - first) / DAY) + 1);
  const most = days.reduce((top, day) => {
    const here = BigInt(day.received) > BigInt(day.sent) ? BigInt(day.received) : BigInt(day.sent);
    return here > top ? here : top;
  }, 1n);
  const height = (amount: string) =>
    amount === "0" ? 0 : Math.max(1, (Number((BigInt(amount) * 1000n) / most) / 1000) * HALF);
  const width = Math.min(9, WIDTH / span);
  const filter = { ...control.scene, minimum: null };
  const inside = (start: number) =>
    [start, start + DAY - 1].some((bookedAt) => inTime({ bookedAt }, filter));
  const words = (day: (typeof days)[number]) =>
    t("explore.card.dayLine", {
      day: formatIsoDay(day.day, language),
      received: formatMoneyShort(day.received, currency, language),
      sent: formatMoneyShort(day.sent, currency, language),
    });
  const busiest = days.reduce((best, day) =>
    BigInt(day.received) + BigInt(day.sent) > BigInt(best.received) + BigInt(best.sent)
      ? day
      : best,
  );
  return (
    <>
      <svg
        className={classes.daily}
        viewBox={`0 0 ${WIDTH} 78`}
        role="img"
        aria-label={t("explore.card.dailyLabel", { busiest: words(busiest) })}
      >
        {days.map((day, index) => {
          const x =
            span === 1
              ? WIDTH / 2 - width / 2
              : (((starts[index] ?? first) - first) / DAY / span) * WIDTH;
          const since = starts[index] ?? 0;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the brush and date fields do the same by keyboard
            <g
              key={day.day}
              onClick={() => control.change({ since, until: since + DAY })}
              style={{ cursor: "pointer" }}
              opacity={inside(since) ? 1 : 0.25}
            >
              <title>{words(day)}</title>
              <rect x={x} y={0} width={Math.max(2, width)} height={72} fill="transparent" />
              <rect
                x={x}
                y={36 - height(day.received)}
                width={Math.max(1, width - 0.6)}
                height={height(day.received)}
                fill="var(--dg-victim)"
              />
              <rect
                x={x}
                y={37}
                width={Math.max(1, width - 0.6)}
                height={height(day.sent)}
                fill="var(--dg-transit)"
              />
            </g>
          );
        })}
        <line x1={0} x2={WIDTH} y1={36.5} y2={36.5} stroke="var(--dg-line-strong)" />
      </svg>
      <div className={shared.total}>
        <span className={shared.muted}>{formatIsoDay(days[0]?.day ?? "", language)}</span>
        <span className={shared.muted}>{formatIsoDay(days.at(-1)?.day ?? "", language)}</span>
      </div>
      <span className={money.key}>
        <span className={money.swatch} style={{ ["--swatch" as string]: "var(--dg-victim)" }} />{" "}
        {t("common.received")}
        <span className={money.swatch} style={{ ["--swatch" as string]: "var(--dg-transit)" }} />{" "}
        {t("common.sent")}
      </span>
    </>
  );
}
