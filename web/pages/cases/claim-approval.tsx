import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ApprovalChange, Claim, ClaimToday } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./step-form.module.css";

/** Texts longer than this are not shown beside each other. */
const SHORT = 160;

/** Who approved the claim, under which hash, and in what it differs from that today. */
export function ClaimApproval({ claim, today }: { claim: Claim; today: ClaimToday | undefined }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const { approval } = claim;
  if (approval === null) return null;
  const changes = today?.approvalChanges ?? null;
  const changed = changes !== null && changes.length > 0;
  return (
    <section
      className={classes.approval}
      data-changed={changed || undefined}
      aria-label={t("steps.approval.title")}
    >
      <span className={classes.approvalLine}>
        {changed ? (
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-warn)" />
        ) : (
          <IconCircleCheck size={16} aria-hidden />
        )}
        {t("steps.approval.by", {
          person: actor(approval.by),
          date: formatDateTime(approval.at, language),
        })}
      </span>
      {changes !== null && <span>{t(`steps.approval.${changed ? "changed" : "matches"}`)}</span>}
      {changed && <Changes changes={changes} />}
      <span className={classes.hash}>SHA-256 {approval.hash}</span>
    </section>
  );
}

function Changes({ changes }: { changes: readonly ApprovalChange[] }) {
  const { t } = useTranslation();
  const fieldName = (field: NonNullable<ApprovalChange["field"]>) =>
    t(field === "accounts" ? "cases.parts.accounts" : `dossier.fields.${field}`);
  const text = (value: string | null) => value ?? t("steps.approval.nothing");
  return (
    <ul className={classes.changes}>
      {changes.map(({ part, field, was, is }) => {
        const name = t(`steps.approval.parts.${part}`);
        const whole = field ? `${name}: ${fieldName(field)}` : name;
        const isShort = (was !== null || is !== null) && `${was}${is}`.length <= SHORT;
        return (
          <li key={`${part} ${field} ${was} ${is}`}>
            {whole}
            {isShort && (
              <span className={classes.facts}>
                {t("steps.approval.wasIs", { was: text(was), is: text(is) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
