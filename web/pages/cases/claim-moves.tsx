import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimStatus, NextStep, StepFacts } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { isProblem } from "../../api/problem.ts";
import { useClaimStatus } from "../../data/cases.ts";
import { useDossier } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { ReasonForm } from "./reason-form.tsx";
import { StepForm, type Typed } from "./step-form.tsx";
import { WhoApproves } from "./who-approves.tsx";

/**
 * The next steps that a claim may take, in the order of the law; a step that needs facts or a
 * reason asks for them.
 */
export function ClaimMoves({
  caseId,
  claim,
  outstanding,
}: {
  caseId: string;
  claim: Claim;
  /** What the claim may still ask for, minor units; undefined while it is not known. */
  outstanding: string | undefined;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const change = useClaimStatus(caseId, claim);
  const [asked, setAsked] = useState<ClaimStatus | null>(null);
  const blocked = useBlocked(claim);
  const known = useKnownFacts(caseId, claim);
  const isForm = (next: NextStep) => next.reason || next.facts.length > 0;
  const take = (wanted: { status: ClaimStatus; facts?: StepFacts; reason?: string }) =>
    change.mutate(wanted, {
      onSuccess: () => {
        // While the page was being asked for again, the next form may stand open already.
        setAsked((open) => (open === wanted.status ? null : open));
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
      {claim.next.some((next) => next.another && blocked(next) !== null) && (
        <WhoApproves claim={claim} />
      )}
      {form !== undefined && (
        <StepForm
          key={form.status}
          step={form}
          currency={claim.currency}
          known={known(form.status)}
          outstanding={outstanding}
          sending={change.isPending && change.variables.status === form.status}
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
    </div>
  );
}

/** What is written down already of a step's facts: nobody types the court or the number twice. */
function useKnownFacts(caseId: string, claim: Claim): (status: ClaimStatus) => Typed {
  const language = useLanguage();
  const dossier = useDossier(caseId, claim.id).data;
  const filed = claim.moves.findLast((move) => move.to === "filed")?.facts;
  const court =
    filed?.court ?? dossier?.fields.court ?? dossier?.court?.[language === "kk" ? "kk" : "ru"];
  return (status) => ({
    ...(status === "filed" && court ? { court } : {}),
    ...(["judgment", "rejected"].includes(status) && filed?.reference
      ? { reference: filed.reference }
      : {}),
  });
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
