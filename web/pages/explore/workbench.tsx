import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { exploring, type GraphRole, type TransferRow } from "../../../contract/exploring.ts";
import { call } from "../../api/call.ts";
import { shortAccount, shortName } from "../../format/accounts.ts";
import { formatMoneyShort } from "../../format/money.ts";
import { formatNumber } from "../../format/numbers.ts";
import { readPalette } from "../../graph/colors.ts";
import type { Hover } from "../../graph/sigma/stage.ts";
import type { PictureGroup } from "../../graph/types.ts";
import { useStage } from "../../graph/use-stage.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { useCluster, useClusters } from "../clusters/queries.ts";
import classes from "./explore.module.css";
import { exportPicture } from "./money/export-picture.ts";
import { MoneyPanel, type TableContent } from "./money/money-panel.tsx";
import { useStepWords } from "./panel/journey.tsx";
import { LeftPanel } from "./panel/left-panel.tsx";
import { usePaths } from "./panel/queries.ts";
import { ShownList, SidePanel } from "./panel/side-panel.tsx";
import { collapsing, expanding, hiding, selecting, selectingNothing } from "./scene/scene.ts";
import type { SceneControl } from "./scene/use-scene.ts";
import { castOf, flowsOf, tiesOf, visibleNodes } from "./stage/actors.ts";
import { type Filter, mainCurrency, turnover } from "./stage/bundle.ts";
import { exitKey } from "./stage/exits.ts";
import { FactsBar, LeftOutNotices, usePeriodWords } from "./stage/facts.tsx";
import { MOST_SINGLE, makePicture } from "./stage/make-picture.ts";
import type { StageGraphData } from "./stage/stage-graph.ts";
import { StageView } from "./stage/stage-view.tsx";
import { StageTools } from "./stage/tools.tsx";
import { EdgeTooltip, NodeTooltip } from "./stage/tooltips.tsx";
import { useLayout } from "./stage/use-layout.ts";
import { useMoney, useNamedTransfers, useNextHop, useWholeTransfers } from "./stage/use-money.ts";
import { useStageGraph } from "./stage/use-stage-graph.ts";

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
  return <Scene control={control} graph={query.data} busy={query.isPlaceholderData} />;
}

