import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import { groupingBy, toggled } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "../stage/actors.ts";
import classes from "./left-panel.module.css";

const GROUP_SWITCHES = ["holder", "bank", "cluster"] as const;

/** The switches of the picture: exits, merchants, groups, single transfers, outlines, names. */
export function ShowSwitches({
  control,
  visible,
  grouped,
}: {
  control: SceneControl;
  visible: Visible;
  /** Accounts that stand in groups. */
  grouped: number;
}) {
  const { t } = useTranslation();
  const { scene, change } = control;
  return (
    <Section title={t("explore.show.title")}>
      <ShowRow
        label={t("explore.show.exits")}
        count={visible.exits}
        checked={!scene.showOff.includes("exits")}
        onChange={() => change({ showOff: toggled(scene.showOff, "exits") })}
      />
      <ShowRow
        label={t("explore.show.merchants")}
        count={visible.merchants}
        checked={!scene.showOff.includes("merchants")}
        onChange={() => change({ showOff: toggled(scene.showOff, "merchants") })}
      />
      {GROUP_SWITCHES.map((grouping) => {
        const on = scene.grouping === grouping;
        return (
          <ShowRow
            key={grouping}
            label={t(`explore.groups.${grouping}`)}
            {...(on ? { count: grouped } : {})}
            checked={on}
            onChange={() => change(groupingBy(on ? null : grouping))}
          />
        );
      })}
      <ShowRow
        label={t("explore.show.singles")}
        checked={scene.level === "transfers"}
        onChange={() => change({ level: scene.level === "transfers" ? "relations" : "transfers" })}
      />
      <ShowRow
        label={t("explore.show.outlines")}
        checked={!scene.showOff.includes("outlines")}
        onChange={() => change({ showOff: toggled(scene.showOff, "outlines") })}
      />
      <ShowRow
        label={t("explore.show.names")}
        checked={!scene.showOff.includes("names")}
        onChange={() => change({ showOff: toggled(scene.showOff, "names") })}
      />
    </Section>
  );
}

function ShowRow(props: { label: string; count?: number; checked: boolean; onChange: () => void }) {
  const language = useLanguage();
  return (
    <div className={classes.legendRow}>
      <Checkbox
        style={{ flex: 1, minWidth: 0 }}
        label={props.label}
        checked={props.checked}
        onChange={props.onChange}
      />
      {props.count !== undefined && (
        <span className={classes.legendCount}>{formatNumber(props.count, language)}</span>
      )}
    </div>
  );
}
