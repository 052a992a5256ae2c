import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { MOST_SELECTED, selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { Visible } from "./actors.ts";
import type { StageGraphData } from "./stage-graph.ts";

const MORE = 100;

/**
 * "40 of 3,112 shown": where something is left out, the count opens the ways to have it after all.
 */
export function ShownCount({
  control,
  graph,
  visible,
}: {
  control: SceneControl;
  graph: StageGraphData;
  visible: Visible;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const words = t("explore.facts.shown", {
    shown: number(visible.nodes.length),
    found: number(Math.max(graph.found, visible.nodes.length)),
  });
  const cut = graph.leftOut.find((one) => one.account === null);
  if (!cut) return words;
  const accounts = visible.nodes
    .filter((node) => node.exitKind === null)
    .map((node) => node.number);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={shared.linkButton}>
          {words}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t("explore.facts.leftOut", { count: cut.count, formatted: number(cut.count) })}
        </Menu.Label>
        <Menu.Item
          onClick={() =>
            control.change((scene) => ({
              steps: [...scene.steps, { kind: "around", limit: Math.min(MORE, cut.count) }],
            }))
          }
        >
          {t("explore.facts.showMore", { formatted: number(Math.min(MORE, cut.count)) })}
        </Menu.Item>
        <Menu.Item
          disabled={accounts.length > MOST_SELECTED}
          onClick={() => control.change({ ...selectingNothing(), select: accounts, scope: "all" })}
        >
          {t("explore.facts.asTable")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
