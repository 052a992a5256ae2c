import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useComparison, useRuns } from "../../data/clusters.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountNumber } from "../../ui/account.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./clusters.module.css";

/**
 * The differences between the shown run and another one: clusters first, then the accounts that
 * moved most.
 */
export function ComparePanel(props: {
  run: string | null;
  other: string | null;
  rows: readonly ClusterRow[];
  onPick: (row: ClusterRow | undefined) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const comparison = useComparison(props.run, props.other);
  const runs = useRuns();
  const other = runs.data?.runs.find((run) => run.id === props.other);
  const changed = comparison.data?.clusters.filter((cluster) => cluster.change !== "same") ?? [];
  const close = () => address.set({ compare: null, side: null });
  return (
    <>
      <div className={classes.panelHead}>
        <div className={classes.panelTitleRow}>
          <h2 className={classes.panelTitle}>
            {t("clusters.compare.title", {
              date: other ? formatDateTime(other.startedAt, language) : "…",
            })}
          </h2>
          <ActionIcon aria-label={t("common.close")} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        {comparison.data && (
          <p className={classes.panelSub}>
            {comparison.data.sameData
              ? t("clusters.compare.sameData")
              : t("clusters.compare.otherData")}
          </p>
        )}
      </div>
      {comparison.isPending && <LoadingRows />}
      {comparison.isError && (
        <ProblemNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
      )}
      {comparison.data && (
        <>
          <Section
            title={t("clusters.compare.clusters")}
            note={formatNumber(changed.length, language)}
          >
            {changed.length === 0 && (
              <p className={classes.muted}>{t("clusters.compare.nothing")}</p>
            )}
            {changed.map((cluster) => (
              <button
                key={cluster.cluster ?? cluster.previous ?? ""}
                type="button"
                className={classes.changeRow}
                disabled={cluster.cluster === null}
                onClick={() => {
                  address.set({ side: null, cluster: cluster.cluster });
                  props.onPick(props.rows.find((row) => row.id === cluster.cluster));
                }}
              >
                <span>
                  {t("clusters.name", { rank: cluster.rank ?? cluster.previousRank ?? "–" })}
                </span>
                <span className={classes.muted}>
                  {cluster.added.length > 0 &&
                    t("clusters.compare.added", { formatted: cluster.added.length })}{" "}
                  {cluster.removed.length > 0 &&
                    t("clusters.compare.removed", { formatted: cluster.removed.length })}
                </span>
                <span className={classes.tag}>{t(`clusters.compare.${cluster.change}`)}</span>
              </button>
            ))}
          </Section>
          <Section
            title={t("clusters.compare.accounts")}
            note={formatNumber(comparison.data.accounts.length, language)}
          >
            {comparison.data.accounts.slice(0, 50).map((account) => (
              <div key={account.account} className={classes.changeRow}>
                <AccountNumber number={account.account} />
                <span className={classes.muted}>
                  {account.previousRank !== null &&
                    t("clusters.compare.wasRank", { rank: account.previousRank })}
                </span>
                <span>
                  {account.rank !== null && t("clusters.compare.rank", { rank: account.rank })}
                </span>
              </div>
            ))}
          </Section>
        </>
      )}
    </>
  );
}
