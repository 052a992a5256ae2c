import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { useClusters } from "../../data/clusters.ts";
import { useSearch } from "../../data/search.ts";
import { SearchNext } from "../../frame/search-next.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useKeys } from "../../ui/use-keys.ts";
import type { PanelForm } from "./cluster-head.tsx";
import { sortClusters } from "./cluster-order.ts";
import { ClusterPanel } from "./cluster-panel.tsx";
import classes from "./clusters.module.css";
import { ClustersTable } from "./clusters-table.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { MethodPanel } from "./method-panel.tsx";
import { RequestsPanel } from "./requests-panel.tsx";
import { RunBar } from "./run-bar.tsx";

/**
 * The morning list: ranked clusters left, the selected one right; everything that is shown is in
 * the address.
 */
export function ClustersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddressState();
  const { state } = useSearch();
  const [form, setForm] = useState<PanelForm>(null);
  const run = address.get("run");
  const all = address.get("all") === "1";
  const sort = address.get("sort") ?? "rank";
  const list = useClusters(run, all);
  const rows = sortClusters(list.data?.clusters ?? [], sort);
  const wanted = address.get("cluster");
  const index = Math.max(0, wanted === null ? 0 : rows.findIndex((row) => row.id === wanted));
  const selected: ClusterRow | undefined = rows[index];
  const side = address.get("side");

  const select = (row: ClusterRow | undefined, replace = false) => {
    if (!row) return;
    setForm(null);
    address.set({ cluster: row.id }, { replace });
  };
  const explore = (row: ClusterRow | undefined) => {
    if (row) void navigate(`/explore?cluster=${encodeURIComponent(row.id)}`);
  };
  useKeys({
    j: () => select(rows[index + 1], true),
    arrowdown: () => select(rows[index + 1], true),
    k: () => select(rows[index - 1], true),
    arrowup: () => select(rows[index - 1], true),
    enter: () => explore(selected),
    c: () => setForm("case"),
    d: () => setForm("dismiss"),
    escape: () => setForm(null),
  });

  if (list.isError) {
    return (
      <div className={classes.alone}>
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  }
  if (list.data && list.data.run === null) return <SearchNext look="page" />;
  return (
    <div className={classes.layout}>
      <div className={classes.left}>
        <RunBar answer={list.data} run={run} all={all} />
        {state.kind !== "found" && (
          <div className={classes.next}>
            <SearchNext look="row" />
          </div>
        )}
        <div className={classes.table}>
          <ClustersTable
            rows={rows}
            sort={sort}
            loading={list.isPending}
            hidden={all ? 0 : (list.data?.hidden ?? 0)}
            selected={selected?.id ?? null}
            onSelect={(row) => select(row)}
            onOpen={explore}
            onSort={(next) =>
              address.set({ sort: next === "rank" ? null : next }, { replace: true })
            }
          />
        </div>
        <div className={classes.keys}>{t("clusters.keys.hint")}</div>
      </div>
      <aside className={classes.side} aria-live="polite">
        {side === "method" ? (
          <MethodPanel run={list.data?.run ?? null} onClose={() => address.set({ side: null })} />
        ) : side === "requests" ? (
          <RequestsPanel run={run} onClose={() => address.set({ side: null })} />
        ) : side === "compare" && address.get("compare") !== null ? (
          <ComparePanel
            run={list.data?.run?.id ?? null}
            other={address.get("compare")}
            rows={rows}
            onPick={select}
          />
        ) : (
          <ClusterPanel
            key={selected?.id}
            row={selected}
            loading={list.isPending}
            form={form}
            onForm={setForm}
          />
        )}
      </aside>
    </div>
  );
}
