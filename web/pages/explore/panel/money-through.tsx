import { useTranslation } from "react-i18next";
import type { AccountCard, GraphRole, MoneyText } from "../../../../contract/exploring.ts";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ROLE_ORDER, ROLE_STYLES } from "../../../ui/account-roles.ts";
import { MoneyShort } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import classes from "./card.module.css";

function amountOf(sums: readonly MoneyText[], currency: string): bigint {
  return BigInt(sums.find((sum) => sum.currency === currency)?.amount ?? "0");
}

function share(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 10_000n) / whole) / 100;
}

/**
 * Received, sent and what is left between, each currency by itself; the bars are split by the other
 * side's role.
 */
export function MoneyThrough({ card, control }: { card: AccountCard; control: SceneControl }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const currencies = [
    ...new Set([...card.received.sums, ...card.sent.sums].map((sum) => sum.currency)),
  ].sort((a, b) => (a === "KZT" ? -1 : b === "KZT" ? 1 : a < b ? -1 : 1));
  const seeAll = () =>
    control.change({
      ...selectingNothing(),
      select: [card.number],
      scope: "all",
    });
  const { since, until, minimum } = control.scene;
  const filtered = since !== null || until !== null || minimum !== null;
  return (
    <Section
      title={t("explore.card.money")}
      {...(filtered ? { note: t("explore.card.underFilter") } : {})}
    >
      {currencies.length === 0 && (
        <p className={shared.soft}>
          {t(filtered ? "explore.card.noMoneyInFilter" : "explore.card.noMoney")}
        </p>
      )}
      {currencies.map((currency) => {
        const [received, sent] = [
          amountOf(card.received.sums, currency),
          amountOf(card.sent.sums, currency),
        ];
        // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
        const whole = received > sent ? received : sent;
        const kept = received - sent;
        const parts = (direction: "in" | "out") =>
          ROLE_ORDER.map((role) => ({
            role,
            amount: card.byRole
              .filter((part) => part.direction === direction && part.role === role)
              .reduce((sum, part) => sum + amountOf(part.sums, currency), 0n),
          })).filter((part) => part.amount > 0n);
        return (
          <div key={currency} className={classes.facts2}>
            <span className={shared.muted}>{t("common.received")}</span>
            <SplitBar parts={parts("in")} whole={whole} currency={currency} />
            <button type="button" className={classes.value} onClick={seeAll}>
              <MoneyShort amount={received.toString()} currency={currency} />
            </button>
            <span className={shared.muted}>{t("common.sent")}</span>
            <SplitBar parts={parts("out")} whole={whole} currency={currency} />
            <button type="button" className={classes.value} onClick={seeAll}>
              <MoneyShort amount={sent.toString()} currency={currency} />
            </button>
            <span className={shared.muted}>
              {t(kept < 0n ? "explore.card.more" : "common.kept")}
            </span>
            <div className={classes.moneyBar}>
              <div
                className={classes.moneyFill}
                style={{
                  width: `${share(kept < 0n ? -kept : kept, whole)}%`,
                  background: "var(--dg-hist-on)",
                }}
              />
            </div>
            <span className={classes.value}>
              <MoneyShort amount={(kept < 0n ? -kept : kept).toString()} currency={currency} />
            </span>
          </div>
        );
      })}
      {card.first !== null && card.last !== null && (
        <dl className={classes.pairOfFacts}>
          <div>
            <dt>{t("explore.card.first")}</dt>
            <dd>{formatDateTime(card.first, language)}</dd>
          </div>
          <div>
            <dt>{t("explore.card.last")}</dt>
            <dd>{formatDateTime(card.last, language)}</dd>
          </div>
        </dl>
      )}
    </Section>
  );
}

function SplitBar({
  parts,
  whole,
  currency,
}: {
  parts: readonly { role: GraphRole; amount: bigint }[];
  whole: bigint;
  currency: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.moneyBar}>
      {parts.map((part) => (
        <div
          key={part.role}
          className={classes.moneyFill}
          title={`${t(`roles.${part.role}`)}: ${formatMoneyShort(part.amount, currency, language)}`}
          style={{
            width: `${share(part.amount, whole)}%`,
            background: ROLE_STYLES[part.role].color,
          }}
        />
      ))}
    </div>
  );
}
