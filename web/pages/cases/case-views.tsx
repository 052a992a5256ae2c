import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { caseViews } from "../../../contract/case-views.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useCaseViews, useRemoveCaseView } from "../../data/case-views.ts";
import { useMay } from "../../data/permissions.ts";
import { keepPlaces } from "../../data/places-of-view.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./dossier.module.css";

/** Pictures of Explore under a name; each opens as it was, for every member of the case. */
export function CaseViews({ caseId, open }: { caseId: string; open: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor();
  const query = useCaseViews(caseId);
  const remove = useRemoveCaseView(caseId);
  const may = useMay(caseViews.remove) && open;
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { views } = query.data;
  return (
    <details className={classes.card}>
      <summary>
        {t("views.title")} · {views.length}
      </summary>
      {views.length === 0 && <p className={classes.note}>{t("views.none")}</p>}
      <ul className={classes.list}>
        {views.map((view) => (
          <li key={view.id} className={classes.row}>
            <span className={classes.grow}>
              <Link to={`/explore${view.search}`} onClick={() => keepPlaces(view)}>
                {view.name}
              </Link>{" "}
              <span className={classes.quiet}>
                {t("views.by", {
                  person: actor(view.by),
                  date: formatDateTime(view.at, language),
                })}
              </span>
            </span>
            {may && (
              <Button
                size="compact-xs"
                aria-label={`${t("common.remove")}: ${view.name}`}
                loading={remove.isPending && remove.variables === view.id}
                onClick={() => remove.mutate(view.id)}
              >
                {t("common.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.isError && <ProblemNotice error={remove.error} />}
    </details>
  );
}
