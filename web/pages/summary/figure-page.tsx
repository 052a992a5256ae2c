import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { type FigureId, type FigureRecord, figureId } from "../../../contract/measures-summary.ts";
import { useFigureRecords } from "../../data/measures.ts";
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
import { usePeriod } from "./use-period.ts";

/** The records behind one figure of the summary; the period stands in the address. */
export function FigurePage() {
  const figure = figureId.catch("claimed").parse(useParams().figure);
  return <Records key={figure} figure={figure} />;
}

function Records({ figure }: { figure: FigureId }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const query = useFigureRecords(figure, usePeriod());
  const columns = useColumns();
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.records) ?? [];
  const name = t(`figures.${figure}`);
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
            minWidth={900}
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

function useColumns(): TableColumn<FigureRecord>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    {
      id: "day",
      head: t("measures.fields.day"),
      width: "112px",
      cell: (row) => formatIsoDay(row.day, language),
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
      width: "160px",
      align: "right",
      cell: (row) => (row.sums.length > 0 ? <Sums sums={row.sums} /> : ""),
    },
    { id: "paper", head: t("measures.fields.paper"), width: "130px", cell: (row) => row.paper },
    {
      id: "district",
      head: t("measures.fields.district"),
      width: "minmax(120px, 1fr)",
      cell: (row) => row.district,
    },
  ];
}

/** Where the record itself is: the entry, the claim, or the account. */
function addressOf({ measure, case: caseId, claim, account }: FigureRecord): string {
  if (measure !== null) return `/measures?open=${encodeURIComponent(measure)}`;
  if (claim !== null && caseId !== null)
    return `/cases/${encodeURIComponent(caseId)}?claim=${encodeURIComponent(claim)}`;
  if (caseId !== null) return `/cases/${encodeURIComponent(caseId)}`;
  return `/explore?account=${encodeURIComponent(account ?? "")}`;
}
