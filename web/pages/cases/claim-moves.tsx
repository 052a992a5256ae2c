import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimStatus, NextStep, StepFact, StepFacts } from "../../../contract/claim-steps.ts";
import { stepFact } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { isProblem } from "../../api/problem.ts";
import { useClaimStatus } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { ReasonForm } from "./reason-form.tsx";
import formClasses from "./step-form.module.css";
import { StepForm } from "./step-form.tsx";

/**
 * The next steps that a claim may take, in the order of the law; a step that needs facts or a reason
 * asks for them. Below, the history of the claim.
 */
export function ClaimMoves({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const change = useClaimStatus(caseId, claim);
  const [asked, setAsked] = useState<ClaimStatus | null>(null);
  const blocked = useBlocked(claim);
  const isForm = (next: NextStep) => next.reason || next.facts.length > 0;
  const take = (wanted: { status: ClaimStatus; facts?: StepFacts; reason?: string }) =>
    change.mutate(wanted, {
      onSuccess: () => {
        setAsked(null);
        notify.done(t("cases.claim.saved"));
      },
    });
  const form = claim.next.find((next) => next.status === asked && isForm(next));
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
            aria-expanded={isForm(next) ? asked === next.status : undefined}
            disabled={blocked(next) !== null}
            loading={change.isPending && change.variables.status === next.status}
            onClick={() =>
              isForm(next)
                ? setAsked(asked === next.status ? null : next.status)
                : take({ status: next.status })
            }
          >
            {t(`cases.claimStatus.${next.status}`)}
          </Button>
        ))}
      </div>
      {claim.next.map((next) => {
        const why = blocked(next);
        return why === null ? null : (
          <p key={next.status} className={classes.cardNote}>
            {why}
          </p>
        );
      })}
      {form !== undefined && (
        <StepForm
          key={form.status}
          step={form}
          currency={claim.currency}
          sending={change.isPending}
          onSubmit={(wanted) => take({ status: form.status, ...wanted })}
        />
      )}
      {change.isError && <ProblemNotice error={change.error} />}
      {change.isError && isProblem(change.error) && change.error.code === "claim-not-ready" && (
        <ApproveUnready
          sending={change.isPending}
          onApprove={(reason) => take({ status: "approved", reason })}
        />
      )}
      <History claim={claim} />
    </div>
  );
}

/** The head of the office approves a claim that lacks something, and says why. */
function ApproveUnready({
  sending,
  onApprove,
}: {
  sending: boolean;
  onApprove: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const may = useMay({ access: MAY.approveUnready });
  const [reason, setReason] = useState("");
  if (!may) return null;
  return (
    <ReasonForm
      label={t("dossier.unready")}
      reason={reason}
      onReason={setReason}
      onSubmit={onApprove}
      submit={t("cases.claim.moveSubmit", { status: t("cases.claimStatus.approved") })}
      sending={sending}
    />
  );
}

/** Why the person signed in may not take a step; null where nothing forbids it. */
function useBlocked(claim: Claim): (next: NextStep) => string | null {
  const { t } = useTranslation();
  const { person } = useSession();
  const approves = useMay({ access: MAY.approve });
  const sender = claim.moves.findLast((move) => move.to === claim.status)?.by;
  return ({ another }) => {
    if (!another) return null;
    if (!approves) return t("steps.approval.role");
    return sender === person?.login ? t("steps.approval.another") : null;
  };
}

function History({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const word = (status: ClaimStatus) => t(`cases.claimStatus.${status}`);
  const factText = (name: StepFact, value: string) => {
    if (name === "day" || name === "term") return formatIsoDay(value, language);
    if (name === "sum") return formatMoney(value, claim.currency, language);
    return name === "outcome" ? t(`steps.outcome.${value as "granted"}`) : value;
  };
  return (
    <ol className={classes.history} aria-label={t("cases.claim.history")}>
      {[...claim.moves].reverse().map((one) => (
        <li key={`${one.at} ${one.from} ${one.to}`}>
          {t("cases.claim.moveLine", {
            date: formatDateTime(one.at, language),
            from: word(one.from),
            to: word(one.to),
            person: one.by,
          })}
          <span className={formClasses.facts}>
            {stepFact.options
              .flatMap((name) => {
                const value = one.facts[name];
                const kind = one.to === "enforcement" ? "writ" : "of";
                return value === undefined
                  ? []
                  : [`${t(`steps.fact.${kind}.${name}`)}: ${factText(name, value)}`];
              })
              .join(" · ")}
          </span>
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
  );
}
