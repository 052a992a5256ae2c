import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconFileDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { FileTaken } from "../../data/first-hour.ts";
import { type LoadedFile, saveRefused } from "../../data/load-result.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./reports.module.css";

/** The result of a table of reports row by row, and the way on to each report that it entered. */
export function TakenTable({ taken: { found, files } }: { taken: FileTaken }) {
  return (
    <>
      {files.map((file) => (
        <TakenFile
          key={file.file}
          file={file}
          name={files.length > 1 ? file.file : found.fileName}
        />
      ))}
    </>
  );
}

/** More links than this are a list for the page Load, not for the first hour. */
const SHOWN = 30;

function TakenFile({ file, name }: { file: LoadedFile; name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const { read, loaded, duplicates, rejected, reports } = file;
  const count = (value: number) => formatNumber(value, language);
  const Icon = rejected > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className={classes.taken} role="status">
      <span className={classes.takenFacts} data-tone={rejected > 0 ? "warn" : "good"}>
        <Icon size={15} aria-hidden />
        <b>{name}</b>
        <span>
          {t("reports.file.counts", {
            read: count(read),
            loaded: count(loaded),
            duplicates: count(duplicates),
            rejected: count(rejected),
          })}
        </span>
        {rejected > 0 && (
          <Button
            size="compact-xs"
            title={t("reports.file.refusedHint")}
            leftSection={<IconFileDownload size={13} aria-hidden />}
            onClick={() => void saveRefused(file).catch(notify.failed)}
          >
            {t("reports.file.saveRefused")}
          </Button>
        )}
      </span>
      {reports.length === 0 ? (
        <span>{t("reports.file.noneEntered")}</span>
      ) : (
        <span className={classes.takenFacts}>
          {t("reports.file.entered")}
          {reports.slice(0, SHOWN).map((id) => (
            <Link key={id} to={`/reports/${encodeURIComponent(id)}`}>
              {id}
            </Link>
          ))}
          {reports.length > SHOWN && t("reports.file.more")}
        </span>
      )}
    </div>
  );
}
