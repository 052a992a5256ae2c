import { Button } from "@mantine/core";
import { IconChartDots3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatDate, formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useDecide } from "../../data/clusters.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useActor } from "../../ui/use-actor.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./clusters.module.css";
import { DismissForm } from "./dismiss-form.tsx";
import { ToCaseForm } from "./to-case-form.tsx";

/** The form that is open under the actions. */
export type PanelForm = "dismiss" | "case" | null;

interface Props {
  row: ClusterRow;
  form: PanelForm;
  onForm: (form: PanelForm) => void;
}

/** The selected cluster: name, kind, size, the decision on it, and the actions with their forms. */
export function ClusterHead({ row, form, onForm }: Props) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const name = t("clusters.name", { rank: row.rank });
  const decided = row.decision && row.decision.verdict !== "undecided" ? row.decision : null;
  return (
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
        · {t("common.accounts", { count: row.size, formatted: formatNumber(row.size, language) })} ·{" "}
        {t("common.transfers", {
          count: row.transfers,
          formatted: formatNumber(row.transfers, language),
        })}
      </div>
      {decided && (
        <p className={classes.panelSub}>
          {t("clusters.panel.decided", {
            verdict: t(`clusters.verdicts.${decided.verdict}`),
            person: actor(decided.decidedBy),
            date: formatDateTime(decided.decidedAt, language),
            reason: decided.reason,
          })}
          {decided.until !== null &&
            ` (${t("clusters.panel.until", { date: formatDate(decided.until, language) })})`}
        </p>
      )}
      <ClusterActions row={row} decided={decided !== null} form={form} onForm={onForm} />
      {form === "dismiss" && <DismissForm row={row} name={name} onClose={() => onForm(null)} />}
      {form === "case" && <ToCaseForm row={row} name={name} onClose={() => onForm(null)} />}
    </div>
  );
}

/** The actions on a cluster: explore it, put it into a case, set it aside or take that back. */
function ClusterActions({ row, decided, form, onForm }: Props & { decided: boolean }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const decide = useDecide();
  return (
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
            decide.mutate(
              {
                subject: "cluster",
                target: row.id,
                verdict: "undecided",
                reason: t("clusters.dismiss.undoReason"),
                after: row.decision?.id ?? null,
              },
              { onError: notify.failed },
            )
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
  );
}
