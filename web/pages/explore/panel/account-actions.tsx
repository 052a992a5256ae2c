import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconDots,
  IconEyeOff,
  IconFolderPlus,
  IconMinimize,
  IconRoute,
  IconShare,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AccountCard } from "../../../../contract/exploring.ts";
import { adding, aroundOnly, collapsing, expanding, hiding } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import classes from "./card.module.css";
import { traceOf } from "./trace-of.ts";

interface Props {
  card: AccountCard;
  control: SceneControl;
  expanded: boolean;
  /** The account stands in the picture. */
  onStage: boolean;
}

/** The actions on one account: trace its money, expand it or bring it in, and the rarer ones. */
export function AccountActions({ card, control, expanded, onStage }: Props) {
  const { t } = useTranslation();
  const { scene, change } = control;
  return (
    <div className={classes.cardActions}>
      <Button
        component={Link}
        to={traceOf(card)}
        variant="filled"
        leftSection={<IconRoute size={15} />}
        disabled={card.exitKind !== null}
      >
        {t("explore.card.trace")}
      </Button>
      {onStage ? (
        <Button
          leftSection={<IconShare size={15} />}
          onClick={() => change(expanding(scene, card.number, { letGo: card.stop !== null }))}
        >
          {t(card.stop === null ? "explore.card.expand" : "explore.card.goOn")}
        </Button>
      ) : (
        <Button
          leftSection={<IconShare size={15} />}
          onClick={() => change(adding(scene, [card.number]))}
        >
          {t("explore.card.toPicture")}
        </Button>
      )}
      <RarerActions card={card} control={control} expanded={expanded} onStage={onStage} />
    </div>
  );
}

/** The menu of the rarer actions: collapse, hide, a new picture around it. */
function RarerActions({ card, control, expanded, onStage }: Props) {
  const { t } = useTranslation();
  const { scene, change } = control;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label={t("common.more")}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMinimize size={15} />}
          disabled={!expanded}
          onClick={() => change(collapsing(scene, card.number))}
        >
          {t("explore.card.collapse")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff size={15} />}
          disabled={!onStage}
          onClick={() => change(hiding(scene, [card.number]))}
        >
          {t("explore.card.hide")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={15} />}
          onClick={() => change(aroundOnly(card.number))}
        >
          {t("explore.card.around")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
