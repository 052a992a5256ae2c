import { Button } from "@mantine/core";
import { IconFolderPlus, IconFolders } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { type CaseRow, cases } from "../../../contract/cases.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useCases } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useActor } from "../../ui/use-actor.ts";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./cases.module.css";
import { NewCase } from "./new-case.tsx";

const ROW = 38;

/** All cases with what is claimed in each; a new one is opened here or from a cluster. */
export function CasesPage() {
  const { t } = useTranslation();
  const address = useAddressState();
  const list = useCases();
  const mayCreate = useMay(cases.create);
  const creating = address.get("new") === "1";
  const reports = address.getAll("report");
  const rows = list.data?.cases ?? [];
  return (
    <Page>
      <PageHead title={t("cases.title")} lead={t("cases.lead")}>
        {mayCreate && (
          <Button
            variant="filled"
            leftSection={<IconFolderPlus size={15} />}
            aria-expanded={creating}
            onClick={() =>
              address.set({ new: creating ? null : "1", report: null }, { replace: true })
            }
          >
            {t("cases.create")}
          </Button>
        )}
      </PageHead>
      {creating && mayCreate && <NewCase key={reports.join()} reports={reports} />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <Card padded={false}>
        {list.isPending ? (
          <LoadingRows />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<IconFolders size={20} />}
            title={t("cases.none.title")}
            text={t("cases.none.text")}
          />
        ) : (
          <CasesTable rows={rows} />
        )}
      </Card>
    </Page>
  );
}

function CasesTable({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const navigate = useNavigate();
  const open = (row: CaseRow) => void navigate(`/cases/${encodeURIComponent(row.id)}`);
  const count = (id: "claims" | "victims" | "droppers", width: string): TableColumn<CaseRow> => ({
    id,
    head: t(`cases.columns.${id}`),
    width,
    align: "right",
    cell: (row) => formatNumber(row[id], language),
    sort: (row) => row[id],
  });
  const columns: TableColumn<CaseRow>[] = [
    {
      id: "title",
      head: t("cases.columns.title"),
      width: "minmax(160px, 2fr)",
      sort: (row) => row.title,
      cell: (row) => (
        <Link className={classes.titleLink} to={`/cases/${encodeURIComponent(row.id)}`}>
          {row.title}
        </Link>
      ),
    },
    {
      id: "status",
      head: t("cases.columns.status"),
      width: "88px",
      cell: (row) => t(`cases.status.${row.status}`),
    },
    count("claims", "116px"),
    count("victims", "118px"),
    count("droppers", "106px"),
    {
      id: "amount",
      head: t("cases.columns.amount"),
      width: "124px",
      align: "right",
      cell: (row) => <Sums sums={row.sums} short />,
      sort: (row) => BigInt(row.sums[0]?.amount ?? "0"),
    },
    {
      id: "claimed",
      head: t("cases.columns.claimed"),
      width: "124px",
      align: "right",
      cell: (row) => <Sums sums={row.claimed} short />,
      sort: (row) => BigInt(row.claimed[0]?.amount ?? "0"),
    },
    {
      id: "opened",
      head: t("cases.columns.opened"),
      width: "112px",
      cell: (row) => formatDate(row.openedAt, language),
      sort: (row) => row.openedAt,
    },
    {
      id: "by",
      head: t("cases.columns.by"),
      width: "minmax(140px, 1fr)",
      cell: (row) => actor(row.openedBy),
    },
  ];
  return (
    <DataTable
      label={t("cases.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHeight={ROW}
      onSelect={open}
      minWidth={1062}
      maxHeight={640}
    />
  );
}
