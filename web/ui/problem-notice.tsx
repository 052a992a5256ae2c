import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../api/problem.ts";
import classes from "./problem-notice.module.css";
import { useProblemText } from "./use-problem-text.ts";

/**
 * One clear paragraph: what happened, then what to do. A passing database outage is the banner's
 * business.
 */
export function ProblemNotice({
  error,
  onRetry,
}: {
  error: unknown;
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const words = useProblemText();
  const { text, remedy } = words(error);
  const details = isProblem(error) ? (error.problem.errors ?? []) : [];
  return (
    <div className={classes.root} role="alert">
      <IconAlertTriangle size={16} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <p>
          {text} {remedy && <span className={classes.remedy}>{remedy}</span>}
        </p>
        {details.length > 0 && (
          <ul className={classes.list}>
            {details.slice(0, 5).map((detail) => (
              <li key={`${detail.path}:${detail.message}`}>
                {t("common.field", { path: detail.path })}
              </li>
            ))}
          </ul>
        )}
      </div>
      {onRetry && (
        <Button onClick={onRetry} className={classes.retry}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  );
}
