import { Button } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { loading } from "../../../contract/loading.ts";
import { warningText } from "../../../contract/texts/warning-texts.ts";
import { addressOf } from "../../api/call.ts";
import { download } from "../../api/download.ts";
import type { loadResult } from "../../data/load-result.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./load.module.css";

type LoadedFile = NonNullable<ReturnType<typeof loadResult>>["files"][number];

/** The warnings of a loaded file, kind by kind with the first row; each of them in a file. */
export function WarnedList({ file }: { file: LoadedFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  if (file.id === null || file.warned.length === 0) return null;
  const save = () =>
    download(
      addressOf(loading.warned, { params: { id: file.id ?? "" } }),
      `${file.file}.warnings.csv`,
    ).catch(notify.failed);
  return (
    <>
      <ul className={classes.warningList}>
        {file.warned.map(({ code, count, row, column, value }) => (
          <li key={code}>
            {warningText(code, language) ?? code} ({formatNumber(count, language)};{" "}
            {t("load.sources.warnedFirst", { row, column, value })})
          </li>
        ))}
      </ul>
      <Button
        size="compact-xs"
        title={t("load.sources.warnedHint")}
        leftSection={<IconFileDownload size={13} aria-hidden />}
        onClick={() => void save()}
      >
        {t("load.sources.warned")}
      </Button>
    </>
  );
}
