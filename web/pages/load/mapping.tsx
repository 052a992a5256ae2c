import { Button, Select, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatShare } from "../../../contract/format/numbers.ts";
import { loading, type Preview } from "../../../contract/loading.ts";
import { warningText } from "../../../contract/texts/warning-texts.ts";
import { call } from "../../api/call.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./load.module.css";
import { useMeaningName } from "./meaning-name.ts";

type PreviewRow = Preview["rows"][number];
const IGNORE = "";

/**
 * The reading of the file: columns and what they mean, correctable, with the first rows as they
 * will go in.
 */
export function Mapping(props: {
  uploadId: string;
  name: string;
  onLoad: (correction: { mapping?: Record<string, string>; saveAs?: string }) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const meaningName = useMeaningName();
  const [changed, setChanged] = useState<Record<string, string>>({});
  const [saveAs, setSaveAs] = useState("");
  const query = useQuery({
    queryKey: ["loading", "preview", props.uploadId, changed],
    queryFn: ({ signal }) =>
      call(loading.preview, {
        params: { id: props.uploadId },
        body: Object.keys(changed).length === 0 ? {} : { mapping: changed },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The columns stay while one of them is read another way; what is said of the rows does not.
  const stale = query.isPlaceholderData;
  if (query.isPending) return <LoadingRows rows={4} />;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  const { columns, meanings, rows } = query.data;
  const correction = {
    ...(Object.keys(changed).length === 0 ? {} : { mapping: changed }),
    ...(saveAs.trim() === "" ? {} : { saveAs: saveAs.trim() }),
  };
  return (
    <div className={classes.mapping}>
      <div>
        <div className={classes.mappingTitle}>{t("load.preview.title", { name: props.name })}</div>
        <p className={classes.lead}>{t("load.preview.lead")}</p>
      </div>
      {columns.length > 0 && (
        <div className={classes.mappingGrid}>
          <span className={classes.mappingHead}>{t("load.preview.column")}</span>
          <span className={classes.mappingHead}>{t("load.preview.meaning")}</span>
          <span className={classes.mappingHead}>{t("load.preview.quality")}</span>
          <span className={classes.mappingHead}>{t("load.preview.example")}</span>
          {columns.map((column) => (
            <Fragment key={column.name}>
              <span className={classes.fileName}>{column.name}</span>
              <Select
                aria-label={`${t("load.preview.meaning")}: ${column.name}`}
                searchable
                value={changed[column.name] ?? column.meaning ?? IGNORE}
                data={[
                  { value: IGNORE, label: t("load.preview.ignore") },
                  ...meanings.map((meaning) => ({ value: meaning, label: meaningName(meaning) })),
                ]}
                onChange={(value) => setChanged({ ...changed, [column.name]: value ?? IGNORE })}
              />
              <span>
                {column.meaning === null || stale ? "" : formatShare(column.quality, language)}
              </span>
              <span className={classes.sub} title={column.example}>
                {column.example}
              </span>
            </Fragment>
          ))}
        </div>
      )}
      {stale ? <LoadingRows rows={4} /> : <PreviewRows rows={rows} />}
      <div className={classes.tools}>
        <TextInput
          aria-label={t("load.preview.profileName")}
          placeholder={t("load.preview.save")}
          value={saveAs}
          onChange={(event) => setSaveAs(event.currentTarget.value)}
        />
        <Button variant="filled" onClick={() => props.onLoad(correction)}>
          {t("load.preview.load")}
        </Button>
      </div>
    </div>
  );
}

function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: TableColumn<PreviewRow>[] = [
    { id: "row", head: t("common.row"), width: "60px", align: "right", cell: (row) => row.row },
    {
      id: "time",
      head: t("common.time"),
      width: "140px",
      cell: (row) => (row.bookedAt === null ? "" : formatDateTime(row.bookedAt, language)),
    },
    {
      id: "from",
      head: t("common.from"),
      width: "minmax(170px, 1fr)",
      cell: (row) => (row.from ? formatAccount(row.from) : ""),
    },
    {
      id: "to",
      head: t("common.to"),
      width: "minmax(170px, 1fr)",
      cell: (row) => (row.to ? formatAccount(row.to) : ""),
    },
    {
      id: "amount",
      head: t("common.amount"),
      width: "130px",
      align: "right",
      cell: (row) =>
        row.amount === null ? (
          ""
        ) : (
          <Money amount={row.amount} currency={row.currency ?? "KZT"} exact />
        ),
    },
    {
      id: "purpose",
      head: t("load.meanings.purpose"),
      width: "minmax(120px, 1fr)",
      cell: (row) =>
        row.problem ? (
          <span className={classes.state} data-tone="bad" title={row.problem}>
            {warningText(`refused:${row.problemCode}`, language) ?? row.problem}
          </span>
        ) : (
          row.purpose
        ),
    },
  ];
  if (rows.length === 0) return <p className={classes.lead}>{t("load.preview.nothing")}</p>;
  return (
    <Card padded={false}>
      <DataTable
        label={t("load.preview.rows")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.row)}
        rowHeight={28}
        minWidth={900}
        maxHeight={320}
      />
    </Card>
  );
}
