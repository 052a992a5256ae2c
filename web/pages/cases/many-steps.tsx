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
import { useBeforeSteps, useTakeManySteps } from "../../data/many-steps.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./cases.module.css";
import { ManyStepsForm } from "./many-steps-form.tsx";
import { ManyStepsOutcome } from "./many-steps-outcome.tsx";

/**
 * Chosen claims take the same step together; each takes it or says why not. Nothing where fewer
 * than two claims can take such a step.
 */
export function ManySteps(props: {
  caseId: string;
  claims: readonly Claim[];
  today: readonly ClaimToday[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(manySteps.take);
  const { take, results } = useTakeManySteps(props.caseId);
  const [chosen, setChosen] = useState<ManyStep | null>(null);
  const before = useBeforeSteps(props.caseId, chosen !== null);
  const offered = manyStep.options
    .map((status) => ({
      status,
      claims: props.claims.filter((claim) => takesWithOthers(claim, status)),
    }))
    .filter(({ claims }) => claims.length > 1);
  const form = offered.find(({ status }) => status === chosen);
  const hasOutcome = !take.isIdle && !take.isPending;
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
            {offered.map(({ status, claims }) => (
              <Button
                key={status}
                aria-expanded={chosen === status}
                disabled={take.isPending && chosen !== status}
                onClick={() => setChosen(chosen === status ? null : status)}
              >
                {t("bulk.steps.of", {
                  step: t(`steps.action.${status}`),
                  formatted: formatNumber(claims.length, language),
                })}
              </Button>
            ))}
          </div>
        </div>
        {form !== undefined && before.isPending && <LoadingRows rows={3} />}
        {before.isError && (
          <ProblemNotice error={before.error} onRetry={() => void before.refetch()} />
        )}
        {form !== undefined && before.data !== undefined && (
          <ManyStepsForm
            key={form.status}
            status={form.status}
            claims={form.claims}
            today={props.today}
            before={before.data.claims}
            progress={take.isPending ? results.length : null}
            onTake={(claims) =>
              take.mutate({ status: form.status, claims }, { onSuccess: () => setChosen(null) })
            }
          />
        )}
        {hasOutcome && take.variables !== undefined && (
          <ManyStepsOutcome
            status={take.variables.status}
            all={take.variables.claims.length}
            results={results}
            error={take.error}
            onClose={() => take.reset()}
          />
        )}
      </section>
    </Card>
  );
}
