import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconX } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { LetterResult } from "../../../contract/outgoing.ts";
import { CallProblem } from "../../api/problem.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useProblemText } from "../../ui/use-problem-text.ts";
import classes from "./letters.module.css";

/** So many letters were done; the others say why not. */
export function ManyOutcome(props: { results: readonly LetterResult[]; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useProblemText();
  const focused = useCallback((box: HTMLDivElement | null) => box?.focus(), []);
  const refused = props.results.flatMap(({ id, problem }) =>
    problem === null ? [] : [{ id, said: words(new CallProblem(problem)) }],
  );
  const done = props.results.length - refused.length;
  return (
    // The button that was pressed is gone with its form: the focus waits where the answer stands.
    <div className={classes.outcome} ref={focused} tabIndex={-1}>
      <div className={classes.bar} role="status">
        {done > 0 && <IconCircleCheck size={16} aria-hidden color="var(--dg-good)" />}
        <span>
          {t("letters.many.done", {
            done: formatNumber(done, language),
            all: formatNumber(props.results.length, language),
          })}
        </span>
        <ActionIcon variant="subtle" aria-label={t("common.close")} onClick={props.onClose}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {refused.length > 0 && (
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-bad)" />
          <ul>
            {refused.map(({ id, said }) => (
              <li key={id}>
                <b>{id}</b> {said.text} {said.remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
