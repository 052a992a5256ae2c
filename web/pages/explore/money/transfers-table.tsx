import type { SortingState } from "@tanstack/react-table";
import { useTranslation } from "react-i18next";
import type { GraphNode, TransferRow } from "../../../../contract/exploring.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import shared from "../shared.module.css";
import { type CellFilters, useTransferColumns } from "./transfer-columns.tsx";

/**
 * The transfers of the selection; every cell can become a filter, every row asks what left after
 * it.
 */
export function TransfersTable({
  rows,
  nodes,
  currency,
  selected,
  filters,
  sorting,
  onSort,
  onSelect,
  empty,
}: {
  rows: readonly TransferRow[];
  nodes: ReadonlyMap<string, GraphNode>;
  currency: string;
  selected: string | null;
  filters: CellFilters;
  sorting: SortingState;
  onSort: (sorting: SortingState) => void;
  onSelect: (row: TransferRow) => void;
  empty: string;
}) {
  const { t } = useTranslation();
  const columns = useTransferColumns(nodes, currency, filters);
  return (
    <DataTable
      label={t("explore.table.label")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHeight={27}
      minWidth={730}
      selected={selected}
      onSelect={onSelect}
      onOpen={filters.onNext}
      sorting={sorting}
      onSort={onSort}
      empty={
        <p className={shared.soft} style={{ padding: 16 }}>
          {empty}
        </p>
      }
    />
  );
}