function Scene({ control, graph, busy }: { control: SceneControl; graph: StageGraphData; busy: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const stage = useStage();
  const period = usePeriodWords();
  const [live, setLive] = useState<readonly [number, number] | null>(null);
  const [hoverRole, setHoverRole] = useState<GraphRole | null>(null);
  const [markedRow, setMarkedRow] = useState<TransferRow | null>(null);

  const exitWord = useCallback((kind: string) => t(`explore.exits.${exitKey(kind)}`), [t]);
  const nameOf = useCallback(
    (account: string) => {
      const node = graph.nodes.get(account);
      if (!node) return account;
      if (node.exitKind !== null) return exitWord(node.exitKind);
      return node.holderName ? `${shortName(node.holderName)} ${shortAccount(account)}` : shortAccount(account);
    },
    [graph, exitWord],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the switches matter, not the whole scene
  const visible = useMemo(
    () => visibleNodes(graph.nodes.values(), scene),
    [graph, scene.rolesOff.join(), scene.showOff.join()],
  );
  const accounts = useMemo(() => visible.nodes.map((node) => node.number), [visible]);
  const filter: Filter = useMemo(
    () => ({ since: live?.[0] ?? scene.since, until: live?.[1] ?? scene.until, minimum: scene.minimum }),
    [live, scene.since, scene.until, scene.minimum],
  );
  const money = useMoney(accounts, filter);
  const currency = useMemo(() => mainCurrency(money.held), [money.held]);
  const cast = useMemo(() => castOf(visible.nodes, scene.byHolder, exitWord), [visible, scene.byHolder, exitWord]);
  const lifeTies = useMemo(() => tiesOf(graph.edges.values(), cast.idOf), [graph, cast]);
  const frame = [graph.base, scene.layout, scene.byHolder].join("|");
  const accountsOf = useMemo(() => new Map(cast.actors.map((actor) => [actor.id, actor])), [cast]);
  const waveOf = useCallback(
    (id: string) => Math.min(...(accountsOf.get(id)?.accounts ?? [id]).map((account) => graph.wave.get(account) ?? 0)),
    [accountsOf, graph],
  );
  const places = useLayout(scene.layout, frame, cast, lifeTies, waveOf);
  const positions = useMemo(() => {
    if (control.moved.size === 0 || scene.layout !== "network") return places.positions;
    const moved = new Map(places.positions);
    for (const [id, at] of control.moved) if (moved.has(id)) moved.set(id, at);
    return moved;
  }, [places, control.moved, scene.layout]);

  const cluster = useCluster(scene.cluster);
  const clusterList = useClusters(null, false);
  const paths = usePaths(scene.path);
  const next = useNextHop(scene.next, scene.hours, scene.share);
  const named = useNamedTransfers(scene.transfers);
  const run = cluster.data?.runId ?? scene.run;

  const focus = useMemo(() => {
    const rows =
      scene.next !== null
        ? (next.data?.transfers ?? [])
        : scene.transfers.length > 0
          ? (named.data?.transfers ?? [])
          : markedRow
            ? [markedRow]
            : [];
    const relations = new Set(rows.map((row) => `${row.from}>${row.to}`));
    if (scene.pair) relations.add(scene.pair.join(">"));
    if (scene.path && scene.transfers.length === 0)
      for (const way of paths.data?.paths ?? [])
        way.accounts.forEach((account, index) => {
          if (index > 0) relations.add(`${way.accounts[index - 1]}>${account}`);
        });
    if (relations.size === 0) return null;
    return { relations, accounts: new Set([...relations].flatMap((relation) => relation.split(">"))) };
  }, [scene.next, scene.transfers, scene.pair, scene.path, next.data, named.data, paths.data, markedRow]);

  const groups = useMemo((): readonly PictureGroup[] => {
    const members = new Map<string, number>();
    for (const actor of cast.actors)
      if (actor.node.cluster !== null)
        members.set(actor.node.cluster, (members.get(actor.node.cluster) ?? 0) + actor.accounts.length);
    return [...members].map(([id, count]) => {
      const row = cluster.data?.id === id ? cluster.data : clusterList.data?.clusters.find((one) => one.id === id);
      return {
        id,
        name: row ? t("clusters.name", { rank: row.rank }) : id,
        note: [
          t("common.accounts", { count, formatted: formatNumber(count, language) }),
          row?.received[0] ? formatMoneyShort(row.received[0].amount, row.received[0].currency, language) : null,
        ]
          .filter(Boolean)
          .join(" · "),
      };
    });
  }, [cast, cluster.data, clusterList.data, t, language]);

  const flows = useMemo(() => flowsOf(lifeTies), [lifeTies]);
  const columns = useMemo(
    () =>
      places.columns.map((column) => {
        const count = column.ids.length;
        const sum = column.ids.reduce((total, id) => total + (flows.get(id) ?? 0), 0);
        return {
          x: column.x,
          name: column.role === "none" ? t("explore.show.exits") : t(`roles.${column.role}`),
          note: `${t("common.accounts", { count, formatted: formatNumber(count, language) })} · ${formatMoneyShort(BigInt(Math.round(sum * 100)), currency, language)}`,
        };
      }),
    [places.columns, flows, t, language, currency],
  );

  const filtered = filter.since !== null || filter.until !== null || filter.minimum !== null;
  const singles = scene.level === "transfers" && money.rows.length <= MOST_SINGLE ? money.rows : null;
  const outlines = !scene.showOff.includes("outlines");
  const names = !scene.showOff.includes("names");
  const picture = useMemo(
    () =>
      makePicture({
        cast,
        lifeTies,
        edges: money.edges,
        singles,
        positions,
        groups,
        columns,
        select: scene.select,
        focus,
        hoverRole,
        filtered,
        outlines,
        names,
        frame: places.frame,
      }),
    [
      cast,
      lifeTies,
      money.edges,
      singles,
      positions,
      groups,
      columns,
      scene.select,
      focus,
      hoverRole,
      filtered,
      outlines,
      names,
      places.frame,
    ],
  );

  const selectedSet = useMemo(() => new Set(scene.select), [scene.select]);
  const selection = useMemo(
    () => (scene.select.length === 0 ? null : turnover(money.rows, selectedSet)),
    [money.rows, selectedSet, scene.select.length],
  );

  const content = useTable({ control, money, filter, selectedSet, next, named, nameOf });
  const span: readonly [number, number] = useMemo(() => {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const row of money.held) {
      first = Math.min(first, row.bookedAt);
      last = Math.max(last, row.bookedAt);
    }
    return Number.isFinite(first) ? [first, last] : [0, 0];
  }, [money.held]);

  const selectActor = (id: string, together: boolean) => {
    setMarkedRow(null);
    const actor = accountsOf.get(id);
    if (!actor) return;
    change((now) =>
      actor.accounts.length === 1
        ? selecting(now, actor.accounts[0] ?? id, together)
        : {
            ...selectingNothing(),
            select: together ? [...new Set([...now.select, ...actor.accounts])] : [...actor.accounts],
          },
    );
  };
  const openActor = (id: string) => {
    const account = accountsOf.get(id)?.accounts[0];
    if (account !== undefined) change((now) => expanding(now, account));
  };
  const expanded = (account: string) =>
    scene.steps.some((step) => step.kind === "expand" && step.account === account) &&
    [...graph.broughtBy.values()].includes(account);

  useKeys({
    escape: () => {
      setMarkedRow(null);
      change(selectingNothing());
    },
    e: () => {
      const [only] = scene.select;
      if (only !== undefined) change(expanding(scene, only));
    },
    c: () => {
      const [only] = scene.select;
      if (only !== undefined && expanded(only)) change(collapsing(scene, only));
    },
    h: () => {
      if (scene.select.length > 0) change(hiding(scene, scene.select));
    },
    l: () => change({ layout: scene.layout === "flow" ? "network" : "flow" }),
    f: () => {
      if (stage !== null && stage !== "missing") stage.fitAll();
    },
  });
  useUndoKeys(control);

  const title =
    scene.cluster !== null
      ? cluster.data
        ? t("clusters.name", { rank: cluster.data.rank })
        : t("explore.facts.cluster")
      : scene.report !== null
        ? t("explore.facts.report", { id: scene.report })
        : scene.accounts.length === 1
          ? nameOf(scene.accounts[0] ?? "")
          : t("common.accounts", {
              count: scene.accounts.length,
              formatted: formatNumber(scene.accounts.length, language),
            });

  const stepWords = useStepWords(nameOf);
  const onExport = (format: "png" | "svg") => {
    if (stage === null || stage === "missing") return;
    const counts = t("explore.facts.shown", {
      shown: formatNumber(visible.nodes.length, language),
      found: formatNumber(Math.max(graph.found, visible.nodes.length), language),
    });
    void exportPicture(format, {
      picture,
      palette: readPalette(document.documentElement),
      lens: stage.lens(),
      title,
      lines: [
        `${counts} · ${t("common.transfers", { count: money.total, formatted: formatNumber(money.total, language) })}`,
        [
          period(filter.since, filter.until, span),
          filter.minimum === null
            ? null
            : t("explore.facts.over", { amount: formatMoneyShort(filter.minimum, currency, language) }),
          visible.switchedOff > 0
            ? t("explore.facts.switchedOff", {
                count: visible.switchedOff,
                formatted: formatNumber(visible.switchedOff, language),
              })
            : null,
        ]
          .filter(Boolean)
          .join(" · "),
        [stepWords.base(scene), ...scene.steps.map(stepWords.step)].join(" → "),
      ],
      roleWord: (role) => t(`roles.${role}`),
      exitWord: t("explore.exit"),
      amountWord: (amount) => formatMoneyShort(BigInt(Math.round(amount * 100)), currency, language),
      sourceLine: t("explore.export.source", {
        run: run ?? "-",
        files: formatNumber(new Set(money.held.map((row) => row.sourceId)).size, language),
      }),
      language,
    });
  };

  const tooltip = (hover: Hover) => {
    if (hover.kind === "node") {
      const actor = accountsOf.get(hover.id);
      if (!actor) return null;
      const own = new Set(actor.accounts);
      const count = money.held.reduce((sum, row) => sum + (own.has(row.from) || own.has(row.to) ? 1 : 0), 0);
      return <NodeTooltip actor={actor} shown={count} />;
    }
    const edge = picture.edges.find((one) => one.id === hover.id);
    const [from, to] = [accountsOf.get(edge?.from ?? ""), accountsOf.get(edge?.to ?? "")];
    if (!from || !to) return null;
    const between = (a: typeof from, b: typeof to) =>
      money.edges.filter((one) => a.accounts.includes(one.from) && b.accounts.includes(one.to));
    return <EdgeTooltip from={from.label} to={to.label} there={between(from, to)} back={between(to, from)} />;
  };

  return (
    <div className={classes.workbench}>
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
              busy={busy || money.loading}
              events={{
                onNode: selectActor,
                onNodeOpen: openActor,
                onBackground: () => {
                  setMarkedRow(null);
                  if (scene.select.length > 0 || scene.pair || scene.next !== null) change(selectingNothing());
                },
                onEdge: (id) => {
                  const edge = picture.edges.find((one) => one.id === id);
                  const [from, to] = [accountsOf.get(edge?.from ?? ""), accountsOf.get(edge?.to ?? "")];
                  const pair = from && to ? ([from.accounts[0] ?? "", to.accounts[0] ?? ""] as const) : null;
                  if (pair) change({ pair, transfers: [], next: null });
                },
                onMoved: control.move,
              }}
              tooltip={tooltip}
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
            onTable={(account) => change((now) => ({ ...selecting(now, account, false), scope: "all" }))}
          />
          {scene.level === "transfers" && singles === null && (
            <div className={classes.notice} role="status">
              {t("explore.tooManySingles", { formatted: formatNumber(MOST_SINGLE, language) })}
            </div>
          )}
          {money.error !== null && money.error !== undefined && <ProblemNotice error={money.error} />}
        </div>
        <StageTools control={control} onExport={onExport} />
      </section>
      <MoneyPanel
        control={control}
        rows={money.held}
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

/** Which transfers the table shows: a next hop, named ones, one relation, a selection (whole or in the picture), or all. */
function useTable(input: {
  control: SceneControl;
  money: ReturnType<typeof useMoney>;
  filter: Filter;
  selectedSet: ReadonlySet<string>;
  next: ReturnType<typeof useNextHop>;
  named: ReturnType<typeof useNamedTransfers>;
  nameOf: (account: string) => string;
}): TableContent {
  const { t } = useTranslation();
  const language = useLanguage();
  const { control, money, filter, selectedSet, next, named, nameOf } = input;
  const { scene, change } = control;
  const wholeWanted =
    scene.select.length > 0 &&
    scene.scope === "all" &&
    scene.pair === null &&
    scene.next === null &&
    scene.transfers.length === 0;
  const whole = useWholeTransfers(scene.select, filter, wholeWanted);
  return useMemo((): TableContent => {
    const leave = () => change({ pair: null, transfers: [], next: null });
    const simple = (
      rows: readonly TransferRow[],
      kind: TableContent["kind"],
      title: string,
      loading: boolean,
      note: string | null = null,
    ): TableContent => ({
      rows,
      total: rows.length,
      sums: sumsByCurrency(rows),
      kind,
      title,
      onLeave: kind === "stage" ? null : leave,
      note,
      loading,
      fetchAll: () => Promise.resolve(rows),
    });
    if (scene.next !== null) {
      const left = next.data?.leftOut ?? 0;
      return simple(
        next.data?.transfers ?? [],
        "next",
        t("explore.table.nextTitle", { hours: scene.hours }),
        next.isPending,
        left > 0 ? t("explore.table.smaller", { formatted: formatNumber(left, language) }) : null,
      );
    }
    if (scene.transfers.length > 0)
      return simple(named.data?.transfers ?? [], "named", t("explore.table.named"), named.isPending);
    if (scene.pair) {
      const [from, to] = scene.pair;
      const rows = money.rows.filter(
        (row) => (row.from === from && row.to === to) || (row.from === to && row.to === from),
      );
      return simple(rows, "pair", t("explore.table.pair", { from: nameOf(from), to: nameOf(to) }), money.loading);
    }
    const names = scene.select.length === 1 ? nameOf(scene.select[0] ?? "") : t("explore.table.selection");
    if (wholeWanted) {
      const page = whole.data;
      const rows = page?.transfers ?? [];
      return {
        rows,
        total: page?.total ?? 0,
        sums: page?.sums ?? [],
        kind: "whole",
        title: names,
        onLeave: null,
        loading: whole.isPending || whole.isPlaceholderData,
        note:
          page && page.total > rows.length
            ? t("explore.table.firstRows", { formatted: formatNumber(rows.length, language) })
            : null,
        fetchAll: () => fetchWhole(scene.select, "around", filter, page?.total ?? 0),
      };
    }
    if (scene.select.length > 0)
      return simple(
        money.rows.filter((row) => selectedSet.has(row.from) || selectedSet.has(row.to)),
        "stage",
        names,
        money.loading,
      );
    return {
      rows: money.rows,
      total: money.total,
      sums: money.sums,
      kind: "stage",
      title: t("explore.table.everything"),
      onLeave: null,
      loading: money.loading,
      note:
        money.total > money.rows.length
          ? t("explore.table.firstRows", { formatted: formatNumber(money.rows.length, language) })
          : null,
      fetchAll: () => Promise.resolve(money.rows),
    };
  }, [
    scene,
    change,
    money,
    filter,
    selectedSet,
    next.data,
    next.isPending,
    named.data,
    named.isPending,
    whole.data,
    whole.isPending,
    whole.isPlaceholderData,
    wholeWanted,
    nameOf,
    t,
    language,
  ]);
}

function sumsByCurrency(rows: readonly TransferRow[]) {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0n) + BigInt(row.amount));
  return [...sums].map(([currency, amount]) => ({ currency, amount: amount.toString() }));
}

async function fetchWhole(
  accounts: readonly string[],
  scope: "around" | "within",
  filter: Filter,
  total: number,
): Promise<readonly TransferRow[]> {
  const rows: TransferRow[] = [];
  while (rows.length < total) {
    const page = await call(exploring.transfers, {
      body: {
        accounts: [...accounts],
        scope,
        order: "time",
        offset: rows.length,
        limit: 5_000,
        ...(filter.since === null ? {} : { since: filter.since }),
        ...(filter.until === null ? {} : { until: filter.until }),
        ...(filter.minimum === null ? {} : { minimumAmount: filter.minimum }),
      },
    });
    if (page.transfers.length === 0) break;
    rows.push(...page.transfers);
  }
  return rows;
}

function useUndoKeys(control: SceneControl): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]")) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey && control.undo) {
        event.preventDefault();
        control.undo();
      } else if ((key === "y" || (key === "z" && event.shiftKey)) && control.redo) {
        event.preventDefault();
        control.redo();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [control]);
}
