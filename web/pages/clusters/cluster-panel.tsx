import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useCluster } from "../../data/clusters.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ReasonItem } from "../../ui/reasons.tsx";
import { ClusterHead, type PanelForm } from "./cluster-head.tsx";
import { ClusterMembers } from "./cluster-members.tsx";
import { ClusterMoney } from "./cluster-money.tsx";
import classes from "./clusters.module.css";
import { MiniFlow } from "./mini-flow.tsx";

/**
 * The selected cluster: the money in figures, three reasons as sentences, the people; actions by
 * button or key.
 */
export function ClusterPanel({
  row,
  loading,
  form,
  onForm,
}: {
  row: ClusterRow | undefined;
  /** The list that the row is of is awaited. */
  loading: boolean;
  form: PanelForm;
  onForm: (form: PanelForm) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const detail = useCluster(row?.id ?? null);
  if (loading) return <LoadingRows />;
  if (!row) return <EmptyState title={t("clusters.panel.empty")} />;
  return (
    <>
      <ClusterHead row={row} form={form} onForm={onForm} />
      <Section title={t("clusters.panel.picture")}>
        <MiniFlow cluster={row.id} />
        <ClusterMoney row={row} />
      </Section>
      <Section title={t("clusters.panel.reasons")}>
        <ul className={classes.reasons}>
          {row.reasons.slice(0, 3).map((reason) => (
            <ReasonItem
              key={`${reason.account}:${reason.code}`}
              reason={reason}
              about={
                <AccountLine
                  number={reason.account}
                  name={nameOf(detail.data?.members, reason.account)}
                />
              }
            />
          ))}
        </ul>
      </Section>
      <Section title={t("clusters.panel.members")} note={formatNumber(row.size, language)}>
        {detail.isError ? (
          <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />
        ) : (
          <ClusterMembers members={detail.data?.members ?? null} cluster={row.id} />
        )}
      </Section>
      {row.cases.length > 0 && (
        <Section title={t("clusters.panel.cases")}>
          <div className={classes.chips}>
            {row.cases.map((id) => (
              <Link key={id} className={classes.tag} to={`/cases/${encodeURIComponent(id)}`}>
                {id}
              </Link>
            ))}
          </div>
        </Section>
      )}
      {row.reports.length > 0 && (
        <Section
          title={t("clusters.panel.reports")}
          note={formatNumber(row.reports.length, language)}
        >
          <div className={classes.chips}>
            {row.reports.map((id) => (
              <Link
                key={id}
                className={classes.tag}
                to={`/explore?report=${encodeURIComponent(id)}`}
              >
                {id}
              </Link>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function nameOf(
  members: readonly { account: string; holderName: string | null }[] | undefined,
  account: string,
): string | null {
  return members?.find((member) => member.account === account)?.holderName ?? null;
}
