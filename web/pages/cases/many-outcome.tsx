import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { ClaimResult } from "../../data/many-claims.ts";
import { ManyOutcome } from "../../frame/many-outcome.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { refusalsByReason } from "./many-step-facts.ts";
import classes from "./many-steps.module.css";

/** So many claims are done; the others by the reason that keeps them back, each said once. */
export function ClaimsOutcome(props: {
  /** The name of what was done. */
  title: string;
  all: number;
  results: readonly ClaimResult[];
  /** The error that broke off the whole; null where every claim has answered. */
  error: unknown;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const done = props.results.filter(({ problem }) => problem === null).length;
  return (
    <div className={classes.outcome}>
      <ManyOutcome
        said={t("bulk.steps.done", {
          step: props.title,
          done: formatNumber(done, language),
          all: formatNumber(props.all, language),
        })}
        isDone={done > 0}
        refused={refusalsByReason(props.results)}
        onClose={props.onClose}
      >
        {props.error !== null && <ProblemNotice error={props.error} />}
      </ManyOutcome>
    </div>
  );
}
