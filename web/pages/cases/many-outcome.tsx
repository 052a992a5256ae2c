import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconX } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { CallProblem } from "../../api/problem.ts";
import type { ClaimResult } from "../../data/many-claims.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useProblemText } from "../../ui/use-problem-text.ts";
import { refusalsByReason } from "./many-step-facts.ts";
import classes from "./many-steps.module.css";

/** So many claims are done; the others by the reason that keeps them back, each said once. */
export function ManyOutcome(props: {
  /** The name of what was done. */
  title: string;
  all: number;
  results: readonly ClaimResult[];
  /** What broke off the whole; null where every claim has answered. */
  error: unknown;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useProblemText();
  const focused = useCallback((box: HTMLDivElement | null) => box?.focus(), []);
  const groups = refusalsByReason(props.results);
  const done = props.results.filter(({ problem }) => problem === null).length;
  return (
    // The button that was pressed is gone with its form: the focus waits where the answer stands.
    <div className={classes.outcome} ref={focused} tabIndex={-1}>
      <div className={classes.done} role="status">
        {done > 0 && <IconCircleCheck size={16} aria-hidden color="var(--dg-good)" />}
        <span>
          {t("bulk.steps.done", {
            step: props.title,
            done: formatNumber(done, language),
            all: formatNumber(props.all, language),
          })}
        </span>
        <ActionIcon variant="subtle" aria-label={t("common.close")} onClick={props.onClose}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {groups.length > 0 && (
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-bad)" />
          <ul>
            {groups.map(({ claims, problem }) => {
              const said = words(new CallProblem(problem));
              return (
                <li key={claims[0]}>
                  <b>{claims.join(", ")}</b>
                  <br />
                  {said.text} <span className={classes.remedy}>{said.remedy}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {props.error !== null && <ProblemNotice error={props.error} />}
    </div>
  );
}
