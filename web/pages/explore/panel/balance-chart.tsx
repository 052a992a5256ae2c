import { useTranslation } from "react-i18next";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatDate, formatPeriod } from "../../../../contract/format/dates.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DAY } from "../../../ui/day.ts";
import { Money } from "../../../ui/money.tsx";
import shared from "../shared.module.css";
import classes from "./card.module.css";
import { type BalanceDay, type BalanceStretch, runningBalance } from "./running-balance.ts";

const WIDTH = 292;
const HEIGHT = 52;

/** The balance at the end of each day, from statements; what no statement proves stays open. */
export function BalanceChart({ card }: { card: AccountCard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = runningBalance(card);
  const currency = all.at(-1)?.currency;
  const stretches = all.filter((stretch) => stretch.currency === currency);
  const days = stretches.flatMap((stretch) => stretch.days);
  const last = days.at(-1);
  if (currency === undefined || last === undefined)
    return <p className={shared.soft}>{t("explore.card.balanceUnknown")}</p>;
  const highest = days.reduce((most, day) => (day.balance > most.balance ? day : most));
  const words = (day: BalanceDay) =>
    `${formatDate(day.day, language)}: ${formatMoneyShort(day.balance, currency, language)}`;
  return (
    <div data-testid="running-balance">
      <svg
        className={classes.balance}
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`}
        role="img"
        aria-label={t("explore.card.balanceLabel", { highest: words(highest), last: words(last) })}
      >
        <Lines stretches={stretches} days={days} />
      </svg>
      <div className={shared.total}>
        <span className={shared.muted}>
          {t("explore.card.balanceAt", { day: formatDate(last.day, language) })}
        </span>
        <strong>
          <Money amount={last.balance.toString()} currency={currency} />
        </strong>
      </div>
      <div className={shared.total}>
        <span className={shared.muted}>
          {t("explore.card.balanceHighest", { day: formatDate(highest.day, language) })}
        </span>
        <Money amount={highest.balance.toString()} currency={currency} />
      </div>
      {stretches
        .filter((stretch) => stretch.state !== "proved")
        .map((stretch) => (
          <p key={`${stretch.from} ${stretch.to}`} className={classes.missing}>
            {t(
              stretch.state === "broken"
                ? "explore.card.balanceBroken"
                : "explore.card.balanceUnproved",
              { days: formatPeriod(stretch.from, stretch.to, language) },
            )}
          </p>
        ))}
    </div>
  );
}

/** A step a day; dashed where no closing balance proves it, a dot where only one day is known. */
function Lines({
  stretches,
  days,
}: {
  stretches: readonly BalanceStretch[];
  days: readonly BalanceDay[];
}) {
  const first = Math.min(...stretches.map((stretch) => stretch.from));
  const span = Math.max(...stretches.map((stretch) => stretch.to)) + DAY - first;
  const zero = 0n;
  // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
  const most = days.reduce((top, { balance }) => (balance > top ? balance : top), zero);
  // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigint
  const least = days.reduce((low, { balance }) => (balance < low ? balance : low), zero);
  const room = most - least > 0n ? most - least : 1n;
  const x = (instant: number) => ((instant - first) / span) * WIDTH;
  const y = (balance: bigint) =>
    2 + HEIGHT - (Number(((balance - least) * 10_000n) / room) / 10_000) * HEIGHT;
  return (
    <>
      <line x1={0} x2={WIDTH} y1={y(zero)} y2={y(zero)} stroke="var(--dg-line-strong)" />
      {stretches.map((stretch) => {
        const [one] = stretch.days;
        if (one === undefined) return null;
        const key = `${stretch.from} ${stretch.to}`;
        if (stretch.state === "broken")
          return (
            <circle key={key} cx={x(one.day)} cy={y(one.balance)} r={3} fill="var(--dg-warn)" />
          );
        const d = stretch.days
          .map(
            ({ day, balance }, at) =>
              `${at === 0 ? "M" : "L"}${x(day)} ${y(balance)}H${x(day + DAY)}`,
          )
          .join("");
        return (
          <path
            key={key}
            d={d}
            fill="none"
            stroke="var(--dg-ink2)"
            strokeWidth={1.6}
            {...(stretch.state === "unproved" ? { strokeDasharray: "3 3" } : {})}
          />
        );
      })}
    </>
  );
}
