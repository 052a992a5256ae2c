import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
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
    const part = (kind: TableContent["kind"], title: string, has: Has) => {
      const onLeave = kind === "stage" ? null : leave;
      return partOfPicture({ money, accounts, filter, kind, title, has, onLeave, note: listed });
    };
    if (scene.pair) {
      const [a, b] = scene.pair;
      const between = (from: string, to: string) =>
        (from === a && to === b) || (from === b && to === a);
      return part("pair", t("explore.table.pair", { from: nameOf(a), to: nameOf(b) }), between);
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
      return part("stage", names, (from, to) => selectedSet.has(from) || selectedSet.has(to));
    return part("stage", t("explore.table.everything"), () => true);
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

/** True of the relations between accounts that the table shows. */
type Has = (from: string, to: string) => boolean;

/**
 * Part of the picture's money: figures from the relations, which are whole, rows as far as they are
 * held.
 */
function partOfPicture(input: {
  money: StageMoney;
  accounts: readonly string[];
  filter: Filter;
  kind: TableContent["kind"];
  title: string;
  has: Has;
  onLeave: TableContent["onLeave"];
  /** Words where the rows are only the first of `total`. */
  note: (rows: readonly TransferRow[], total: number) => string | null;
}): TableContent {
  const { money, accounts, filter, kind, title, has, onLeave, note } = input;
  const within = (row: { from: string; to: string }) => has(row.from, row.to);
  const rows = money.rows.filter(within);
  const totals = totalsOf(money.edges.filter(within));
  const asked = { isPending: !money.known, error: money.known ? null : money.error };
  return {
    ...heldTable(rows, kind, title, asked, onLeave, note(rows, totals.total)),
    ...totals,
    fetchAll: async () =>
      money.complete ? rows : (await fetchWhole(accounts, "within", "time", filter)).filter(within),
  };
}
