import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { Children, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimStatus, NextStep, StepFacts } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { refusedAs } from "../../api/problem.ts";
import { useClaimStatus, useClaims } from "../../data/cases.ts";
import { useDossier } from "../../data/dossier.ts";
import { useLedger } from "../../data/ledger.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { UndoStep } from "./claim-mend.tsx";
import { courtOf } from "./court-of.ts";
import { LedgerSums } from "./ledger-sums.tsx";
import { OnBothLetters } from "./on-both-letters.tsx";
import { ReasonForm } from "./reason-form.tsx";
import formClasses from "./step-form.module.css";
import { StepForm, type Typed } from "./step-form.tsx";
import { approvalOf, useBlocked } from "./step-rules.ts";
import { stepWarnings } from "./step-warnings.ts";
import { WhoApproves } from "./who-approves.tsx";

interface WantedStep {
  readonly status: ClaimStatus;
  readonly facts?: StepFacts | undefined;
  readonly reason?: string | undefined;
  /** The number of the demand stands on another letter too. */
  readonly again?: boolean;
}

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
  const whyNot = useBlocked();
  const blocked = (next: NextStep) => whyNot(claim, next);
  const asksLedger = useLedger(caseId, claim);
  const ledger = asksLedger.data;
  const known = useKnownFacts(caseId, claim, ledger?.lastPaid);
  const dossier = useDossier(caseId, claim.id);
  const penalty = dossier.data?.penalty?.penalty;
  const juvenile = dossier.data?.court?.juvenile;
  const all = useClaims(caseId).data?.claims ?? [];
  const moves = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState(0);
  // The form that was sent is gone: who works by keyboard goes on with the next step.
  useEffect(() => {
    if (taken > 0) focusNext(moves.current);
  }, [taken]);
  const isForm = (next: NextStep) => next.reason || next.facts.length > 0;
  const take = (wanted: WantedStep) =>
    change.mutate(wanted, {
      onSuccess: () => {
        // While the page was being asked for again, the next form may stand open already.
        setAsked((open) => (open === wanted.status ? null : open));
        setTaken((before) => before + 1);
        notify.done(t("cases.claim.saved"));
      },
    });
  const form = claim.next.find((next) => next.status === asked && isForm(next));
  const onClick = (next: NextStep) =>
    isForm(next)
      ? setAsked(asked === next.status ? null : next.status)
      : take({ status: next.status });
  const buttons = (way: NextStep["way"]) =>
    claim.next
      .filter((next) => next.way === way)
      .map((next, index) => (
        <Button
          key={next.status}
          variant={way !== "on" ? "subtle" : index === 0 ? "filled" : "default"}
          leftSection={way === "back" ? <IconArrowBackUp size={15} aria-hidden /> : undefined}
          aria-expanded={isForm(next) ? asked === next.status : undefined}
          disabled={blocked(next) !== null}
          loading={change.isPending && change.variables.status === next.status}
          onClick={() => onClick(next)}
        >
          {stepWords(t, next)}
        </Button>
      ));
  // Going back to "approved" needs an approver too, but nothing waits for one then.
  const waits = claim.next.find((next) => next.way === "on" && next.another);
  const why = waits === undefined ? null : blocked(waits);
  return (
    <div ref={moves} className={`${classes.moves} ${formClasses.steps}`} tabIndex={-1}>
      <Steps label={t("cases.claim.moveTo")} way="on">
        {claim.next.length === 0 ? (
          <span className={classes.cardNote}>{t("cases.claim.over")}</span>
        ) : (
          buttons("on")
        )}
      </Steps>
      {why !== null && <p className={classes.cardNote}>{why}</p>}
      {why !== null && <WhoApproves claim={claim} />}
      <Steps label={t("steps.stops")} way="stop">
        {buttons("stop")}
      </Steps>
      <Steps label={t("steps.backwards")} way="back">
        {buttons("back")}
      </Steps>
      <UndoStep caseId={caseId} claim={claim} />
      {form?.status === "recovered" && ledger !== undefined && <LedgerSums ledger={ledger} />}
      {/* A form begins with what is known: it waits for what is being asked for. */}
      {form !== undefined && !asksLedger.isLoading && !dossier.isLoading && (
        <StepForm
          key={form.status}
          step={form}
          currency={claim.currency}
          known={known(form.status)}
          outstanding={outstanding}
          penalty={penalty}
          approvedOn={approvalOf(claim, form.status)}
          warningsFor={(facts) => stepWarnings(form.status, [{ claim, facts, juvenile }], all)}
          sending={change.isPending && change.variables.status === form.status}
          onSubmit={(wanted) => take({ status: form.status, ...wanted })}
        />
      )}
      <StepRefused change={change} onTake={take} />
    </div>
  );
}

