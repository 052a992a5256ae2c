import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
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
import { Sums } from "../../ui/money.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { FigureRecords } from "./figure-records.tsx";
import { Unconfirmed } from "./unconfirmed.tsx";
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
  const query = useRecords(figure);
  const columns = useColumns();
  const status = claimStatus.safeParse(figure.replace(/^status-/, ""));
  const name = status.success
    ? `${t("summary.byStatus")}: ${t(`cases.claimStatus.${status.data}`)}`
    : t(`summary.tiles.${figure as "reports"}`);
  return <FigureRecords name={name} query={query} columns={columns} minWidth={640} />;
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
      cell: (row) => (
        <>
          <Link to={addressOf(row)}>{row.about || row.key}</Link>
          {row.unconfirmed.length > 0 && (
            <>
              {" · "}
              <Unconfirmed sums={row.unconfirmed} />
            </>
          )}
        </>
      ),
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
