import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type ManyStep,
  manyStep,
  manySteps,
  takesWithOthers,
} from "../../../contract/many-steps.ts";
import {
  claimsOf,
  type ManyWork,
  useBeforeSteps,
  useManyClaims,
  useTextsOfClaims,
} from "../../data/many-claims.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./cases.module.css";
import { ClaimsOutcome } from "./many-outcome.tsx";
import { ManyStepsForm } from "./many-steps-form.tsx";
import { ManyTextsForm } from "./many-texts-form.tsx";
import { ManyUndoForm } from "./many-undo-form.tsx";

/**
 * The work of a person on several claims: gives drafts the same words, takes one step, or takes
 * back one that was a mistake.
 */
type Deed = ManyStep | "texts" | "undo";

/**
 * Chosen claims take the same words or the same step; each is done or says why not. Nothing where
 * fewer than two claims can.
 */
export function ClaimsAtOnce(props: {
  caseId: string;
  claims: readonly Claim[];
  today: readonly ClaimToday[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(manySteps.take);
  const { work, results } = useManyClaims(props.caseId);
  const [chosen, setChosen] = useState<Deed | null>(null);
  const offered = deedsFor(props.claims);
  const open = offered.find(({ deed }) => deed === chosen);
  const hasOutcome = !work.isIdle && !work.isPending && work.variables !== undefined;
  const nameOf = (deed: Deed) => {
    if (deed === "undo") return t("bulk.steps.undo");
    return t(deed === "texts" ? "bulk.texts.title" : `steps.action.${deed}`);
  };
  const start = (wanted: ManyWork) => work.mutate(wanted, { onSuccess: () => setChosen(null) });
  if (!may || (offered.length === 0 && !hasOutcome)) return null;
  return (
    <Card padded={false}>
      <section aria-label={t("bulk.steps.title")}>
        <div className={classes.cardHead}>
          <div>
            <h2 className={classes.cardTitle}>{t("bulk.steps.title")}</h2>
            <p className={classes.cardNote}>{t("bulk.steps.note")}</p>
          </div>
          <div className={classes.claimActions}>
            {offered.map(({ deed, claims }) => (
              <Button
                key={deed}
                variant={deed === "undo" ? "subtle" : "default"}
                aria-expanded={chosen === deed}
                disabled={work.isPending && chosen !== deed}
                onClick={() => setChosen(chosen === deed ? null : deed)}
              >
                {t("bulk.steps.of", {
                  step: nameOf(deed),
                  formatted: formatNumber(claims.length, language),
                })}
              </Button>
            ))}
          </div>
        </div>
        {open !== undefined && (
          <DeedForm
            key={open.deed}
            {...props}
            deed={open.deed}
            all={props.claims}
            claims={open.claims}
            progress={work.isPending ? results.length : null}
            onStart={start}
          />
        )}
        {hasOutcome && (
          <ClaimsOutcome
            title={nameOf(deedOf(work.variables))}
            all={claimsOf(work.variables).length}
            results={results}
            error={work.error}
            onClose={() => work.reset()}
          />
        )}
      </section>
    </Card>
  );
}

function deedOf(wanted: ManyWork): Deed {
  if ("undo" in wanted) return "undo";
  return "step" in wanted ? wanted.step.status : "texts";
}

/** What at least two claims can do together, in the order of a claim's life. */
function deedsFor(claims: readonly Claim[]): { deed: Deed; claims: readonly Claim[] }[] {
  const drafts = claims.filter(({ status }) => status === "draft");
  const steps = manyStep.options.map((deed) => ({
    deed,
    claims: claims.filter((claim) => takesWithOthers(claim, deed)),
  }));
  const mistakes = { deed: "undo" as const, claims: claims.filter(({ undo }) => undo !== null) };
  return [{ deed: "texts" as const, claims: drafts }, ...steps, mistakes].filter(
    (one) => one.claims.length > 1,
  );
}

/** The form of the deed, once what it shows of the claims is known. */
function DeedForm(props: {
  caseId: string;
  deed: Deed;
  claims: readonly Claim[];
  all: readonly Claim[];
  today: readonly ClaimToday[];
  progress: number | null;
  onStart: (wanted: ManyWork) => void;
}) {
  const { caseId, deed, claims, today, progress, onStart } = props;
  const before = useBeforeSteps(caseId, deed !== "texts" && deed !== "undo");
  const texts = useTextsOfClaims(caseId, deed === "texts");
  if (deed === "undo")
    return (
      <ManyUndoForm
        claims={claims}
        progress={progress}
        onUndo={(wanted) => onStart({ undo: wanted })}
      />
    );
  const query = deed === "texts" ? texts : before;
  if (query.isPending) return <LoadingRows rows={3} />;
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (deed === "texts")
    return (
      <ManyTextsForm
        drafts={claims}
        texts={texts.data?.claims ?? []}
        progress={progress}
        onWrite={(wanted) => onStart({ texts: wanted })}
      />
    );
  return (
    <ManyStepsForm
      status={deed}
      all={props.all}
      claims={claims}
      today={today}
      before={before.data?.claims ?? []}
      progress={progress}
      onTake={(taken) => onStart({ step: { status: deed, claims: taken } })}
    />
  );
}
