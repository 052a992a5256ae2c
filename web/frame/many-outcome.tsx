import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconX } from "@tabler/icons-react";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contract/endpoint.ts";
import { CallProblem } from "../api/problem.ts";
import { useProblemText } from "../ui/use-problem-text.ts";
import classes from "./many-outcome.module.css";

interface Refused {
  /** The things that one reason keeps back. */
  readonly names: readonly string[];
  readonly problem: Problem;
}

/** How many of many things were done, in words; the others by the reason that keeps them back. */
export function ManyOutcome(props: {
  said: string;
  /** At least one was done. */
  isDone: boolean;
  refused: readonly Refused[];
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  const focused = useCallback((box: HTMLDivElement | null) => box?.focus(), []);
  return (
    // The button that was pressed is gone with its form: the focus waits where the answer stands.
    <div className={classes.outcome} ref={focused} tabIndex={-1}>
      <div className={classes.done} role="status">
        {props.isDone && <IconCircleCheck size={16} aria-hidden color="var(--dg-good)" />}
        <span>{props.said}</span>
        <ActionIcon variant="subtle" aria-label={t("common.close")} onClick={props.onClose}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {props.refused.length > 0 && (
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-bad)" />
          <ul>
            {props.refused.map(({ names, problem }) => {
              const { text, remedy } = words(new CallProblem(problem));
              return (
                <li key={names[0]}>
                  <b>{names.join(", ")}</b>
                  <br />
                  {text} <span className={classes.remedy}>{remedy}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {props.children}
    </div>
  );
}
