import { Button, Checkbox } from "@mantine/core";
import { IconCalendarStats, IconDownload, IconMail } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import type { WantedStatement } from "../../../contract/letters.ts";
import { type GridRow, loading } from "../../../contract/loading.ts";
import { addressOf } from "../../api/call.ts";
import { download } from "../../api/download.ts";
import { formatNumber } from "../../format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { useRequestLetters } from "../../ui/use-request-letters.ts";
import { periodOf } from "./grid-period.ts";
import { GridRuler, GridTrack } from "./grid-track.tsx";
import classes from "./load.module.css";
import { useGrid } from "./queries.ts";

/** Accounts × days: what is held and adds up, what does not, what is missing. */
export function GridTab() {
  const { t } = useTranslation();
  const notify = useNotify();
  const language = useLanguage();
  const address = useAddressState();
  const onlyGaps = address.get("gaps") === "1";
  const query = useGrid();
  const all = query.data?.rows ?? [];
  const rows = useMemo(
    () => (onlyGaps ? all.filter((row) => row.gaps.length > 0) : all),
    [all, onlyGaps],
  );
  const period = useMemo(() => periodOf(all), [all]);
  const request = useRequestLetters();
  const gaps = useMemo(() => all.flatMap(wantedOf), [all]);
  if (query.isPending) return <LoadingRows />;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (all.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<IconCalendarStats size={20} />}
          title={t("load.grid.none.title")}
          text={t("load.grid.none.text")}
        />
      </Card>
    );
  }
  const columns: TableColumn<GridRow>[] = [
    {
      id: "account",
      head: t("load.grid.account"),
      width: "minmax(180px, 260px)",
      sort: (row) => row.holderName ?? row.account,
      cell: (row) => <AccountLine number={row.account} name={row.holderName} short />,
    },
    {
      id: "bank",
      head: t("common.bank"),
      width: "minmax(130px, 190px)",
      sort: (row) => bankName(row.bank) ?? "",
      cell: (row) => bankName(row.bank) ?? "",
    },
    {
      id: "gaps",
      head: t("load.grid.gapsHead"),
      width: "110px",
      sort: (row) => row.gaps.length,
      cell: (row) =>
        row.gaps.length === 0 ? (
          t("load.grid.complete")
        ) : (
          <button
            type="button"
            className={classes.gapCount}
            title={t("load.grid.letter")}
            onClick={() => request.mutate(wantedOf(row))}
          >
            {t("load.grid.gaps", {
              count: row.gaps.length,
              formatted: formatNumber(row.gaps.length, language),
            })}
            <IconMail size={14} aria-hidden />
          </button>
        ),
    },
    {
      id: "days",
      head: t("load.columns.days"),
      headContent: <GridRuler period={period} />,
      width: "minmax(360px, 1fr)",
      cell: (row) => (
        <GridTrack
          row={row}
          period={period}
          onGap={(gap) => request.mutate(wantedOf({ ...row, gaps: [gap] }))}
        />
      ),
    },
  ];
  const save = () =>
    void download(addressOf(loading.gridFile, { query: { language } }), "statement-grid.csv").catch(
      notify.failed,
    );
  return (
    <div className={classes.tab}>
      <div className={classes.tools}>
        <p className={classes.lead}>{t("load.grid.lead")}</p>
        <Checkbox
          label={t("load.grid.onlyGaps")}
          checked={onlyGaps}
          onChange={(event) =>
            address.set({ gaps: event.currentTarget.checked ? "1" : null }, { replace: true })
          }
        />
        {gaps.length > 0 && (
          <Button
            leftSection={<IconMail size={15} />}
            loading={request.isPending}
            onClick={() => request.mutate(gaps)}
            title={t("load.grid.letterNote")}
          >
            {t("load.grid.letters")}
          </Button>
        )}
        <Button leftSection={<IconDownload size={15} />} onClick={save}>
          {t("load.grid.download")}
        </Button>
      </div>
      <div className={classes.legend}>
        {(["proved", "differs", "unknown", "gap"] as const).map((state) => (
          <span key={state} className={classes.legendItem}>
            <span className={classes.swatch} data-state={state} />
            {t(`load.grid.${state}`)}
          </span>
        ))}
      </div>
      <Card padded={false}>
        <div style={{ height: Math.min(31 + rows.length * 30, 620) }}>
          <DataTable
            label={t("load.tabs.grid")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.account}
            rowHeight={30}
            minWidth={800}
          />
        </div>
      </Card>
    </div>
  );
}

/** The missing days of one account, as a letter asks for them. */
function wantedOf({ account, gaps }: GridRow): WantedStatement[] {
  return gaps.map(({ from, to }) => ({ account, from, until: to }));
}
