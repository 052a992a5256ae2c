import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { type ManyStep, manyStep, manySteps } from "../../../contract/many-steps.ts";
import { CallProblem } from "../../api/problem.ts";
import { useTakeManySteps } from "../../data/many-steps.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useProblemText } from "../../ui/use-problem-text.ts";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";

/**
 * Chosen claims are handed to review or approved together; each is done or says why not. Nothing
 * where fewer than two claims can take such a step.
 */
export function ManySteps({ caseId, claims }: { caseId: string; claims: readonly Claim[] }) {
  const { t } = useTranslation();
  const words = useProblemText();
  const may = useMay(manySteps.take);
  const take = useTakeManySteps(caseId);
  const ready = manyStep.options.map((status) => [status, takers(claims, status)] as const);
  const results = take.data?.results ?? [];
  const refused = results.filter(({ problem }) => problem !== null);
  const offered = ready.filter(([, all]) => all.length > 1);
  if (!may || (offered.length === 0 && results.length === 0)) return null;
  return (
    <details className={details.details}>
      <summary>{t("bulk.steps.title")}</summary>
      {offered.map(([status, all]) => (
        <Choice
          key={`${status} ${all.map(({ id }) => id).join(" ")}`}
          status={status}
          claims={all}
          busy={take.isPending}
          onTake={(chosen) => take.mutate({ status, claims: chosen })}
        />
      ))}
      {results.length > 0 && (
        <div role="status">
          <p className={classes.note}>
            {t("bulk.steps.done", { done: results.length - refused.length, all: results.length })}
          </p>
          {refused.map(({ claim, problem }) => {
            const said = problem && words(new CallProblem(problem));
            return (
              <p key={claim} className={classes.note}>
                {claim}: {said?.text} {said?.remedy}
              </p>
            );
          })}
        </div>
      )}
      {take.isError && <ProblemNotice error={take.error} />}
    </details>
  );
}

function takers(claims: readonly Claim[], status: ManyStep): Claim[] {
  return claims.filter(({ next }) => next.some((one) => one.status === status && one.way === "on"));
}

/** Claims to choose from, all chosen at first, and the step. */
function Choice(props: {
  status: ManyStep;
  claims: readonly Claim[];
  busy: boolean;
  onTake: (chosen: { id: string; version: number }[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, claims } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = claims.filter(({ id }) => !left.has(id));
  const toggle = (id: string) => {
    const after = new Set(left);
    if (!after.delete(id)) after.add(id);
    setLeft(after);
  };
  return (
    <fieldset className={classes.form} aria-label={t(`steps.action.${status}`)}>
      {claims.map(({ id, victim, defendant, amount, currency }) => (
        <Checkbox
          key={id}
          size="xs"
          checked={!left.has(id)}
          onChange={() => toggle(id)}
          label={[
            id,
            `${victim.name ?? ""} → ${defendant.name ?? ""}`,
            formatMoney(amount, currency, language, true),
          ].join(" · ")}
        />
      ))}
      <div className={classes.actions}>
        <Button
          disabled={chosen.length === 0}
          loading={props.busy}
          onClick={() => props.onTake(chosen.map(({ id, version }) => ({ id, version })))}
        >
          {t(`bulk.steps.${status}`, { formatted: formatNumber(chosen.length, language) })}
        </Button>
      </div>
    </fieldset>
  );
}
