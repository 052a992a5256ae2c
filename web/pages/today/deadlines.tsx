import { useTranslation } from "react-i18next";
import { useDeadlines } from "../../data/deadlines.ts";
import { DeadlineList } from "../../ui/deadline-list.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

/** Last days of measures that are near: a block runs out, a judge is to be asked. */
export function Deadlines() {
  const { t } = useTranslation();
  const query = useDeadlines();
  return (
    <ListCard title={t("today.deadlines")}>
      {query.isPending && <LoadingRows rows={2} />}
      {query.isError && <ProblemNotice error={query.error} />}
      {query.data?.deadlines.length === 0 && (
        <p className={classes.nothing}>{t("today.noDeadlines")}</p>
      )}
      {query.data && <DeadlineList deadlines={query.data.deadlines} />}
    </ListCard>
  );
}
