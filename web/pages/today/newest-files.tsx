import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { Source } from "../../../contract/loading.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

/** The last files: when, by whom, how many transfers, how many refused. */
export function NewestFiles({ sources }: { sources: readonly Source[] | undefined }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  return (
    <ListCard title={t("today.arrived")} to="/load?tab=sources" toLabel={t("today.allFiles")}>
      {!sources && <LoadingRows rows={3} />}
      {sources?.length === 0 && <p className={classes.nothing}>{t("today.noFiles.text")}</p>}
      {sources?.map((source) => (
        <Link
          key={source.id}
          className={classes.line}
          to={`/load?tab=sources&source=${encodeURIComponent(source.id)}`}
        >
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>{source.fileName}</span>
            <span className={classes.lineSub}>
              {formatDateTime(source.loadedAt, language)} · {actor(source.loadedBy)}
            </span>
          </span>
          <span className={classes.lineMoney}>
            {t("common.rows", {
              count: source.loaded,
              formatted: formatNumber(source.loaded, language),
            })}
          </span>
          {sources.some((one) => one.rejected > 0) && (
            <span className={classes.lineTag}>
              {source.rejected > 0 &&
                t("load.refused", {
                  count: source.rejected,
                  formatted: formatNumber(source.rejected, language),
                })}
            </span>
          )}
        </Link>
      ))}
    </ListCard>
  );
}
