import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import type { ExportFormat } from "../money/use-export.ts";
import { ShownList } from "../panel/account-list.tsx";
import { groupingBy, selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { FactsBar } from "./facts-bar.tsx";
import { isAggregated, MOST_SINGLY } from "./groups.ts";
import { hoverContent } from "./hover-content.tsx";
import { LeftOutNotices } from "./left-out-notices.tsx";
import { MOST_SINGLE } from "./make-picture.ts";
import { NodeMenu } from "./node-menu.tsx";
import type { SelectInput } from "./select-by.ts";
import classes from "./stage.module.css";
import type { StageGraphData } from "./stage-graph.ts";
import { type StageEvents, StageView } from "./stage-view.tsx";
import { StageTools } from "./tools.tsx";
import type { View } from "./use-view.ts";

/** The middle of the workbench: the picture with its facts and tools; a list where WebGL is missing. */
export function StageSection({
  control,
  graph,
  view,
  rows,
  stage,
  events,
  busy,
  circling,
  onCircling,
  keep,
  saving,
  onExport,
  expanded,
}: {
  control: SceneControl;
  graph: StageGraphData;
  view: View;
  /** Rows of the table. */
  rows: readonly TransferRow[];
  stage: Stage | "missing" | null;
  events: StageEvents;
  /** A step of the picture is awaited. */
  busy: boolean;
  /** A loop is being drawn around accounts. */
  circling: boolean;
  onCircling: (circling: boolean) => void;
  keep: ReactNode;
  saving: boolean;
  onExport: (format: ExportFormat) => void;
  /** Whether an account's expansion is in the picture. */
  expanded: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const { visible, picture, actors, money, selectedSet } = view;
  const selectInput: SelectInput = useMemo(() => {
    const flow = new Map<string, number>();
    for (const node of picture.nodes)
      for (const account of actors.get(node.id)?.accounts ?? []) flow.set(account, node.flow);
    const nodes = [...visible.nodes].sort(
      (a, b) => (flow.get(b.number) ?? 0) - (flow.get(a.number) ?? 0),
    );
    return { nodes, edges: money.edges, rows, selected: selectedSet };
  }, [visible, picture, actors, money.edges, rows, selectedSet]);
  return (
    <section className={classes.centre} aria-label={t("explore.centre")}>
      {stage === "missing" ? (
        <div style={{ height: "100%", overflow: "auto", padding: "70px 16px 16px" }}>
          <EmptyState title={t("explore.noWebGl.title")} text={t("explore.noWebGl.text")} />
          <ShownList control={control} shown={view.visible.nodes} />
        </div>
      ) : (
        stage && (
          <StageView
            stage={stage}
            picture={view.picture}
            currency={view.currency}
            busy={busy || (!view.money.known && !view.money.error)}
            circling={circling}
            events={events}
            tooltip={(hover) => hoverContent(view, hover)}
            menu={(at, close) => {
              const actor = view.actors.get(at.id);
              return (
                actor && (
                  <NodeMenu
                    at={at}
                    actor={actor}
                    control={control}
                    known={[...graph.nodes.keys()]}
                    expanded={expanded(actor.accounts[0] ?? actor.id)}
                    nameOf={view.nameOf}
                    onClose={close}
                  />
                )
              );
            }}
          />
        )
      )}
      <StageFacts control={control} graph={graph} view={view} />
      <StageTools
        control={control}
        circling={circling}
        onCircle={stage === null || stage === "missing" ? null : () => onCircling(!circling)}
        selectInput={selectInput}
        keep={keep}
        onExport={onExport}
        saving={saving}
      />
    </section>
  );
}

/** Over the picture: the bar of facts, what was left out, and what is wrong with the figures. */
function StageFacts({
  control,
  graph,
  view,
}: {
  control: SceneControl;
  graph: StageGraphData;
  view: View;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = control;
  const { title, visible, money, filter, span, currency, selection, nameOf } = view;
  return (
    <div className={classes.facts}>
      <FactsBar
        title={title}
        control={control}
        graph={graph}
        visible={visible}
        money={money}
        filter={filter}
        span={span}
        currency={currency}
        selection={selection}
      />
      <LeftOutNotices
        control={control}
        graph={graph}
        nameOf={nameOf}
        onTable={(account) =>
          change((now) => ({ ...selecting(now, account, false), scope: "all" }))
        }
      />
      {isAggregated({ nodes: visible.nodes, grouping: control.scene.grouping }) && (
        <div className={shared.notice} role="status">
          {t("explore.groups.notice", {
            accounts: formatNumber(view.groups.size, language),
            groups: formatNumber(new Set(view.groups.values()).size, language),
          })}
          <button
            type="button"
            className={shared.linkButton}
            onClick={() => change(groupingBy("none"))}
          >
            {t("explore.groups.singly")}
          </button>
        </div>
      )}
      {control.scene.grouping === "none" && visible.nodes.length > MOST_SINGLY && (
        <div className={shared.notice} role="status">
          <button
            type="button"
            className={shared.linkButton}
            onClick={() => change(groupingBy(null))}
          >
            {t("explore.groups.together")}
          </button>
        </div>
      )}
      {view.tooManySingles && (
        <div className={shared.notice} role="status">
          {t("explore.tooManySingles", { formatted: formatNumber(MOST_SINGLE, language) })}
        </div>
      )}
      {money.error !== null && money.error !== undefined && <ProblemNotice error={money.error} />}
    </div>
  );
}
