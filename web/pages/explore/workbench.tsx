import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GraphRole, TransferRow } from "../../../contract/exploring.ts";
import { formatNumber } from "../../format/numbers.ts";
import { useStage } from "../../graph/use-stage.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { MoneyPanel } from "./money/money-panel.tsx";
import { useExport } from "./money/use-export.ts";
import { useTable } from "./money/use-table.ts";
import { useWhenSettled } from "./money/use-when-settled.ts";
import { LeftPanel } from "./panel/left-panel.tsx";
import { ShownList, SidePanel } from "./panel/side-panel.tsx";
import { expanding, MOST_SELECTED, selecting, selectingNothing } from "./scene/scene.ts";
import { useCommands } from "./scene/use-commands.ts";
import type { SceneControl } from "./scene/use-scene.ts";
import shared from "./shared.module.css";
import { FactsBar } from "./stage/facts-bar.tsx";
import { hoverContent } from "./stage/hover-content.tsx";
import { LeftOutNotices } from "./stage/left-out-notices.tsx";
import { MOST_SINGLE } from "./stage/make-picture.ts";
import type { StageGraphData } from "./stage/stage-graph.ts";
import { StageView } from "./stage/stage-view.tsx";
import { StageTools } from "./stage/tools.tsx";
import { useStageGraph } from "./stage/use-stage-graph.ts";
import { useView } from "./stage/use-view.ts";
import classes from "./workbench.module.css";

/** Graph, card, time and table of one scene, all in step: one selection, one filter. */
export function Workbench({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  const query = useStageGraph(control.scene);
  if (query.isError) {
    return (
      <div className={classes.middle}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <LoadingRows rows={9} />;
  if (query.data.nodes.size === 0) {
    return <EmptyState title={t("explore.nothing.title")} text={t("explore.nothing.text")} />;
  }
  return (
    <Scene
      key={query.data.base}
      control={control}
      graph={query.data}
      busy={query.isPlaceholderData}
    />
  );
}

function Scene({
  control,
  graph,
  busy,
}: {
  control: SceneControl;
  graph: StageGraphData;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const stage = useStage();
  const [live, setLive] = useState<readonly [number, number] | null>(null);
  const [hoverRole, setHoverRole] = useState<GraphRole | null>(null);
  const [circling, setCircling] = useState(false);
  const notify = useNotify();
  const [markedRow, setMarkedRow] = useState<TransferRow | null>(null);
  const view = useView(control, graph, { live, hoverRole, markedRow });
  const { title, run, visible, filter, money, currency, span, actors, picture, selection, nameOf } =
    view;
  const content = useTable({ control, ...view });
  const savePicture = useExport(scene, graph, view, stage);
  const settled = !busy && money.known;
  const [saving, onExport] = useWhenSettled(settled, control.inStep, savePicture);

  const selectActor = (id: string, together: boolean) => {
    setMarkedRow(null);
    const actor = actors.get(id);
    if (!actor) return;
    change((now) =>
      actor.accounts.length === 1
        ? selecting(now, actor.accounts[0] ?? id, together)
        : {
            ...selectingNothing(),
            select: together
              ? [...new Set([...now.select, ...actor.accounts])]
              : [...actor.accounts],
          },
    );
  };
  const circled = (ids: readonly string[], together: boolean) => {
    setMarkedRow(null);
    setCircling(false);
    // An exit stands for everybody's cash at a bank: it is no account one could circle.
    const within = ids.flatMap((id) =>
      actors.get(id)?.node.exitKind === null ? (actors.get(id)?.accounts ?? []) : [],
    );
    const all = [...new Set([...(together ? scene.select : []), ...within])];
    if (all.length > MOST_SELECTED)
      notify.done(
        t("explore.lasso.most", {
          count: all.length,
          formatted: formatNumber(all.length, language),
          most: formatNumber(MOST_SELECTED, language),
        }),
      );
    if (all.length > 0) change({ ...selectingNothing(), select: all.slice(0, MOST_SELECTED) });
  };
  const openActor = (id: string) => {
    const account = actors.get(id)?.accounts[0];
    if (account !== undefined) change((now) => expanding(now, account));
  };
  const expanded = (account: string) =>
    scene.steps.some((step) => step.kind === "expand" && step.account === account) &&
    [...graph.broughtBy.values()].includes(account);

  useCommands(control, {
    expanded,
    fit: () => {
      if (stage !== null && stage !== "missing") stage.fitAll();
    },
    circle: () => setCircling(!circling && typeof stage === "object" && stage !== null),
    clear: () => {
      setMarkedRow(null);
      setCircling(false);
    },
  });

  return (
    <div className={classes.workbench}>
      <h1 className="dg-hidden">{`${t("explore.title")}: ${title}`}</h1>
      <LeftPanel
        control={control}
        visible={visible}
        rows={money.held}
        currency={currency}
        run={run}
        nameOf={nameOf}
        onHoverRole={setHoverRole}
      />
      <section className={classes.centre} aria-label={t("explore.centre")}>
        {stage === "missing" ? (
          <div style={{ height: "100%", overflow: "auto", padding: "70px 16px 16px" }}>
            <EmptyState title={t("explore.noWebGl.title")} text={t("explore.noWebGl.text")} />
            <ShownList control={control} shown={visible.nodes} />
          </div>
        ) : (
          stage && (
            <StageView
              stage={stage}
              picture={picture}
              currency={currency}
              busy={busy || (!money.known && !money.error)}
              circling={circling}
              events={{
                onNode: selectActor,
                onNodeOpen: openActor,
                onBackground: () => {
                  setMarkedRow(null);
                  if (scene.select.length > 0 || scene.pair || scene.next !== null)
                    change(selectingNothing());
                },
                onEdge: (id) => {
                  const edge = picture.edges.find((one) => one.id === id);
                  const [from, to] = [actors.get(edge?.from ?? ""), actors.get(edge?.to ?? "")];
                  const pair =
                    from && to ? ([from.accounts[0] ?? "", to.accounts[0] ?? ""] as const) : null;
                  if (pair) change({ pair, transfers: [], next: null });
                },
                onMoved: control.move,
                onCircled: circled,
              }}
              tooltip={(hover) => hoverContent(view, hover)}
            />
          )
        )}
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
          {view.tooManySingles && (
            <div className={shared.notice} role="status">
              {t("explore.tooManySingles", { formatted: formatNumber(MOST_SINGLE, language) })}
            </div>
          )}
          {money.error !== null && money.error !== undefined && (
            <ProblemNotice error={money.error} />
          )}
        </div>
        <StageTools
          control={control}
          circling={circling}
          onCircle={stage === null || stage === "missing" ? null : () => setCircling(!circling)}
          onExport={onExport}
          saving={saving}
        />
      </section>
      <MoneyPanel
        control={control}
        settled={!busy}
        rows={money.rhythm}
        nodes={graph.nodes}
        currency={currency}
        content={content}
        live={live}
        onLive={setLive}
        markedRow={markedRow?.id ?? null}
        onMarkRow={setMarkedRow}
      />
      <SidePanel
        control={control}
        nodes={graph.nodes}
        shown={visible.nodes}
        selection={selection}
        run={run}
        expanded={expanded}
        nameOf={nameOf}
      />
    </div>
  );
}
