import { Button } from "@mantine/core";
import { IconChartDots3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { useCluster, useDecide } from "../../data/clusters.ts";
import { formatDate, formatDateTime } from "../../format/dates.ts";
import { formatNumber } from "../../format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ReasonItem } from "../../ui/reasons.tsx";
import { ClusterMembers } from "./cluster-members.tsx";
import { ClusterMoney } from "./cluster-money.tsx";
import classes from "./clusters.module.css";
import { DismissForm } from "./dismiss-form.tsx";
import { MiniFlow } from "./mini-flow.tsx";
import { ToCaseForm } from "./to-case-form.tsx";

export type PanelForm = "dismiss" | "case" | null;

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
  const decide = useDecide();
  if (loading) return <LoadingRows />;
  if (!row) return <EmptyState title={t("clusters.panel.empty")} />;
  const name = t("clusters.name", { rank: row.rank });
  const decided = row.decision && row.decision.verdict !== "undecided" ? row.decision : null;
  return (
    <>
      <div className={classes.panelHead}>
        <div className={classes.panelTitleRow}>
          <h2 className={classes.panelTitle}>{name}</h2>
          <span className={classes.tag}>{t(`clusters.typology.${row.typology}`)}</span>
        </div>
        <div className={classes.panelSub} title={t("clusters.pointsHint")}>
          {t("clusters.points", {
            count: row.points,
            formatted: formatNumber(row.points, language, 1, true),
          })}{" "}
          · {t("common.accounts", { count: row.size, formatted: formatNumber(row.size, language) })}{" "}
          ·{" "}
          {t("common.transfers", {
            count: row.transfers,
            formatted: formatNumber(row.transfers, language),
          })}
        </div>
        {decided && (
          <p className={classes.panelSub}>
            {t("clusters.panel.decided", {
              verdict: t(`clusters.verdicts.${decided.verdict}`),
              person: decided.decidedBy,
              date: formatDateTime(decided.decidedAt, language),
              reason: decided.reason,
            })}
            {decided.until !== null &&
              ` (${t("clusters.panel.until", { date: formatDate(decided.until, language) })})`}
          </p>
        )}
        <div className={classes.actions}>
          <Button
            component={Link}
            to={`/explore?cluster=${encodeURIComponent(row.id)}`}
            variant="filled"
            leftSection={<IconChartDots3 size={15} />}
          >
            {t("clusters.panel.explore")}
            <kbd className={classes.key}>↵</kbd>
          </Button>
          <Button
            onClick={() => onForm(form === "case" ? null : "case")}
            aria-expanded={form === "case"}
          >
            {t("clusters.panel.toCase")}
            <kbd className={classes.key}>C</kbd>
          </Button>
          {decided ? (
            <Button
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({
                  subject: "cluster",
                  target: row.id,
                  verdict: "undecided",
                  reason: t("clusters.dismiss.undoReason"),
                })
              }
            >
              {t("clusters.dismiss.undo")}
            </Button>
          ) : (
            <Button
              onClick={() => onForm(form === "dismiss" ? null : "dismiss")}
              aria-expanded={form === "dismiss"}
            >
              {t("clusters.panel.dismiss")}
              <kbd className={classes.key}>D</kbd>
            </Button>
          )}
        </div>
        {form === "dismiss" && <DismissForm row={row} name={name} onClose={() => onForm(null)} />}
        {form === "case" && <ToCaseForm row={row} name={name} onClose={() => onForm(null)} />}
      </div>
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
