import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim, ClaimStatus } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useClaimStatus } from "../../data/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { ReasonForm } from "./reason-form.tsx";

/**
 * The next steps that a claim may take, in the order of the law; steps back and ends ask for a
 * reason. Below, its history.
 */
export function ClaimMoves({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const language = useLanguage();
  const change = useClaimStatus(caseId, claim);
  const [asked, setAsked] = useState<ClaimStatus | null>(null);
  const [reason, setReason] = useState("");
  const word = (status: ClaimStatus) => t(`cases.claimStatus.${status}`);
  const move = (status: ClaimStatus, why?: string) =>
    change.mutate(
      { status, ...(why ? { reason: why } : {}) },
      {
        onSuccess: () => {
          setAsked(null);
          setReason("");
          notify.done(t("cases.claim.saved"));
        },
      },
    );
  return (
    <div className={classes.moves}>
      <div className={classes.factLabel}>{t("cases.claim.moveTo")}</div>
      <div className={classes.moveRow}>
        {claim.next.length === 0 && (
          <span className={classes.cardNote}>{t("cases.claim.over")}</span>
        )}
        {claim.next.map((next, index) => (
          <Button
            key={next.status}
            variant={index === 0 && !next.reason ? "filled" : next.reason ? "subtle" : "default"}
            aria-expanded={next.reason ? asked === next.status : undefined}
            loading={change.isPending && change.variables.status === next.status}
            onClick={() =>
              next.reason ? setAsked(asked === next.status ? null : next.status) : move(next.status)
            }
          >
            {word(next.status)}
          </Button>
        ))}
      </div>
      {asked !== null && claim.next.some((next) => next.status === asked) && (
        <ReasonForm
          label={t("cases.claim.moveReason")}
          placeholder={t("cases.claim.moveReasonHint")}
          required
          autoFocus
          reason={reason}
          onReason={setReason}
          onSubmit={(words) => move(asked, words)}
          submit={t("cases.claim.moveSubmit", { status: word(asked) })}
          sending={change.isPending}
        />
      )}
      {change.isError && <ProblemNotice error={change.error} />}
      <ol className={classes.history} aria-label={t("cases.claim.history")}>
        {[...claim.moves].reverse().map((one) => (
          <li key={`${one.at} ${one.from} ${one.to}`}>
            {t("cases.claim.moveLine", {
              date: formatDateTime(one.at, language),
              from: word(one.from),
              to: word(one.to),
              person: one.by,
            })}
            {one.reason && <span className={classes.moveReason}>{one.reason}</span>}
          </li>
        ))}
        <li>
          {t("cases.claim.openedLine", {
            date: formatDateTime(claim.openedAt, language),
            person: claim.openedBy,
          })}
        </li>
      </ol>
    </div>
  );
}
