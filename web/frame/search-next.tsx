import { Button } from "@mantine/core";
import {
  IconFileUpload,
  IconFolderPlus,
  IconRadar2,
  IconTopologyStar3,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { cases } from "../../contract/cases.ts";
import { formatDateTime } from "../../contract/format/dates.ts";
import { formatNumber } from "../../contract/format/numbers.ts";
import { loading } from "../../contract/loading.ts";
import { useCancelJob } from "../data/jobs.ts";
import { problemOfJob } from "../data/load-result.ts";
import { newCaseAddress } from "../data/open-case.ts";
import { useMay } from "../data/permissions.ts";
import { type SearchState, useSearch } from "../data/search.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useNotify } from "../ui/use-notify.ts";
import { useProblemText } from "../ui/use-problem-text.ts";
import classes from "./search-next.module.css";

/**
 * The result of the newest search and the one thing to do next: search, wait, look, or work from a
 * report. As the middle of an empty page, or as a row above a list.
 */
export function SearchNext({ look }: { look: "page" | "row" }) {
  const { state } = useSearch();
  const words = useSearchWords();
  if (state.kind === "loading") return null;
  const { title, text } = words(state);
  if (look === "page") {
    return (
      <EmptyState icon={<IconTopologyStar3 size={20} />} title={title} text={text}>
        <Actions state={state} />
      </EmptyState>
    );
  }
  return (
    <section className={classes.row} aria-label={title}>
      <div className={classes.words} role="status">
        <div className={classes.title}>{title}</div>
        <div className={classes.text}>{text}</div>
      </div>
      <div className={classes.actions}>
        <Actions state={state} />
      </div>
    </section>
  );
}

function useSearchWords(): (state: Exclude<SearchState, { kind: "loading" }>) => {
  title: string;
  text: string;
} {
  const { t } = useTranslation();
  const language = useLanguage();
  const problemText = useProblemText();
  return (state) => {
    if (state.kind === "failed") {
      const { text, remedy } = problemText(problemOfJob(state.error));
      return { title: t("clusters.search.failed"), text: `${text} ${remedy}`.trim() };
    }
    if (state.kind === "never") {
      const { transfers } = state;
      const formatted = formatNumber(transfers, language);
      return {
        title: t("clusters.search.never.title"),
        text: t("clusters.search.never.text", {
          transfers: t("common.transfers", { count: transfers, formatted }),
        }),
      };
    }
    if (state.kind === "found" || state.kind === "none" || state.kind === "outdated") {
      const { clusters, startedAt } = state.run;
      const figures = {
        count: clusters,
        formatted: formatNumber(clusters, language),
        date: formatDateTime(startedAt, language),
      };
      return {
        title: t(`clusters.search.${state.kind}.title`, figures),
        text: t(`clusters.search.${state.kind}.text`, figures),
      };
    }
    return {
      title: t(`clusters.search.${state.kind}.title`),
      text: t(`clusters.search.${state.kind}.text`),
    };
  };
}

function Actions({ state }: { state: SearchState }) {
  const { t } = useTranslation();
  const mayLoad = useMay(loading.load);
  if (state.kind === "running") return <Running job={state.job} />;
  if (state.kind === "empty") {
    return (
      mayLoad && (
        <Button
          component={Link}
          to="/load"
          variant="filled"
          leftSection={<IconFileUpload size={15} />}
        >
          {t("clusters.search.load")}
        </Button>
      )
    );
  }
  if (state.kind === "found") {
    return (
      <>
        <Button component={Link} to="/clusters" variant="filled">
          {t("clusters.search.look")}
        </Button>
        <StartSearch>{t("clusters.start")}</StartSearch>
      </>
    );
  }
  if (state.kind === "none") {
    return (
      <>
        <FromReport />
        <StartSearch>{t("clusters.start")}</StartSearch>
      </>
    );
  }
  const first = state.kind === "never";
  return <StartSearch main>{t(first ? "clusters.search.start" : "clusters.start")}</StartSearch>;
}

function StartSearch({ main = false, children }: { main?: boolean; children: ReactNode }) {
  const notify = useNotify();
  const { may, start } = useSearch();
  if (!may) return null;
  return (
    <Button
      variant={main ? "filled" : "default"}
      leftSection={<IconRadar2 size={15} />}
      loading={start.isPending}
      onClick={() => start.mutate(undefined, { onError: notify.failed })}
    >
      {children}
    </Button>
  );
}

/** The way on where the search finds nothing: the victims' own words are enough for a case. */
function FromReport() {
  const { t } = useTranslation();
  if (!useMay(cases.create)) return null;
  return (
    <Button
      component={Link}
      to={newCaseAddress()}
      variant="filled"
      leftSection={<IconFolderPlus size={15} />}
    >
      {t("clusters.search.fromReport")}
    </Button>
  );
}

function Running({ job }: { job: Extract<SearchState, { kind: "running" }>["job"] }) {
  const { t } = useTranslation();
  const cancel = useCancelJob();
  const { progress } = job;
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  return (
    <>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t("clusters.search.running.title")}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
      >
        <div className={classes.done} style={{ width: `${share === null ? 6 : share * 100}%` }} />
      </div>
      <Button
        variant="subtle"
        leftSection={<IconX size={15} />}
        onClick={() => cancel.mutate(job.id)}
      >
        {t("common.cancel")}
      </Button>
    </>
  );
}
