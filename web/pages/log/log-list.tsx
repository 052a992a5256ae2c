import { Button } from "@mantine/core";
import type { RowData } from "@tanstack/react-table";
import { useTranslation } from "react-i18next";
import { DataTable, type DataTableProps } from "../../ui/data-table.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** The pages of a log that were asked for so far. */
interface Pages {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

/** A log as a table that grows by a page at a time. */
export function LogList<Row extends RowData>({
  list,
  ...table
}: { list: Pages } & Omit<DataTableProps<Row>, "maxHeight">) {
  const { t } = useTranslation();
  return (
    <>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <Card padded={false}>
        {list.isPending ? <LoadingRows /> : <DataTable<Row> {...table} maxHeight={620} />}
      </Card>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("log.more")}
        </Button>
      )}
    </>
  );
}
