import { Loader, Menu } from "@mantine/core";
import {
  IconEyeOff,
  IconFolderPlus,
  IconLogin2,
  IconLogout2,
  IconMinimize,
  IconRoute,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Hover } from "../../../graph/sigma/pointer.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useAccount } from "../panel/queries.ts";
import { traceOf } from "../panel/trace-of.ts";
import { aroundOnly, collapsing, expanding, hiding, MOST_EXPANDED } from "../scene/scene.ts";
import type { Direction } from "../scene/steps.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Actor } from "./actors.ts";
import { isDevice } from "./devices.ts";
import classes from "./stage.module.css";

interface Props {
  at: Hover;
  actor: Actor;
  control: SceneControl;
  run: string | null;
  expanded: boolean;
  nameOf: (account: string) => string;
  onClose: () => void;
}

/** The menu of the right button on an account: what would come, counted before it is asked for. */
export function NodeMenu({ at, actor, control, run, expanded, nameOf, onClose }: Props) {
  const { t } = useTranslation();
  const { change } = control;
  const [account = actor.id] = actor.accounts;
  const single = actor.accounts.length === 1 && !isDevice(account);
  const card = useAccount(single ? account : null, run).data;
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={2} returnFocus>
      <Menu.Target>
        <span className={classes.menuPlace} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={nameOf(account)}>
        <Menu.Label>{nameOf(account)}</Menu.Label>
        {single && card === undefined && (
          <Menu.Item disabled leftSection={<Loader size={14} />}>
            {t("common.loading")}
          </Menu.Item>
        )}
        {card && <Growing card={card} control={control} />}
        <Menu.Item
          leftSection={<IconMinimize size={15} />}
          disabled={!expanded}
          onClick={() => change((now) => collapsing(now, account))}
        >
          {t("explore.card.collapse")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff size={15} />}
          onClick={() => change((now) => hiding(now, actor.accounts))}
        >
          {t("explore.card.hide")}
        </Menu.Item>
        {single && (
          <Menu.Item
            leftSection={<IconFolderPlus size={15} />}
            onClick={() => change(aroundOnly(account))}
          >
            {t("explore.card.around")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Payers, payees and the money's way, each with its number; a stop says that it is one. */
function Growing({ card, control }: { card: AccountCard; control: SceneControl }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const grow = (direction: Direction) => () =>
    control.change((now) => expanding(now, card.number, { direction, letGo: card.stop !== null }));
  const words = (side: "payers" | "payees", count: number) => {
    const formatted = formatNumber(count, language);
    return count > MOST_EXPANDED
      ? t(`explore.menu.${side}Cut`, { formatted, most: formatNumber(MOST_EXPANDED, language) })
      : t(`explore.menu.${side}`, { formatted });
  };
  return (
    <>
      {card.stop !== null && <Menu.Label>{t(`explore.stops.${card.stop}`)}</Menu.Label>}
      <Menu.Item
        leftSection={<IconLogin2 size={15} />}
        disabled={card.senderCount === 0}
        onClick={grow("in")}
      >
        {words("payers", card.senderCount)}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLogout2 size={15} />}
        disabled={card.recipientCount === 0}
        onClick={grow("out")}
      >
        {words("payees", card.recipientCount)}
      </Menu.Item>
      <Menu.Item
        component={Link}
        to={traceOf(card)}
        leftSection={<IconRoute size={15} />}
        disabled={card.exitKind !== null}
      >
        {t("explore.card.trace")}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
