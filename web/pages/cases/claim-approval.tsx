import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import classes from "./step-form.module.css";

/** Who approved the claim, under which hash, and whether the data still give what was approved. */
export function ClaimApproval({ claim, today }: { claim: Claim; today: ClaimToday | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { approval } = claim;
  if (approval === null) return null;
  const matches = today?.matchesApproval ?? null;
  return (
    <section
      className={classes.approval}
      data-changed={matches === false || undefined}
      aria-label={t("steps.approval.title")}
    >
      <span className={classes.approvalLine}>
        {matches === false ? (
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-warn)" />
        ) : (
          <IconCircleCheck size={16} aria-hidden />
        )}
        {t("steps.approval.by", {
          person: approval.by,
          date: formatDateTime(approval.at, language),
        })}
      </span>
      {matches !== null && <span>{t(`steps.approval.${matches ? "matches" : "changed"}`)}</span>}
      <span className={classes.hash}>SHA-256 {approval.hash}</span>
    </section>
  );
}
