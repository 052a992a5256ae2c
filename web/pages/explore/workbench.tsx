import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { GraphRole, TransferRow } from "../../../contract/exploring.ts";
import { readPalette } from "../../graph/palette.ts";
import type { Stage } from "../../graph/sigma/stage.ts";
import { useStage } from "../../graph/use-stage.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { pictureFile } from "./money/export-picture.ts";
import { MoneyPanel } from "./money/money-panel.tsx";
import { PrintSheet } from "./money/print-sheet.tsx";
import { useExport } from "./money/use-export.ts";
import { usePictureInput } from "./money/use-picture-input.ts";
import { usePictureWords } from "./money/use-picture-words.ts";
import { useTable } from "./money/use-table.ts";
import { useWhenSettled } from "./money/use-when-settled.ts";
import { LeftPanel } from "./panel/left-panel.tsx";
import { SidePanel } from "./panel/side-panel.tsx";
import { traceOfScene } from "./panel/trace-of.ts";
import { useCommands } from "./scene/use-commands.ts";
import type { SceneControl } from "./scene/use-scene.ts";
import { isDevice } from "./stage/devices.ts";
import { KeepTool } from "./stage/keep-tool.tsx";
import type { StageGraphData } from "./stage/stage-graph.ts";
import { StageSection } from "./stage/stage-section.tsx";
import { useStageEvents } from "./stage/use-stage-events.ts";
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
  const { scene } = control;
  const workbench = useKeptFocus();
  const stage = useStage();
  const [live, setLive] = useState<readonly [number, number] | null>(null);
  const [hoverRole, setHoverRole] = useState<GraphRole | null>(null);
  const [circling, setCircling] = useState(false);
  const [markedRow, setMarkedRow] = useState<TransferRow | null>(null);
  const view = useView(control, graph, { live, hoverRole, markedRow });
  const { title, run, visible, money, currency, selection, nameOf } = view;
  const ofAccounts = useAccountsOnly(control);
  const content = useTable({ control: ofAccounts, ...view });
  const savePicture = useExport(scene, graph, view, stage);
  const inputOf = usePictureInput(scene, graph, view, stage);
  const words = usePictureWords(scene, graph, view);
  const settled = !busy && money.known;
  const [saving, onExport] = useWhenSettled(settled, control.inStep, savePicture);

  const leaveRow = () => setMarkedRow(null);
  const events = useStageEvents(control, view, leaveRow, () => setCircling(false));
  const expanded = (account: string) => [...graph.broughtBy.values()].includes(account);

  useStageCommands(control, graph, stage, {
    expanded,
    circle: () => setCircling(!circling && typeof stage === "object" && stage !== null),
    clear: () => {
      leaveRow();
      setCircling(false);
    },
  });

  return (
    <div className={classes.workbench} ref={workbench}>
      <h1 className="dg-hidden">{`${t("explore.title")}: ${title}`}</h1>
      <LeftPanel
        control={control}
        visible={visible}
        grouped={view.groups.size}
        rows={money.held}
        currency={currency}
        run={run}
        nameOf={nameOf}
        onHoverRole={setHoverRole}
      />
      <StageSection
        control={ofAccounts}
        graph={graph}
        view={view}
        rows={content.rows}
        stage={stage}
        events={events}
        busy={busy}
        circling={circling}
        onCircling={setCircling}
        keep={
          <KeepTool
            key={control.scene.cluster ?? control.scene.report ?? ""}
            control={control}
            title={title}
            run={run}
            pictureOf={async () => {
              const input = inputOf(readPalette(document.documentElement));
              return input && pictureFile(input);
            }}
            ready={settled && control.inStep()}
          />
        }
        saving={saving}
        onExport={onExport}
        expanded={expanded}
      />
      <MoneyPanel
        control={ofAccounts}
        settled={!busy}
        rows={money.rhythm}
        view={view}
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
      <PrintSheet
        inputOf={inputOf}
        words={words}
        view={view}
        content={content}
        settled={settled && control.inStep()}
      />
    </div>
  );
}

/** The keys that look at the picture, and those that change it. */
function useStageCommands(
  control: SceneControl,
  graph: StageGraphData,
  stage: Stage | "missing" | null,
  others: Pick<Parameters<typeof useCommands>[1], "expanded" | "circle" | "clear">,
): void {
  const navigate = useNavigate();
  const drawn = stage === "missing" ? null : stage;
  useCommands(control, {
    ...others,
    fit: () => drawn?.fitAll(),
    zoom: (factor) => drawn?.zoom(factor),
    trace: () => {
      const to = traceOfScene(control.scene, graph);
      if (to !== null) void navigate(to);
    },
  });
}

/** The scene for what shows money: a device that is selected has none. */
function useAccountsOnly(control: SceneControl): SceneControl {
  return useMemo(() => {
    const { scene } = control;
    if (!scene.select.some(isDevice)) return control;
    const select = scene.select.filter((key) => !isDevice(key));
    return { ...control, scene: { ...scene, select } };
  }, [control]);
}
