import { Loader, Menu } from "@mantine/core";
import {
  IconArrowsMaximize,
  IconEyeOff,
  IconFolderPlus,
  IconMinimize,
  IconRoute,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GraphNode } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Hover } from "../../../graph/sigma/pointer.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useGrowChoices } from "../panel/grow-choices.tsx";
import { useReach } from "../panel/queries.ts";
import { traceOf } from "../panel/trace-of.ts";
import {
  aroundOnly,
  collapsing,
  growing,
  hiding,
  MOST_EXPANDED,
  MOST_SELECTED,
  openingGroup,
} from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Actor } from "./actors.ts";
import { NO_FILTER } from "./bundle.ts";
import { isDevice } from "./devices.ts";
import { groupName } from "./groups.ts";
import classes from "./stage.module.css";

interface Props {
  at: Hover;
  actor: Actor;
  control: SceneControl;
  /** Accounts in the picture. */
  known: readonly string[];
  expanded: boolean;
  nameOf: (account: string) => string;
  onClose: () => void;
}

/** The menu of the right button on an account: what would come, counted before it is asked for. */
export function NodeMenu({ at, actor, control, known, expanded, nameOf, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = control;
  const [account = actor.id] = actor.accounts;
  const single = actor.accounts.length === 1 && !isDevice(account);
  const selected = control.scene.select.filter((key) => !isDevice(key));
  // On one of several selected accounts the menu is of all of them.
  const together = selected.length > 1 && actor.accounts.every((own) => selected.includes(own));
  const accounts = together ? selected : actor.accounts;
  const group = groupName(actor.id);
  const name = together
    ? t("common.accounts", {
        count: accounts.length,
        formatted: formatNumber(accounts.length, language),
      })
    : accounts.length > 1
      ? actor.label
      : nameOf(account);
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={2} returnFocus>
      <Menu.Target>
        <span className={classes.menuPlace} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Menu.Label>{name}</Menu.Label>
        {group !== null && (
          <Menu.Item
            leftSection={<IconArrowsMaximize size={15} />}
            onClick={() => change((now) => openingGroup(now, actor.id))}
          >
            {t("explore.groups.open")}
          </Menu.Item>
        )}
        {!isDevice(account) && (
          <>
            <Growing
              accounts={accounts}
              known={known}
              stop={together ? null : actor.node.stop}
              control={control}
            />
            {single && !together && (
              <Menu.Item
                component={Link}
                to={traceOf(actor.node)}
                leftSection={<IconRoute size={15} />}
                disabled={actor.node.exitKind !== null}
              >
                {t("explore.card.trace")}
              </Menu.Item>
            )}
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={<IconMinimize size={15} />}
          disabled={!expanded}
          onClick={() => change((now) => collapsing(now, account))}
        >
          {t("explore.card.collapse")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff size={15} />}
          disabled={accounts.length > MOST_SELECTED}
          onClick={() => change((now) => hiding(now, accounts))}
        >
          {t("explore.card.hide")}
        </Menu.Item>
        {single && !together && (
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

/** Payers, payees and common neighbours, each with the number that would come; a stop says so. */
function Growing({
  accounts,
  known,
  stop,
  control,
}: {
  accounts: readonly string[];
  known: readonly string[];
  stop: GraphNode["stop"];
  control: SceneControl;
}) {
  const { t } = useTranslation();
  const query = useReach(accounts, known, NO_FILTER);
  const choices = useGrowChoices()(query.data, MOST_EXPANDED);
  return (
    <>
      {stop !== null && <Menu.Label>{t(`explore.stops.${stop}`)}</Menu.Label>}
      {choices === null && (
        <Menu.Item disabled leftSection={<Loader size={14} />}>
          {t("common.loading")}
        </Menu.Item>
      )}
      {choices?.map(({ side, label, count, empty, Pictogram }) => (
        <Menu.Item
          key={side}
          leftSection={<Pictogram size={15} />}
          rightSection={<span className="dg-tabular">{count}</span>}
          disabled={empty}
          onClick={() =>
            control.change((now) =>
              growing(now, { accounts, side, limit: MOST_EXPANDED, ...NO_FILTER }),
            )
          }
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
