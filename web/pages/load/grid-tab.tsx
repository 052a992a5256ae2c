import { Button, Checkbox } from "@mantine/core";
import { IconCalendarStats, IconDownload, IconMail } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { loading } from "../../../contract/loading.ts";
import { addressOf } from "../../api/call.ts";
import { download } from "../../api/download.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { useRequestLetters } from "../../ui/use-request-letters.ts";
import { useGridColumns, wantedOf } from "./grid-columns.tsx";
import { periodOf } from "./grid-period.ts";
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
  const columns = useGridColumns(period, request.mutate);
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
        <DataTable
          label={t("load.tabs.grid")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.account}
          rowHeight={30}
          minWidth={800}
          maxHeight={620}
        />
      </Card>
    </div>
  );
}
