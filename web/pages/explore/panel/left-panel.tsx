import { Checkbox, SegmentedControl } from "@mantine/core";
import { IconChartDots3, IconSchema } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GraphRole, TransferRow } from "../../../../contract/exploring.ts";
import { useRuns } from "../../../data/clusters.ts";
import { formatDateTime } from "../../../format/dates.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import { RoleDot } from "../../../ui/role-badge.tsx";
import { ROLE_ORDER } from "../../../ui/roles.ts";
import { toggled } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "../stage/actors.ts";
import { AmountFilter } from "./amount-filter.tsx";
import { Journey } from "./journey.tsx";
import classes from "./left-panel.module.css";
import { ScoreFilter } from "./score-filter.tsx";

/**
 * Left: how it is laid out, roles as legend and filter in one, the least amount, what to show, how
 * the picture arose.
 */
export function LeftPanel({
  control,
  visible,
  rows,
  currency,
  run,
  nameOf,
  onHoverRole,
}: {
  control: SceneControl;
  visible: Visible;
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
  const total = [...visible.roles.values()].reduce((sum, count) => sum + count, 0);
  return (
    <aside className={classes.left} aria-label={t("explore.left")}>
      <Section title={t("explore.layout.title")}>
        <SegmentedControl
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
      <Section
        title={t("explore.roles")}
        note={t("common.accounts", { count: total, formatted: formatNumber(total, language) })}
      >
        {ROLE_ORDER.map((role) => (
          <div
            key={role}
            className={classes.legendRow}
            title={
              role === "victim"
                ? t("explore.victims", {
                    reported: formatNumber(visible.reported, language),
                    possible: formatNumber(
                      (visible.roles.get("victim") ?? 0) - visible.reported,
                      language,
                    ),
                  })
                : undefined
            }
            onPointerEnter={() => onHoverRole(role)}
            onPointerLeave={() => onHoverRole(null)}
          >
            <Checkbox
              checked={!scene.rolesOff.includes(role)}
              onChange={() => change({ rolesOff: toggled(scene.rolesOff, role) })}
              aria-label={t(`roles.${role}`)}
            />
            <span className={classes.legendWord}>
              <RoleDot role={role} />
              {t(`roles.${role}`)}
            </span>
            <span className={classes.legendCount}>
              {formatNumber(visible.roles.get(role) ?? 0, language)}
            </span>
          </div>
        ))}
      </Section>
      <AmountFilter control={control} rows={rows} currency={currency} />
      <ScoreFilter control={control} />
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
        <ShowRow
          label={t("explore.show.byHolder")}
          checked={scene.byHolder}
          onChange={() => change({ byHolder: !scene.byHolder })}
        />
        <ShowRow
          label={t("explore.show.singles")}
          checked={scene.level === "transfers"}
          onChange={() =>
            change({ level: scene.level === "transfers" ? "relations" : "transfers" })
          }
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
    <span style={{ display: "inline-flex", alignItems: "center", gap: 6 }}>
      <Pictogram size={15} stroke={1.8} aria-hidden />
      {word}
    </span>
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
