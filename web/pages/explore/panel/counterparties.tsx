import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountLine } from "../../../ui/account.tsx";
import { ActorDot } from "../../../ui/actor-dot.tsx";
import { exitKey } from "../../../ui/exits.ts";
import { MoneyShort, Sums } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { expanding, going } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";

const FIRST = 5;

/**
 * Largest senders or recipients; one click selects, and brings into the picture what is not there
 * yet.
 */
export function Counterparties({
  card,
  control,
  side,
  onStage,
}: {
  card: AccountCard;
  control: SceneControl;
  side: "senders" | "recipients";
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = card[side];
  const total = side === "senders" ? card.senderCount : card.recipientCount;
  if (all.length === 0) return null;
  const go = (account: string) =>
    control.change((scene) => going(scene, account, !onStage(account)));
  return (
    <Section title={t(`explore.card.${side}`)} note={formatNumber(total, language)}>
      <div className={shared.sideRows}>
        {all.slice(0, FIRST).map((other) => (
          <button
            key={other.account}
            type="button"
            className={shared.sideRow}
            onClick={() => go(other.account)}
          >
            <ActorDot role={other.role} exitKind={other.exitKind} />
            <span className={shared.grow}>
              {other.exitKind !== null ? (
                t(`explore.exits.${exitKey(other.exitKind)}`)
              ) : (
                <AccountLine number={other.account} name={other.name} short />
              )}
            </span>
            {!onStage(other.account) && (
              <IconPlus
                size={12}
                className={shared.muted}
                aria-label={t("explore.card.toPicture")}
              />
            )}
            <span className="dg-tabular">
              {other.sums.length === 1 && other.sums[0] ? (
                <MoneyShort {...other.sums[0]} />
              ) : (
                <Sums sums={other.sums} short />
              )}
            </span>
          </button>
        ))}
      </div>
      {total > FIRST && (
        <button
          type="button"
          className={shared.linkButton}
          onClick={() =>
            control.change((scene) =>
              expanding(scene, card.number, {
                direction: side === "senders" ? "in" : "out",
                limit: Math.min(500, total),
                letGo: card.stop !== null,
              }),
            )
          }
        >
          {t("explore.card.allToPicture", {
            count: total,
            formatted: formatNumber(total, language),
          })}
        </button>
      )}
    </Section>
  );
}
