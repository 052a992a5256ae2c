import { ActionIcon, Button, Checkbox } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconFileDownload,
  IconX,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatPeriod } from "../../../contract/format/dates.ts";
import { formatBytes, formatNumber } from "../../../contract/format/numbers.ts";
import { warningText } from "../../../contract/texts/warning-texts.ts";
import { useCancelJob, type useJobs } from "../../data/jobs.ts";
import { loadResult, problemOfJob, saveRefused } from "../../data/load-result.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { useProblemText } from "../../ui/use-problem-text.ts";
import { FormatName } from "./format-name.tsx";
import classes from "./load.module.css";
import { Mapping } from "./mapping.tsx";
import { ProofNote } from "./proof-note.tsx";
import { goOn, loadItem, type QueueItem, removeItem, setCorrects } from "./upload-queue.ts";
import { WarnedList } from "./warned-list.tsx";

type Job = ReturnType<typeof useJobs>["jobs"][number];

/**
 * One file on its way in: what it is, how far it is, what came of it, and the one thing to do next.
 */
export function FileLine({ item, job }: { item: QueueItem; job: Job | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cancel = useCancelJob();
  const [looking, setLooking] = useState(false);
  const { state } = item;
  const found = "found" in state ? state.found : undefined;
  const notify = useNotify();
  const done = state.phase === "loading" && job?.state === "done" ? loadResult(job.result) : null;
  const refused = done?.files.filter((file) => file.id !== null && file.rejected > 0) ?? [];
  const running = state.phase === "loading" && (!job || job.state === "running");
  return (
    <div className={classes.file}>
      <span className={classes.fileCell}>
        <span className={classes.fileName} title={item.path}>
          {item.path}
        </span>
        <span className={classes.sub}>{formatBytes(item.bytes, language)}</span>
      </span>
      <span className={classes.fileCell}>
        {found && (
          <>
            <span>
              <FormatName format={found.format} />
              {found.rows !== null &&
                ` · ${t("common.rows", { count: found.rows, formatted: formatNumber(found.rows, language) })}`}
            </span>
            <span className={classes.facts}>
              {[
                found.account && formatAccount(found.account),
                found.from !== null &&
                  found.to !== null &&
                  formatPeriod(found.from, found.to, language),
                found.warnings.length > 0 &&
                  t("load.warnings", {
                    count: found.warnings.length,
                    formatted: formatNumber(found.warnings.length, language),
                  }),
              ].map((fact) => fact && <span key={fact}>{fact}</span>)}
            </span>
            {found.proof && <ProofNote proof={found.proof} />}
          </>
        )}
      </span>
      <Progress item={item} job={job} />
      <span className={classes.fileActions}>
        <NextStep item={item} looking={looking} onLook={() => setLooking(!looking)} />
        {refused.map((file) => (
          <Button
            key={file.file}
            size="compact-xs"
            title={t("load.sources.refusedHint")}
            leftSection={<IconFileDownload size={13} aria-hidden />}
            onClick={() => void saveRefused(file).catch(notify.failed)}
          >
            {t("load.sources.refused")}
          </Button>
        ))}
        {running && job ? (
          <ActionIcon
            aria-label={t("load.queue.cancel", { name: item.path })}
            onClick={() => cancel.mutate(job.id)}
          >
            <IconX size={15} />
          </ActionIcon>
        ) : (
          <ActionIcon
            aria-label={t(state.phase === "uploading" ? "load.queue.cancel" : "load.queue.remove", {
              name: item.path,
            })}
            onClick={() => removeItem(item.key)}
          >
            <IconX size={15} />
          </ActionIcon>
        )}
      </span>
      {state.phase === "failed" && (
        <div className={classes.wide}>
          <ProblemNotice error={state.error} />
        </div>
      )}
      {done?.files.map((file) => (
        <div key={file.file} className={classes.wide}>
          <WarnedList file={file} />
        </div>
      ))}
      {state.phase === "recognised" && state.found.kind === "reports" && (
        <Checkbox
          className={classes.wide}
          size="xs"
          label={t("load.queue.corrects")}
          description={t("load.queue.correctsHint")}
          checked={item.corrects === true}
          onChange={(event) => setCorrects(item.key, event.currentTarget.checked)}
        />
      )}
      {looking && state.phase === "recognised" && (
        <div className={classes.wide}>
          {state.found.warnings.length > 0 && (
            <ul className={classes.warningList}>
              {state.found.warnings.map((warning) => (
                <li key={warning.code} title={warning.message ?? warning.column ?? undefined}>
                  {warningText(warning.code, language) ?? warning.message ?? warning.code}
                  {warning.count > 1 && ` (${formatNumber(warning.count, language)})`}
                </li>
              ))}
            </ul>
          )}
          <Mapping
            uploadId={state.found.uploadId}
            name={item.path}
            onLoad={(correction) => void loadItem(item.key, correction)}
          />
        </div>
      )}
    </div>
  );
}

/** What a person does next with the file. */
function NextStep({
  item,
  looking,
  onLook,
}: {
  item: QueueItem;
  looking: boolean;
  onLook: () => void;
}) {
  const { t } = useTranslation();
  const { state } = item;
  return (
    <>
      {state.phase === "left" && (
        <Button size="compact-xs" variant="filled" onClick={() => void goOn(item.key)}>
          {t("load.queue.goOn")}
        </Button>
      )}
      {state.phase === "recognised" && (
        <>
          <Button
            size="compact-xs"
            variant={state.found.ready ? "default" : "filled"}
            aria-expanded={looking}
            onClick={onLook}
          >
            {t(state.found.ready ? "load.queue.check" : "load.queue.choose")}
          </Button>
          {state.found.ready && (!state.found.alreadyLoaded || item.corrects) && (
            <Button size="compact-xs" variant="filled" onClick={() => void loadItem(item.key)}>
              {t("load.queue.load")}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Progress({ item, job }: { item: QueueItem; job: Job | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const problemText = useProblemText();
  const sayProblem = (error: unknown) => Object.values(problemText(error)).join(" ");
  const { state } = item;
  if (state.phase === "uploading") {
    return (
      <span className={classes.fileCell}>
        <span>
          {t("load.queue.uploading")} ·{" "}
          {t("frame.jobs.progress", {
            done: formatBytes(state.sent, language),
            total: formatBytes(item.bytes, language),
          })}
        </span>
        <Bar share={item.bytes === 0 ? 1 : state.sent / item.bytes} label={item.path} />
      </span>
    );
  }
  if (state.phase === "loading" && (!job || job.state === "running")) {
    const progress = job?.progress;
    // Jobs work in turn: one that has told nothing yet has not begun.
    if (!progress) return <span className={classes.sub}>{t("frame.jobs.waiting")}</span>;
    return (
      <span className={classes.fileCell}>
        <span>
          {t("load.queue.loading")} · {formatNumber(progress.done, language)}
        </span>
        {progress.total !== null && progress.total > 0 && (
          <Bar share={progress.done / progress.total} label={item.path} />
        )}
      </span>
    );
  }
  if (state.phase === "loading" && job?.state === "done") {
    const result = loadResult(job.result);
    const failed = result?.files.filter((file) => file.error !== null) ?? [];
    // Nothing loaded is "known already" only where that is so: every row may have been refused, or
    // the file itself.
    const nothing = result?.loaded === 0 && (result.rejected > 0 || failed.length > 0);
    return (
      <span className={classes.fileCell}>
        <span className={classes.state} data-tone={nothing ? "bad" : "good"}>
          {nothing ? (
            <IconCircleX size={15} aria-hidden />
          ) : (
            <IconCircleCheck size={15} aria-hidden />
          )}
          {nothing
            ? t("load.queue.failed")
            : result?.loaded === 0
              ? t("load.queue.again")
              : t("load.queue.done")}
        </span>
        {failed.map(({ file, error }) => {
          if (error === null) return null;
          return <span key={file}>{`${file}: ${sayProblem(problemOfJob(error))}`}</span>;
        })}
        {result && (
          <span className={classes.sub}>
            {t("load.queue.result", {
              loaded: formatNumber(result.loaded, language),
              duplicates: formatNumber(result.duplicates, language),
              rejected: formatNumber(result.rejected, language),
            })}
          </span>
        )}
      </span>
    );
  }
  if (state.phase === "loading" && job) {
    return (
      <span className={classes.fileCell}>
        <span className={classes.state} data-tone="bad">
          <IconCircleX size={15} aria-hidden />
          {t(job.state === "cancelled" ? "load.queue.cancelled" : "load.queue.failed")}
        </span>
        {job.error && <span>{sayProblem(problemOfJob(job.error))}</span>}
      </span>
    );
  }
  if (state.phase === "recognised") {
    return state.found.ready ? (
      <span className={classes.state}>
        {state.found.alreadyLoaded ? t("load.queue.known") : t("load.queue.ready")}
      </span>
    ) : (
      <span className={classes.state} data-tone="warn">
        <IconAlertTriangle size={15} aria-hidden />
        {t("load.queue.unknown")}
      </span>
    );
  }
  if (state.phase === "left") {
    return (
      <span className={classes.state} data-tone={state.left.cutOff ? "warn" : undefined}>
        {state.left.cutOff && <IconAlertTriangle size={15} aria-hidden />}
        {t(state.left.cutOff ? "load.queue.cutOff" : "load.queue.before")}
      </span>
    );
  }
  if (state.phase === "recognising")
    return <span className={classes.sub}>{t("load.queue.recognising")}</span>;
  if (state.phase === "failed") {
    return (
      <span className={classes.state} data-tone="bad">
        <IconCircleX size={15} aria-hidden />
        {t("load.queue.failed")}
      </span>
    );
  }
  return (
    <span className={classes.sub}>
      {t(state.phase === "cancelled" ? "load.queue.cancelled" : "frame.jobs.waiting")}
    </span>
  );
}

function Bar({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(1, share) * 100);
  return (
    <span
      className={classes.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span className={classes.progressDone} style={{ display: "block", width: `${percent}%` }} />
    </span>
  );
}
