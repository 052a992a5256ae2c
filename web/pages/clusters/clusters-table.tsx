import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { useClusterColumns } from "./cluster-columns.tsx";

/** The ranked clusters of a run: one is selected, Enter opens it. */
export function ClustersTable(props: {
  rows: readonly ClusterRow[];
  sort: string;
  loading: boolean;
  /** Clusters of the run that are set aside and therefore not listed. */
  hidden: number;
  selected: string | null;
  onSelect: (row: ClusterRow) => void;
  onOpen: (row: ClusterRow) => void;
  onSort: (sort: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  // A first run has nothing to compare with: an empty column would only push the others out of
  // sight.
  const changes = props.rows.some((row) => row.change !== null || row.decision !== null);
  const columns = useClusterColumns(props.rows, changes);
  return (
    <DataTable
      label={t("clusters.title")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      selected={props.selected}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      sorting={[{ id: props.sort.replace(/^-/, ""), desc: props.sort.startsWith("-") }]}
      onSort={(sorting) => {
        const first = sorting[0];
        props.onSort(first ? `${first.desc ? "-" : ""}${first.id}` : "rank");
      }}
      minWidth={changes ? 1050 : 946}
      empty={
        props.loading ? (
          <LoadingRows />
        ) : (
          <EmptyState
            {...(props.hidden > 0
              ? {
                  title: t("clusters.allHidden", {
                    count: props.hidden,
                    formatted: formatNumber(props.hidden, language),
                  }),
                }
              : { title: t("clusters.none.title"), text: t("clusters.none.text") })}
          />
        )
      }
    />
  );
}
