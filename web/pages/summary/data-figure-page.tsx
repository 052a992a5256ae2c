import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { claimStatus } from "../../../contract/claim-steps.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type DataFigureId,
  type DataRecord,
  dataFigure,
  overviewRecords,
} from "../../../contract/overview-records.ts";
import { call } from "../../api/call.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { OfficeFigureTotal } from "./office-figures.tsx";
import { useInstants } from "./use-period.ts";

/** The records behind one figure of what the data show; the period stands in the address. */
export function DataFigurePage() {
  const figure = figureOf(useParams().figure ?? "");
  return <Records key={figure} figure={figure} />;
}

function figureOf(text: string): DataFigureId {
  const status = claimStatus.safeParse(text.replace(/^status-/, ""));
  if (text.startsWith("status-") && status.success) return `status-${status.data}`;
  return dataFigure.catch("reports").parse(text);
}

function useRecords(figure: DataFigureId) {
  const period = useInstants();
  return useInfiniteQuery({
    queryKey: ["summary", "records", figure, period],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(overviewRecords.records, { query: { ...period, figure, offset: pageParam }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

function Records({ figure }: { figure: DataFigureId }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const query = useRecords(figure);
  const columns = useColumns();
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.records) ?? [];
  const status = claimStatus.safeParse(figure.replace(/^status-/, ""));
  const name = status.success
    ? `${t("summary.byStatus")}: ${t(`cases.claimStatus.${status.data}`)}`
    : t(`summary.tiles.${figure as "reports"}`);
  return (
    <Page>
      <PageHead title={name} lead={first && <OfficeFigureTotal figure={first.figure} />}>
        <Link to={`/summary?${search}`}>{t("measures.back")}</Link>
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <Card padded={false}>
        {query.isPending ? (
          <LoadingRows />
        ) : rows.length === 0 ? (
          <EmptyState title={t("summary.none.title")} />
        ) : (
          <DataTable
            label={t("measures.records", { figure: name })}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            minWidth={640}
            maxHeight={640}
          />
        )}
      </Card>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("measures.more")}
        </Button>
      )}
    </Page>
  );
}

function useColumns(): TableColumn<DataRecord>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    {
      id: "day",
      head: t("measures.fields.day"),
      width: "112px",
      cell: (row) => (row.day === null ? "–" : formatIsoDay(row.day, language)),
    },
    {
      id: "about",
      head: t("measures.about"),
      width: "minmax(240px, 2fr)",
      cell: (row) => <Link to={addressOf(row)}>{row.about || row.key}</Link>,
    },
    {
      id: "count",
      head: t("measures.fields.count"),
      width: "100px",
      align: "right",
      cell: (row) => formatNumber(row.count, language),
    },
    {
      id: "amount",
      head: t("measures.fields.amount"),
      width: "180px",
      align: "right",
      cell: (row) => (row.sums.length > 0 ? <Sums sums={row.sums} /> : ""),
    },
  ];
}

/** Where the record itself is: the file, the claim, the case, or the report. */
function addressOf({ file, case: caseId, claim, report }: DataRecord): string {
  if (file !== null) return `/load?tab=sources&source=${encodeURIComponent(file)}`;
  if (caseId !== null) {
    const inside = claim === null ? "" : `?claim=${encodeURIComponent(claim)}`;
    return `/cases/${encodeURIComponent(caseId)}${inside}`;
  }
  return `/reports/${encodeURIComponent(report ?? "")}`;
}
