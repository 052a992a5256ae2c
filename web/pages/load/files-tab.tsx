import { Button, Checkbox } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useJobs } from "../../data/jobs.ts";
import { useSearch } from "../../data/search.ts";
import { setSearchesAfterLoad, useSearchesAfterLoad } from "../../data/search-after-load.ts";
import { SearchNext } from "../../frame/search-next.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FileLine } from "./file-line.tsx";
import classes from "./load.module.css";
import { setProvenance, useNextProvenance } from "./provenance.ts";
import fields from "./provenance-fields.module.css";
import { ProvenanceFields } from "./provenance-fields.tsx";
import { useWaitingUploads } from "./queries.ts";
import { addFiles, clearQueue, loadItem, takeUpLeft, useQueue } from "./upload-queue.ts";

/** Drop, see what was recognised, load: one line a file. */
export function FilesTab() {
  const { t } = useTranslation();
  const queue = useQueue();
  const { jobs } = useJobs();
  const waiting = useWaitingUploads();
  const uploads = waiting.data?.uploads;
  useEffect(() => {
    if (uploads) takeUpLeft(uploads);
  }, [uploads]);
  const ready = queue.filter(
    ({ state }) => state.phase === "recognised" && state.found.ready && !state.found.alreadyLoaded,
  );
  const over = queue.filter(({ state }) => {
    if (state.phase === "loading")
      return jobs.find((job) => job.id === state.jobId)?.state === "done";
    return (
      state.phase === "cancelled" ||
      state.phase === "failed" ||
      (state.phase === "recognised" && state.found.alreadyLoaded)
    );
  });
  return (
    <div className={classes.tab}>
      <DropZone onFiles={addFiles} />
      {waiting.isError && <ProblemNotice error={waiting.error} />}
      <NextProvenance />
      {queue.length > 0 && (
        <Card padded={false}>
          <div className={classes.queueHead}>
            <h2 className={classes.queueTitle}>{t("load.queue.title")}</h2>
            {over.length > 0 && (
              <Button variant="subtle" onClick={() => clearQueue(over.map((item) => item.key))}>
                {t("load.queue.clear")}
              </Button>
            )}
            {ready.length > 0 && (
              <Button
                variant="filled"
                onClick={() => {
                  for (const item of ready) void loadItem(item.key);
                }}
              >
                {t("load.queue.loadAll", { count: ready.length })}
              </Button>
            )}
          </div>
          {queue.map((item) => (
            <FileLine
              key={item.key}
              item={item}
              job={
                item.state.phase === "loading"
                  ? jobs.find(
                      (job) => item.state.phase === "loading" && job.id === item.state.jobId,
                    )
                  : undefined
              }
            />
          ))}
        </Card>
      )}
      <NextStep />
    </div>
  );
}

/** Said once for all files that are loaded next. */
function NextProvenance() {
  const { t } = useTranslation();
  const words = useNextProvenance();
  return (
    <Card>
      <details className={fields.next}>
        <summary>{t("load.provenance.next")}</summary>
        <ProvenanceFields value={words} onChange={setProvenance} />
      </details>
    </Card>
  );
}

/** The next step with loaded files: search them, now or by itself after each load. */
function NextStep() {
  const { t } = useTranslation();
  const { state, may } = useSearch();
  const byItself = useSearchesAfterLoad();
  if (state.kind === "loading" || state.kind === "empty") return null;
  return (
    <Card padded={false}>
      <SearchNext look="row" />
      {may && (
        <div className={classes.setting}>
          <Checkbox
            label={t("clusters.search.byItself")}
            checked={byItself}
            onChange={(event) => setSearchesAfterLoad(event.currentTarget.checked)}
          />
        </div>
      )}
    </Card>
  );
}
