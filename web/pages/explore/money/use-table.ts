import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { GraphEdge, TransferRow } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import { type Filter, totalsOf } from "../stage/bundle.ts";
import type { Focus } from "../stage/use-focus.ts";
import { type StageMoney, useWholeTransfers } from "../stage/use-money.ts";
import { fetchWhole } from "./fetch-whole.ts";
import { heldTable, type TableContent } from "./table-content.ts";

/**
 * The transfers that the table shows: a next hop, named ones, one relation, a selection (whole or in
 * the picture), or all.
 */
export function useTable(input: {
  control: SceneControl;
  money: StageMoney;
  filter: Filter;
  selectedSet: ReadonlySet<string>;
  accounts: readonly string[];
  next: Focus["next"];
  named: Focus["named"];
  nameOf: (account: string) => string;
}): TableContent {
  const { t } = useTranslation();
  const language = useLanguage();
  const { control, money, filter, selectedSet, accounts, next, named, nameOf } = input;
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
    if (scene.next !== null) {
      const left = next.data?.leftOut ?? 0;
      return heldTable(
        next.data?.transfers ?? [],
        "next",
        t("explore.table.nextTitle", { hours: scene.hours }),
        { isPending: next.isPending, error: next.error },
        leave,
        left > 0 ? t("explore.table.smaller", { formatted: formatNumber(left, language) }) : null,
      );
    }
    if (scene.transfers.length > 0)
      return heldTable(
        named.data?.transfers ?? [],
        "named",
        t("explore.table.named"),
        { isPending: named.isPending, error: named.error },
        leave,
      );
    const listed = (rows: readonly TransferRow[], total: number) =>
      total > rows.length
        ? t("explore.table.firstRows", { formatted: formatNumber(rows.length, language) })
        : null;
    /**
     * Part of the picture's money: figures from the relations, which are whole, rows as far as they
     * are held.
     */
    const part = (
      edges: readonly GraphEdge[],
      has: (from: string, to: string) => boolean,
      kind: TableContent["kind"],
      title: string,
    ): TableContent => {
      const rows = money.rows.filter((row) => has(row.from, row.to));
      const totals = totalsOf(edges.filter((edge) => has(edge.from, edge.to)));
      return {
        ...heldTable(
          rows,
          kind,
          title,
          { isPending: !money.known, error: money.known ? null : money.error },
          kind === "stage" ? null : leave,
          listed(rows, totals.total),
        ),
        ...totals,
        fetchAll: async () =>
          money.complete
            ? rows
            : (await fetchWhole(accounts, "within", "time", filter)).filter((row) =>
                has(row.from, row.to),
              ),
      };
    };
    if (scene.pair) {
      const [a, b] = scene.pair;
      const between = (from: string, to: string) =>
        (from === a && to === b) || (from === b && to === a);
      return part(
        money.edges,
        between,
        "pair",
        t("explore.table.pair", { from: nameOf(a), to: nameOf(b) }),
      );
    }
    const names =
      scene.select.length === 1 ? nameOf(scene.select[0] ?? "") : t("explore.table.selection");
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
        loading: whole.isPending,
        error: whole.error,
        note: page ? listed(rows, page.total) : null,
        fetchAll: () => fetchWhole(scene.select, "around", "time-down", filter),
      };
    }
    if (scene.select.length > 0)
      return part(
        money.edges,
        (from, to) => selectedSet.has(from) || selectedSet.has(to),
        "stage",
        names,
      );
    return part(money.edges, () => true, "stage", t("explore.table.everything"));
  }, [
    scene,
    change,
    money,
    filter,
    selectedSet,
    accounts,
    next.data,
    next.isPending,
    next.error,
    named.data,
    named.isPending,
    named.error,
    whole.data,
    whole.isPending,
    whole.error,
    wholeWanted,
    nameOf,
    t,
    language,
  ]);
}
