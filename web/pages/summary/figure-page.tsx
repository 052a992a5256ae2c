import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { bankName } from "../../../contract/bank-names.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type FigureId,
  type FigureRecord,
  figureId,
  paperText,
} from "../../../contract/measures-summary.ts";
import { useFigureRecords } from "../../data/measures.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Sums } from "../../ui/money.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { FigureRecords } from "./figure-records.tsx";
import { usePeriod } from "./use-period.ts";

/** The records behind one figure of the summary; the period stands in the address. */
export function FigurePage() {
  const figure = figureId.catch("claimed").parse(useParams().figure);
  return <Records key={figure} figure={figure} />;
}

/** Figures of money at banks: each record names its bank. */
const AT_BANKS: ReadonlySet<FigureId> = new Set<FigureId>([
  "blocked",
  "returned",
  "refused",
  "restricted",
  "loans",
  "loans-stopped",
]);

function Records({ figure }: { figure: FigureId }) {
  const { t } = useTranslation();
  const query = useFigureRecords(figure, usePeriod());
  const columns = useColumns(figure);
  const name = t(`figures.${figure}`);
  return <FigureRecords name={name} query={query} columns={columns} minWidth={900} />;
}

function useColumns(figure: FigureId): TableColumn<FigureRecord>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const bank: TableColumn<FigureRecord> = {
    id: "bank",
    head: t("measures.fields.bank"),
    width: "minmax(120px, 1fr)",
    cell: (row) => row.bank !== null && bankName(row.bank),
  };
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
      cell: (row) => (
        <Link to={addressOf(row)}>{row.about || row.claim || row.measure || row.account}</Link>
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
      width: "160px",
      align: "right",
      cell: (row) => (row.sums.length > 0 ? <Sums sums={row.sums} /> : ""),
    },
    ...(AT_BANKS.has(figure) ? [bank] : []),
    {
      id: "paper",
      head: t("measures.fields.paper"),
      width: "minmax(130px, 1fr)",
      cell: (row) => paperText(row, language) || row.claim,
    },
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
