import { IconBuildingBank } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { auditLog } from "../../../../contract/audit-log.ts";
import { bankName } from "../../../../contract/bank-names.ts";
import type { AccountCard, GraphNode } from "../../../../contract/exploring.ts";
import { formatDate } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { isBin } from "../../../../contract/holder-number.ts";
import { useMay } from "../../../data/permissions.ts";
import { WatchButton } from "../../../frame/watch-button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountNumber } from "../../../ui/account.tsx";
import { exitKey } from "../../../ui/exits.ts";
import { RoleBadge } from "../../../ui/role-badge.tsx";
import { adding } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { AccountActions } from "./account-actions.tsx";
import { AddToCase } from "./add-to-case.tsx";
import classes from "./card.module.css";
import { CopyButton, DeselectButton } from "./card-buttons.tsx";
import { GrowButton } from "./grow-form.tsx";
import { knownFrom } from "./known-from.ts";

/** The account itself: role, holder, number and bank, and the actions on it. */
export function AccountHead({
  card,
  control,
  expanded,
  nodes,
}: {
  card: AccountCard;
  control: SceneControl;
  expanded: boolean;
  nodes: ReadonlyMap<string, GraphNode>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = control;
  const known = knownFrom(card);
  return (
    <div className={classes.cardHead}>
      <div className={classes.cardTop}>
        {card.exitKind === null ? (
          <RoleBadge role={card.role} reported={card.reported} outlined />
        ) : (
          <span className={classes.tag}>{t("explore.exit")}</span>
        )}
        {card.reported && <span className={classes.tag}>{t("explore.card.reported")}</span>}
        <span className={shared.push} />
        <DeselectButton control={control} />
      </div>
      <h2 className={classes.cardName}>
        {card.exitKind !== null
          ? t(`explore.exits.${exitKey(card.exitKind)}`)
          : (card.holderName ?? t("explore.card.nameless"))}
      </h2>
      {card.exitKind === null && (
        <div className={classes.cardLine}>
          <AccountNumber number={card.number} />
          <CopyButton text={card.number} />
        </div>
      )}
      <div className={classes.cardLine}>
        <IconBuildingBank size={14} stroke={1.7} aria-hidden />
        <span>
          {[
            bankName(card.bank) ?? t("explore.card.bankUnknown"),
            card.openedAt === null
              ? null
              : t("explore.card.opened", { date: formatDate(card.openedAt, language) }),
            card.iin === null
              ? null
              : `${t(isBin(card.iin) ? "explore.card.bin" : "explore.card.iin")} ${card.iin}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      {known !== null && <p className={shared.soft}>{t(`explore.card.${known}`)}</p>}
      {card.holderAccounts.length > 1 && (
        <button
          type="button"
          className={shared.linkButton}
          onClick={() =>
            change((now) => ({
              ...adding(now, card.holderAccounts),
              select: [...card.holderAccounts],
            }))
          }
        >
          {t("explore.card.holderAccounts", {
            count: card.holderAccounts.length,
            formatted: formatNumber(card.holderAccounts.length, language),
          })}
        </button>
      )}
      <AccountActions
        card={card}
        control={control}
        expanded={expanded}
        onStage={nodes.has(card.number)}
      />
      <GrowButton accounts={[card.number]} known={[...nodes.keys()]} control={control} />
      {card.exitKind === null && (
        <>
          <AddToCase accounts={[card.number]} name={card.holderName ?? card.number} />
          <div className={classes.watchLine}>
            <WatchButton
              kind="account"
              what={card.number}
              title={card.holderName}
              label={t("explore.card.watchAccount")}
            />
            {card.iin !== null && (
              <WatchButton
                kind="person"
                what={card.iin}
                title={card.holderName}
                label={t("explore.card.watchHolder")}
              />
            )}
            <WhoLooked account={card.number} />
          </div>
        </>
      )}
    </div>
  );
}

/** For those who read the log. The number goes along in the history, not in the address. */
function WhoLooked({ account }: { account: string }) {
  const { t } = useTranslation();
  if (!useMay(auditLog.looks)) return null;
  return (
    <Link to="/log?tab=looks" state={{ whom: account }} className={shared.linkButton}>
      {t("log.whoLooked")}
    </Link>
  );
}
