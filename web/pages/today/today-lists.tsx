import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useCases } from "../../data/cases.ts";
import { useClusters, useComparison } from "../../data/clusters.ts";
import { useJobs } from "../../data/jobs.ts";
import { useSearchOfLastVisit } from "../../data/last-visit.ts";
import { useSearch } from "../../data/search.ts";
import { JobLine } from "../../frame/jobs-menu.tsx";
import { SearchNext } from "../../frame/search-next.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

const SHOWN = 7;

/** New and grown clusters first, then the strongest ones. */
export function NewestClusters() {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useClusters(null, false);
  const { state } = useSearch();
  const rows = query.data?.clusters ?? [];
  const { changeOf, note } = useChanges(query.data?.run?.id ?? null, rows);
  // A first run has nothing to compare with: an empty column would only push the sums from the
  // edge.
  const changes = rows.some((row) => changeOf(row) !== null);
  const isChanged = (row: ClusterRow) => (changeOf(row)?.added ?? 0) > 0;
  const shown = [...rows]
    .sort((a, b) => Number(isChanged(b)) - Number(isChanged(a)) || a.rank - b.rank)
    .slice(0, SHOWN);
  return (
    <ListCard title={t("today.found")} note={note} to="/clusters" toLabel={t("today.allClusters")}>
      {query.isPending && <LoadingRows rows={4} />}
      {query.isError && <ProblemNotice error={query.error} />}
      {state.kind !== "found" && <SearchNext look="row" />}
      {state.kind === "found" && query.data && rows.length === 0 && (
        <p className={classes.nothing}>
          {t("clusters.allHidden", {
            count: query.data.hidden,
            formatted: formatNumber(query.data.hidden, language),
          })}
        </p>
      )}
      {shown.map((row) => (
        <Link
          key={row.id}
          className={classes.line}
          to={`/clusters?cluster=${encodeURIComponent(row.id)}`}
        >
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>{t("clusters.name", { rank: row.rank })}</span>
            <span className={classes.lineSub}>
              {t(`clusters.typology.${row.typology}`)} ·{" "}
              {t("common.accounts", {
                count: row.size,
                formatted: formatNumber(row.size, language),
              })}
            </span>
          </span>
          <span className={classes.lineWho}>
            <AccountLine number={row.lookFirst} name={row.lookFirstName} short />
          </span>
          <span className={classes.lineMoney}>
            <Sums sums={row.received} short />
          </span>
          {changes && <ChangeTag change={changeOf(row)} />}
        </Link>
      ))}
    </ListCard>
  );
}

interface Change {
  readonly fresh: boolean;
  /** Accounts that are new in the cluster. */
  readonly added: number;
}

function ChangeTag({ change }: { change: Change | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const added = change?.added ?? 0;
  return (
    <span className={classes.lineTag}>
      {change?.fresh
        ? t("clusters.change.new")
        : added > 0
          ? t("clusters.change.grown", { count: added, formatted: formatNumber(added, language) })
          : ""}
    </span>
  );
}

/** The changes of each cluster since the last visit, else since the search before; in words too. */
function useChanges(
  run: string | null,
  rows: readonly ClusterRow[],
): { changeOf: (row: ClusterRow) => Change | null; note: string | undefined } {
  const { t } = useTranslation();
  const language = useLanguage();
  const visit = useSearchOfLastVisit(run);
  const compared = useComparison(visit === null ? null : run, visit).data?.clusters;
  if (!compared) {
    const changeOf = ({ change }: ClusterRow) =>
      change && { fresh: change.previous === null, added: change.newMembers };
    const some = rows.some((row) => (row.change?.newMembers ?? 0) > 0);
    return { changeOf, note: some ? t("today.changed") : undefined };
  }
  const since = new Map(compared.map((one) => [one.cluster, one]));
  const count = (wanted: "new" | "grown") =>
    formatNumber(rows.filter((row) => since.get(row.id)?.change === wanted).length, language);
  return {
    changeOf: (row) => {
      const one = since.get(row.id);
      return one ? { fresh: one.change === "new", added: one.added.length } : null;
    },
    note: t("today.sinceVisit", { fresh: count("new"), grown: count("grown") }),
  };
}

export function RunningJobs() {
  const { t } = useTranslation();
  const { jobs } = useJobs();
  const running = jobs.filter((job) => job.state === "running");
  return (
    <ListCard title={t("today.running")}>
      {running.length === 0 && <p className={classes.nothing}>{t("today.nothingRunning")}</p>}
      {running.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </ListCard>
  );
}

export function OpenCases() {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useCases();
  const open = (query.data?.cases ?? []).filter((row) => row.status === "open");
  return (
    <ListCard title={t("today.cases")} to="/cases" toLabel={t("today.allCases")}>
      {query.isPending && <LoadingRows rows={3} />}
      {query.isError && <ProblemNotice error={query.error} />}
      {query.data && open.length === 0 && <p className={classes.nothing}>{t("today.noCases")}</p>}
      {open.slice(0, SHOWN).map((row) => (
        <Link key={row.id} className={classes.line} to={`/cases/${encodeURIComponent(row.id)}`}>
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>{row.title}</span>
            <span className={classes.lineSub}>
              {t("common.claims", {
                count: row.claims,
                formatted: formatNumber(row.claims, language),
              })}{" "}
              ·{" "}
              {t("common.victims", {
                count: row.victims,
                formatted: formatNumber(row.victims, language),
              })}
            </span>
          </span>
          <span className={classes.lineMoney}>
            <Sums sums={row.sums} short />
          </span>
        </Link>
      ))}
    </ListCard>
  );
}
