import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useEntered } from "../../data/first-hour.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { changedFields } from "./changed-words.ts";
import classes from "./reports.module.css";

/** Corrections of a report, the newest first: who, when, why, and what it said before. */
export function ReportChanges({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor();
  const entered = useEntered(id).data;
  if (entered === undefined || entered.changes.length === 0) return null;
  const { entry, changes } = entered;
  return (
    <Card padded={false}>
      <Section title={t("reports.corrections.history")}>
        {changes.map(({ what, at, by, reason, was }, place) => {
          const after = place === 0 ? entry : changes[place - 1]?.was;
          const when = formatDateTime(at, language);
          const fields = what === "taken-out" || !after ? [] : changedFields(was, after, language);
          return (
            <div key={`${at} ${what}`} className={classes.quiet}>
              {t(`reports.corrections.was.${what}`, { by: actor(by), when, reason })}
              {fields.map(({ field, before, after: now }) => (
                <div key={field}>
                  {t("reports.corrections.changed", {
                    field: t(`reports.fields.${field}`),
                    before: before || t("reports.corrections.none"),
                    after: now || t("reports.corrections.none"),
                  })}
                </div>
              ))}
            </div>
          );
        })}
      </Section>
    </Card>
  );
}
