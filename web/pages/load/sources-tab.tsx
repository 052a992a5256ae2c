import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconAlertTriangle,
  IconFileDownload,
  IconFileInfo,
  IconFileMinus,
  IconFiles,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { loading, type Source } from "../../../contract/loading.ts";
import { addressOf } from "../../api/call.ts";
import { download } from "../../api/download.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useActor } from "../../ui/use-actor.ts";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { DescribeDialog } from "./describe-dialog.tsx";
import { FormatName } from "./format-name.tsx";
import classes from "./load.module.css";
import { useSources } from "./queries.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const ROW = 44;

/**
 * Everything ever loaded: who, when, hash, counts; refused rows to download; a file taken back out
 * whole.
 */
export function SourcesTab() {
  const { t } = useTranslation();
  const query = useSources();
  const [leaving, setLeaving] = useState<Source | null>(null);
  const [described, setDescribed] = useState<Source | null>(null);
  if (query.isPending) return <LoadingRows />;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.sources.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<IconFiles size={20} />}
          title={t("load.sources.none.title")}
          text={t("load.sources.none.text")}
        />
      </Card>
    );
  }
  return (
    <div className={classes.tab}>
      <p className={classes.lead}>{t("load.sources.lead")}</p>
      <Card padded={false}>
        <SourcesTable
          sources={query.data.sources}
          onWithdraw={setLeaving}
          onDescribe={setDescribed}
        />
      </Card>
      {described !== null && (
        <DescribeDialog
          key={described.id}
          source={query.data.sources.find((one) => one.id === described.id) ?? described}
          onClose={() => setDescribed(null)}
        />
      )}
      {leaving !== null && <WithdrawDialog source={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function SourcesTable({
  sources,
  onWithdraw,
  onDescribe,
}: {
  sources: readonly Source[];
  onWithdraw: (source: Source) => void;
  onDescribe: (source: Source) => void;
}) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const address = useAddressState();
  const count = (id: "loaded" | "duplicates" | "rejected", width: string): TableColumn<Source> => ({
    id,
    head: t(`load.sources.${id}`),
    width,
    align: "right",
    cell: (source) => formatNumber(source[id], language),
    sort: (source) => source[id],
  });
  const columns: TableColumn<Source>[] = [
    {
      id: "file",
      head: t("load.sources.file"),
      width: "minmax(166px, 1.6fr)",
      sort: (source) => source.fileName,
      cell: (source) => (
        <span className={classes.fileCell} title={source.id}>
          <span className={classes.fileName}>{source.fileName}</span>
          <span className={classes.sub}>{source.id.slice(0, 16)}</span>
        </span>
      ),
    },
    {
      id: "format",
      head: t("load.sources.format"),
      width: "minmax(132px, 1fr)",
      sort: (source) => source.format,
      cell: (source) => (
        <span className={classes.twoLines}>
          <FormatName format={source.format} />
        </span>
      ),
    },
    count("loaded", "76px"),
    count("duplicates", "76px"),
    count("rejected", "102px"),
    {
      id: "when",
      head: t("load.sources.when"),
      width: "minmax(138px, 0.9fr)",
      sort: (source) => source.loadedAt,
      cell: (source) => (
        <span className={classes.fileCell}>
          <span>{formatDateTime(source.loadedAt, language)}</span>
          <span className={classes.sub}>
            {[
              actor(source.loadedBy),
              source.requestNumber && t("load.sources.request", { number: source.requestNumber }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      ),
    },
    {
      id: "state",
      head: t("common.status"),
      width: "106px",
      cell: (source) => (
        <span title={source.withdrawnReason ?? undefined}>
          {t(`load.sources.state.${source.state}`)}
        </span>
      ),
    },
    {
      id: "actions",
      head: t("common.actions"),
      headContent: "",
      width: "124px",
      align: "right",
      cell: (source) => (
        <SourceActions source={source} onWithdraw={onWithdraw} onDescribe={onDescribe} />
      ),
    },
  ];
  return (
    <DataTable
      label={t("load.tabs.sources")}
      columns={columns}
      rows={sources}
      rowKey={(source) => source.id}
      rowHeight={ROW}
      selected={address.get("source")}
      minWidth={922}
    />
  );
}

/** What can be done with a loaded file: its refused rows, where it comes from, taking it out. */
function SourceActions({
  source,
  onWithdraw,
  onDescribe,
}: {
  source: Source;
  onWithdraw: (source: Source) => void;
  onDescribe: (source: Source) => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const mayWithdraw = useMay(loading.withdraw);
  const mayDescribe = useMay(loading.describe);
  const saveRefused = () =>
    download(
      addressOf(loading.refused, { params: { id: source.id } }),
      `${source.fileName}.refused.csv`,
    ).catch(notify.failed);
  const saveWarned = () =>
    download(
      addressOf(loading.warned, { params: { id: source.id } }),
      `${source.fileName}.warnings.csv`,
    ).catch(notify.failed);
  return (
    <span className={classes.fileActions}>
      {source.rejected > 0 && (
        <Tooltip label={`${t("load.sources.refused")}. ${t("load.sources.refusedHint")}`}>
          <ActionIcon
            aria-label={`${t("load.sources.refused")}: ${source.fileName}`}
            onClick={() => void saveRefused()}
          >
            <IconFileDownload size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {source.warnings > 0 && source.state === "loaded" && (
        <Tooltip label={`${t("load.sources.warned")}. ${t("load.sources.warnedHint")}`}>
          <ActionIcon
            aria-label={`${t("load.sources.warned")}: ${source.fileName}`}
            onClick={() => void saveWarned()}
          >
            <IconAlertTriangle size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {source.state === "loaded" && mayDescribe && (
        <Tooltip label={t("load.provenance.edit")}>
          <ActionIcon
            aria-label={`${t("load.provenance.edit")}: ${source.fileName}`}
            onClick={() => onDescribe(source)}
          >
            <IconFileInfo size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {source.state === "loaded" && mayWithdraw && (
        <Tooltip label={t("load.sources.withdraw")}>
          <ActionIcon
            aria-label={`${t("load.sources.withdraw")}: ${source.fileName}`}
            onClick={() => onWithdraw(source)}
          >
            <IconFileMinus size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}
