import { SegmentedControl } from "@mantine/core";
import { IconChartDots3, IconSchema } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GraphRole, TransferRow } from "../../../../contract/exploring.ts";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { useRuns } from "../../../data/clusters.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "../stage/actors.ts";
import { AmountFilter } from "./amount-filter.tsx";
import { Journey } from "./journey.tsx";
import classes from "./left-panel.module.css";
import { RoleLegend } from "./role-legend.tsx";
import { ScoreFilter } from "./score-filter.tsx";
import { ShowSwitches } from "./show-switches.tsx";

/**
 * Left: how it is laid out, roles as legend and filter in one, the least amount, what to show, how
 * the picture arose.
 */
export function LeftPanel({
  control,
  visible,
  grouped,
  rows,
  currency,
  run,
  nameOf,
  onHoverRole,
}: {
  control: SceneControl;
  visible: Visible;
  /** Accounts that stand in groups. */
  grouped: number;
  rows: readonly TransferRow[];
  currency: string;
  run: string | null;
  nameOf: (account: string) => string;
  onHoverRole: (role: GraphRole | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const runs = useRuns();
  const shownRun = runs.data?.runs.find((item) => item.id === run) ?? runs.data?.runs[0];
  return (
    <aside className={classes.left} aria-label={t("explore.left")}>
      <Section title={t("explore.layout.title")}>
        <SegmentedControl
          className={classes.layout ?? ""}
          fullWidth
          aria-label={t("explore.layout.title")}
          value={scene.layout}
          onChange={(value) => change({ layout: value === "flow" ? "flow" : "network" })}
          data={[
            {
              value: "network",
              label: <LayoutWord icon={IconChartDots3} word={t("explore.layout.network")} />,
            },
            {
              value: "flow",
              label: <LayoutWord icon={IconSchema} word={t("explore.layout.flow")} />,
            },
          ]}
        />
      </Section>
      <RoleLegend control={control} visible={visible} onHoverRole={onHoverRole} />
      <AmountFilter control={control} rows={rows} currency={currency} />
      <ScoreFilter control={control} />
      <ShowSwitches control={control} visible={visible} grouped={grouped} />
      <Journey control={control} nameOf={nameOf} />
      <div className={classes.runLine}>
        {shownRun ? (
          <Link to={`/clusters?run=${encodeURIComponent(shownRun.id)}`}>
            {t("explore.run", { date: formatDateTime(shownRun.startedAt, language) })}
          </Link>
        ) : (
          t("explore.noRun")
        )}
      </div>
    </aside>
  );
}

function LayoutWord({ icon: Pictogram, word }: { icon: typeof IconSchema; word: string }) {
  return (
    <span className={classes.layoutWord}>
      <Pictogram size={15} stroke={1.8} aria-hidden />
      {word}
    </span>
  );
}
