import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../contract/bank-names.ts";
import { formatIsoDay } from "../../contract/format/dates.ts";
import { letterWord } from "../../contract/outgoing.ts";
import type { Deadline } from "../../contract/reports.ts";
import { useLanguage } from "../i18n/use-language.ts";
import classes from "./deadline-list.module.css";
import { Money } from "./money.tsx";

/**
 * Measures with their last day; each leads to its report, else to its case. `actionOf` is what a
 * person does to a line.
 */
export function DeadlineList({
  deadlines,
  actionOf,
}: {
  deadlines: readonly Deadline[];
  actionOf?: (deadline: Deadline) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {deadlines.map((one) => {
        const to = addressOf(one);
        const name = t(
          one.letter === null
            ? `measures.kinds.${one.kind}`
            : `letters.${letterWord(one.letter, one.claim)}`,
        );
        return (
          <li
            key={one.id}
            className={classes.line}
            data-past={(one.daysLeft ?? 0) < 0 || undefined}
          >
            <span className={classes.main}>
              {to === null ? name : <Link to={to}>{name}</Link>}
              <span className={classes.sub}>
                {[one.bank === null ? null : bankName(one.bank), one.report, one.case]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {one.outdated && (
                <span className={classes.outdated}>{t("reports.corrections.outdated")}</span>
              )}
            </span>
            {one.amount !== null && <Money amount={one.amount} currency={one.currency ?? "KZT"} />}
            <DueWords deadline={one} />
            {actionOf?.(one)}
          </li>
        );
      })}
    </ul>
  );
}

function addressOf({ report, case: caseId }: Deadline): string | null {
  if (report !== null) return `/reports/${encodeURIComponent(report)}`;
  return caseId === null ? null : `/cases/${encodeURIComponent(caseId)}`;
}

function DueWords({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { due, daysLeft, workingDaysLeft, unsent } = deadline;
  if (due === null || daysLeft === null)
    return unsent ? <span className={classes.due}>{t("letters.stands.unsent")}</span> : null;
  const left =
    daysLeft < 0
      ? t("reports.due.past")
      : daysLeft === 0
        ? t("reports.due.today")
        : workingDaysLeft === null
          ? t("reports.due.days", { count: daysLeft })
          : t("reports.due.workingDays", { count: workingDaysLeft });
  return (
    <span className={classes.due}>
      {formatIsoDay(due, language)}
      <span className={classes.sub}>{left}</span>
    </span>
  );
}
