import { useTranslation } from "react-i18next";
import type { GraphNode } from "../../../../contract/exploring.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Turnover } from "../stage/bundle.ts";
import { deviceIdOf, isDevice } from "../stage/devices.ts";
import { AccountCard } from "./account-card.tsx";
import { ShownList } from "./account-list.tsx";
import classes from "./card.module.css";
import { DevicePanel } from "./device-panel.tsx";
import { PathPanel } from "./path-panel.tsx";
import { SelectionPanel } from "./selection-panel.tsx";

/**
 * Right: the card of one account, the totals of several, the ways between two, or the list of all
 * that is shown.
 */
export function SidePanel({
  control,
  nodes,
  shown,
  selection,
  run,
  expanded,
  nameOf,
}: {
  control: SceneControl;
  nodes: ReadonlyMap<string, GraphNode>;
  shown: readonly GraphNode[];
  selection: Turnover | null;
  run: string | null;
  expanded: (account: string) => boolean;
  nameOf: (account: string) => string;
}) {
  const { t } = useTranslation();
  const { scene } = control;
  const [only] = scene.select;
  const content =
    scene.path !== null ? (
      <PathPanel control={control} path={scene.path} nameOf={nameOf} />
    ) : scene.select.length === 1 && only !== undefined && isDevice(only) ? (
      <DevicePanel
        key={only}
        id={deviceIdOf(only) ?? ""}
        run={run}
        control={control}
        expanded={expanded(only)}
        onStage={(account) => nodes.has(account)}
      />
    ) : scene.select.length === 1 && only !== undefined ? (
      <AccountCard
        key={only}
        number={only}
        run={run}
        control={control}
        expanded={expanded(only)}
        nodes={nodes}
      />
    ) : scene.select.length > 1 ? (
      <SelectionPanel control={control} nodes={nodes} selection={selection} nameOf={nameOf} />
    ) : (
      <ShownList control={control} shown={shown} />
    );
  return (
    <aside className={classes.right} aria-label={t("explore.right")}>
      {content}
    </aside>
  );
}
