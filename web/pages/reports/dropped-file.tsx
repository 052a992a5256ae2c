import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type FileTaken, useTakeFile } from "../../data/first-hour.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./reports.module.css";
import { TakenTable } from "./taken-table.tsx";

/** A receipt, a statement or a table of reports that the victim brought: loaded as it is. */
export function DroppedFile({ onTaken }: { onTaken: (taken: FileTaken) => void }) {
  const { t } = useTranslation();
  const take = useTakeFile();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const send = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) take.mutate(file, { onSuccess: onTaken });
  };
  const found = take.data?.found;
  return (
    <section
      className={classes.drop}
      aria-label={t("reports.file.title")}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send(event.dataTransfer.files);
      }}
    >
      <IconFileUpload size={18} aria-hidden />
      <span className={classes.grow}>{t("reports.file.text")}</span>
      <Button size="compact-sm" loading={take.isPending} onClick={() => input.current?.click()}>
        {t("reports.file.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="report-file"
        aria-label={t("reports.file.choose")}
        onChange={(event) => {
          send(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      {take.data !== undefined && found?.kind === "reports" && found.ready ? (
        <TakenTable taken={take.data} />
      ) : (
        found !== undefined && (
          <span className={classes.six}>
            {found.fileName}:{" "}
            {t(
              found.alreadyLoaded
                ? "reports.file.known"
                : found.ready
                  ? "reports.file.loaded"
                  : "reports.file.notReady",
            )}{" "}
            {!found.ready && <Link to="/load">{t("reports.file.toLoad")}</Link>}
          </span>
        )
      )}
      {take.isError && <ProblemNotice error={take.error} />}
    </section>
  );
}
