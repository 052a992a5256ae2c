import { ActionIcon, Indicator, Popover, Tooltip } from "@mantine/core";
import { IconActivity, IconLoader2, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../contract/format/dates.ts";
import { formatBytes, formatNumber } from "../../contract/format/numbers.ts";
import { useCancelJob, useJobs } from "../data/jobs.ts";
import { useLanguage } from "../i18n/use-language.ts";
import classes from "./frame.module.css";

type Job = ReturnType<typeof useJobs>["jobs"][number];

/**
 * The running tasks of the server with progress and a button to stop; the last ended ones below.
 */
export function JobsMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { jobs, running } = useJobs();
  const [open, setOpen] = useState(false);
  const label =
    running === 0
      ? t("frame.jobs.empty")
      : t("frame.jobs.running", { count: running, formatted: formatNumber(running, language) });
  const shown = [...jobs].sort((a, b) => b.startedAt - a.startedAt).slice(0, 6);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus opened={open} onChange={setOpen}>
      <Popover.Target>
        <Tooltip label={label} disabled={open}>
          <Indicator
            label={running}
            size={15}
            disabled={running === 0}
            color="var(--dg-primary)"
            offset={4}
            styles={{ indicator: { color: "var(--dg-on-primary)" } }}
          >
            <ActionIcon aria-label={label} aria-expanded={open} onClick={() => setOpen(!open)}>
              {running > 0 ? (
                <IconLoader2 size={17} stroke={1.7} className={classes.spinning ?? ""} />
              ) : (
                <IconActivity size={17} stroke={1.7} />
              )}
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {shown.length === 0 && <div className={classes.job}>{t("frame.jobs.empty")}</div>}
        {shown.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** "Loading: answer.xlsx", or the kind alone where it says everything. */
function jobTitle(kind: string, title: string | null): string {
  return title === null ? kind : `${kind}: ${title}`;
}

export function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cancel = useCancelJob();
  const { progress } = job;
  const amount = (value: number) =>
    progress?.unit === "bytes" ? formatBytes(value, language) : formatNumber(value, language);
  const title = jobTitle(t(`frame.jobs.${job.kind}`), job.title);
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  return (
    <div className={classes.job}>
      <div className={classes.jobHead}>
        <span className={classes.jobTitle} title={title}>
          {title}
        </span>
        {job.state === "running" && (
          <ActionIcon
            size={22}
            aria-label={t("frame.jobs.cancel", { title })}
            onClick={() => cancel.mutate(job.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {job.state === "running" && (
        <div
          className={classes.jobBar}
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
        >
          <div
            className={classes.jobDone}
            style={{ width: `${share === null ? 30 : share * 100}%` }}
          />
        </div>
      )}
      <div className={classes.jobNote}>
        <span>
          {job.state === "running"
            ? progress?.total
              ? t("frame.jobs.progress", {
                  done: amount(progress.done),
                  total: amount(progress.total),
                })
              : progress
                ? amount(progress.done)
                : t("frame.jobs.waiting")
            : t(`frame.jobs.${job.state}`)}
        </span>
        <span>{formatDateTime(job.startedAt, language)}</span>
      </div>
    </div>
  );
}