/** Why a step was refused, and the way on where a person may decide for it. */
function StepRefused({
  change,
  onTake,
}: {
  change: ReturnType<typeof useClaimStatus>;
  onTake: (wanted: WantedStep) => void;
}) {
  const { t } = useTranslation();
  const address = useAddressState();
  return (
    <>
      {change.isError && <ProblemNotice error={change.error} />}
      {refusedAs(change.error, "claim-penalty-outstanding") && (
        <RecoveredWithoutPenalty
          sending={change.isPending}
          onRecovered={(reason) =>
            onTake({
              ...{ status: "recovered", reason },
              ...(change.variables?.facts && { facts: change.variables.facts }),
            })
          }
        />
      )}
      {refusedAs(change.error, "letter-number-taken") && change.variables && (
        <OnBothLetters
          sending={change.isPending}
          onSave={() => onTake({ ...change.variables, again: true })}
        />
      )}
      {refusedAs(change.error, "claim-not-ready") && (
        <>
          <Button mt={8} variant="default" onClick={() => address.set({ place: "court" })}>
            {t("dossier.court.show")}
          </Button>
          <ApproveUnready
            sending={change.isPending}
            onApprove={(reason) => onTake({ status: "approved", reason })}
          />
        </>
      )}
    </>
  );
}

/** The first step forward that the person may take takes the focus, else the steps as a whole. */
function focusNext(moves: HTMLElement | null): void {
  const forward = moves?.querySelector<HTMLElement>("[data-way=on] button:not(:disabled)");
  (forward ?? moves)?.focus({ preventScroll: true });
}

/** Steps of one way under their name; nothing where there are none. */
function Steps(props: { label: string; way: NextStep["way"]; children: ReactNode }) {
  const { label, way, children } = props;
  if (Children.count(children) === 0) return null;
  return (
    <fieldset className={classes.steps} aria-label={label} data-way={way}>
      <span className={classes.factLabel}>{label}</span>
      <div className={classes.moveRow}>{children}</div>
    </fieldset>
  );
}

/** What a person does to take a step: an act of theirs or of the court, or the way back. */
function stepWords(t: TFunction, { status, way, optional }: NextStep): string {
  if (optional.includes("day")) return t("steps.anew");
  if (way !== "back" && status !== "draft") return t(`steps.action.${status}`);
  if (status === "draft") return t("steps.toDraft");
  return t("steps.backTo", { status: t(`cases.claimStatus.${status}`) });
}

/** Facts of a step that are known already: nobody types the court twice. */
function useKnownFacts(
  caseId: string,
  claim: Claim,
  lastPaid: string | null | undefined,
): (status: ClaimStatus) => Typed {
  const language = useLanguage();
  const dossier = useDossier(caseId, claim.id).data;
  const filed = claim.moves.findLast((move) => move.to === "filed")?.facts;
  const lastStep = claim.moves.findLast(({ facts }) => facts.day !== undefined)?.facts.day ?? "";
  const court = filed?.court ?? courtOf(dossier?.fields, dossier?.court, language);
  return (status) => ({
    ...(status === "filed" && court ? { court } : {}),
    ...(status === "recovered" && lastPaid ? { day: laterOf(lastPaid, lastStep) } : {}),
  });
}

function laterOf(day: string, other: string): string {
  return day > other ? day : other;
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

/**
 * The debt is paid and the penalty is not: a person says why the claim is recovered all the same.
 */
function RecoveredWithoutPenalty({
  sending,
  onRecovered,
}: {
  sending: boolean;
  onRecovered: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <ReasonForm
      label={t("cases.claim.withoutPenalty")}
      reason={reason}
      onReason={setReason}
      onSubmit={onRecovered}
      submit={t("cases.claim.moveSubmit", { status: t("cases.claimStatus.recovered") })}
      sending={sending}
    />
  );
}
