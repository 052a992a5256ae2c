import { Button } from "@mantine/core";
import { IconArrowBackUp, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ClaimMove, type StepFacts, stepFact } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatAmount } from "../../../contract/format/money.ts";
import { stepCorrections } from "../../../contract/step-corrections.ts";
import { refusedAs } from "../../api/problem.ts";
import { useClaims } from "../../data/cases.ts";
import { useDossier } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useCorrectStep, useUndoStep } from "../../data/step-corrections.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { forgetForm, keepForm, readForm } from "./kept-form.ts";
import { OnBothLetters } from "./on-both-letters.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { StepForm, type Typed } from "./step-form.tsx";
import { mendWarnings } from "./step-warnings.ts";

/** A mistyped fact of a step is put right, with a reason. */
export function CorrectStep({
  caseId,
  claim,
  move,
}: {
  caseId: string;
  claim: Claim;
  move: ClaimMove;
}) {
  const { t } = useTranslation();
  const may = useMay(stepCorrections.correct);
  const kept = keptAs(claim, move);
  const [open, setOpen] = useState(() => readForm(window.sessionStorage, kept) !== null);
  const show = (shown: boolean) => {
    setOpen(shown);
    if (!shown) forgetForm(window.sessionStorage, kept);
  };
  if (!may || move.asks === null) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPencil size={13} aria-hidden />}
        aria-label={t("steps.mend.correctOne", { status: t(`cases.claimStatus.${move.to}`) })}
        aria-expanded={open}
        onClick={() => show(!open)}
      >
        {t("steps.mend.correct")}
      </Button>
      {open && <CorrectForm caseId={caseId} claim={claim} move={move} onDone={() => show(false)} />}
    </>
  );
}

/** A claim that changed since is corrected from what it says now. */
function keptAs({ id, version, moves }: Claim, move: ClaimMove): string {
  return `mended ${id} ${version} ${moves.indexOf(move) + 1}`;
}

function CorrectForm(props: { caseId: string; claim: Claim; move: ClaimMove; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const { caseId, claim, move } = props;
  const change = useCorrectStep(caseId, claim, claim.moves.indexOf(move) + 1);
  const dossier = useDossier(caseId, claim.id).data;
  const penalty = dossier?.penalty?.penalty;
  const juvenile = dossier?.court?.juvenile;
  const all = useClaims(caseId).data?.claims ?? [];
  const { facts, optional } = move.asks ?? { facts: [], optional: [] };
  const sum = (amount: string) => formatAmount(amount, claim.currency, language, true);
  const save = (wanted: { facts: StepFacts; reason: string; again?: boolean }) =>
    change.mutate(wanted, {
      onSuccess: () => {
        notify.done(t("steps.mend.saved"));
        props.onDone();
      },
    });
  return (
    <>
      <StepForm
        step={{ status: move.to, way: "on", reason: true, facts, optional, another: false }}
        currency={claim.currency}
        known={typedOf(move.facts, sum)}
        outstanding={undefined}
        penalty={penalty ?? move.facts.penalty}
        approvedOn={null}
        warningsFor={(mended) => mendWarnings(move, { claim, facts: mended, juvenile }, all)}
        kept={readForm(window.sessionStorage, keptAs(claim, move))}
        onChange={(form) => keepForm(window.sessionStorage, keptAs(claim, move), form)}
        words={{
          reason: t("steps.mend.why"),
          hint: t("steps.mend.whyHint"),
          submit: t("steps.mend.save"),
        }}
        sending={change.isPending}
        onSubmit={({ reason = "", ...mended }) => save({ ...mended, reason })}
      />
      {change.isError && <ProblemNotice error={change.error} />}
      {refusedAs(change.error, "letter-number-taken") && change.variables && (
        <OnBothLetters
          sending={change.isPending}
          onSave={() => save({ ...change.variables, again: true })}
        />
      )}
    </>
  );
}

/** The facts of the step, as a person types them. */
function typedOf(facts: StepFacts, written: (amount: string) => string): Typed {
  return Object.fromEntries(
    stepFact.options.flatMap((name) => {
      const value = facts[name];
      if (value === undefined) return [];
      return [[name, name === "sum" || name === "penalty" ? written(value) : value]];
    }),
  );
}

/** The last step of the claim never happened. */
export function UndoStep({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(stepCorrections.undo);
  const change = useUndoStep(caseId, claim);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  if (!may || claim.undo === null) return null;
  return (
    <>
      <div className={classes.moveRow}>
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t("steps.mend.undo", { status: t(`cases.claimStatus.${claim.status}`) })}
        </Button>
      </div>
      {open && (
        <ReasonForm
          label={t("steps.mend.undoWhy")}
          description={t("steps.mend.undoNote")}
          placeholder={t("steps.mend.undoHint")}
          autoFocus
          reason={reason}
          onReason={setReason}
          submit={t("steps.mend.undoSubmit")}
          sending={change.isPending}
          onSubmit={(why) =>
            change.mutate(why, {
              onSuccess: () => {
                setOpen(false);
                setReason("");
                notify.done(t("steps.mend.undone"));
              },
            })
          }
        />
      )}
      {change.isError && <ProblemNotice error={change.error} />}
    </>
  );
}
