import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatPeriod } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { OperatedAccount } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountLine } from "../../../ui/account.tsx";
import { ActorDot } from "../../../ui/actor-dot.tsx";
import { going } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import classes from "./operators.module.css";

/**
 * Accounts that one device or address operated; a click selects one, and brings it into the picture
 * where it is not there yet.
 */
export function OperatedAccounts({
  accounts,
  control,
  onStage,
}: {
  accounts: readonly OperatedAccount[];
  control: SceneControl;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = (account: string) =>
    control.change((scene) => going(scene, account, !onStage(account)));
  return (
    <div className={shared.sideRows}>
      {accounts.map((one) => (
        <button
          key={one.account}
          type="button"
          className={shared.sideRow}
          onClick={() => go(one.account)}
        >
          <ActorDot role={one.role} exitKind={null} />
          <span className={shared.grow}>
            <AccountLine number={one.account} name={one.holderName} short />
            <span className={classes.sub}>
              {formatPeriod(one.first, one.last, language)} ·{" "}
              {t("explore.operators.sessions", {
                count: one.count,
                formatted: formatNumber(one.count, language),
              })}
            </span>
          </span>
          {!onStage(one.account) && (
            <IconPlus size={12} className={shared.muted} aria-label={t("explore.card.toPicture")} />
          )}
        </button>
      ))}
    </div>
  );
}
