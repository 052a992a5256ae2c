import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { FigureAmounts } from "../../../contract/measures-summary.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { OfficeFigureTotal } from "./office-figures.tsx";
import { ALL_TIME } from "./opening-period.ts";

interface RecordPage<Row> {
  readonly figure: FigureAmounts;
  readonly records: readonly Row[];
}

/** Pages of the records behind a figure, as they come. */
interface RecordQuery<Row> {
  readonly data: { readonly pages: readonly RecordPage<Row>[] } | undefined;
  readonly error: unknown;
  readonly isError: boolean;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

/** The page of one figure: what it adds up to, and its records. */
export function FigureRecords<Row extends { readonly key: string; readonly count: number }>({
  name,
  query,
  columns,
  minWidth,
}: {
  name: string;
  query: RecordQuery<Row>;
  columns: TableColumn<Row>[];
  minWidth: number;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.records) ?? [];
  const listed = rows.reduce((sum, row) => sum + row.count, 0);
  /** Of other people's cases: the figure counts them, the list leaves them out. */
  const others = query.hasNextPage ? 0 : Math.max(0, (first?.figure.count ?? 0) - listed);
  return (
    <Page>
      <PageHead title={name} lead={first && <OfficeFigureTotal figure={first.figure} />}>
        <Link to={`/summary?${backTo(search)}`}>{t("measures.back")}</Link>
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <Card padded={false}>
        {query.isPending ? (
          <LoadingRows />
        ) : rows.length === 0 && others === 0 ? (
          <EmptyState title={t("summary.none.title")} />
        ) : (
          <DataTable
            label={t("measures.records", { figure: name })}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            minWidth={minWidth}
            maxHeight={640}
          />
        )}
      </Card>
      {others > 0 && <p>{t("summary.others", { number: String(others) })}</p>}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("measures.more")}
        </Button>
      )}
    </Page>
  );
}

/** The summary of the same period; without days it is that of all time. */
function backTo(search: URLSearchParams): URLSearchParams {
  const back = new URLSearchParams(search);
  if (!back.has("from") && !back.has("until")) back.set(ALL_TIME, "yes");
  return back;
}
