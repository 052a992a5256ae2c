import { useTranslation } from "react-i18next";
import { isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { Deadline } from "../../../contract/reports.ts";
import { useDeadlines } from "../../data/deadlines.ts";
import { useCaseDeadlines } from "../../data/overview.ts";
import { LettersDue } from "../../frame/letters-due.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { CaseDeadlines } from "./case-deadlines.tsx";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

/** So many measures stand here at once. */
const NEAREST = 5;

/**
 * Last days of measures that are near (a block runs out, a judge is to be asked), and what cases
 * have to do by a day.
 */
export function Deadlines() {
  const { t } = useTranslation();
  const language = useLanguage();
  const measures = useDeadlines();
  const cases = useCaseDeadlines();
  const failed = measures.isError ? measures : cases.isError ? cases : null;
  const found = cases.data?.deadlines ?? [];
  const today = isoDay(Date.now());
  const overdue = found.filter((one) => one.day < today);
  const isLate = ({ daysLeft }: Deadline) => daysLeft !== null && daysLeft < 0;
  const due = measures.data?.deadlines ?? [];
  // What is overdue never hides what is due today.
  const [late, near] = [due.filter(isLate), due.filter((one) => !isLate(one))];
  const count = overdue.length + late.length;
  const note =
    count === 0
      ? undefined
      : t("today.terms.late", { count, formatted: formatNumber(count, language) });
  return (
    <ListCard title={t("today.deadlines")} note={note}>
      {(measures.isPending || cases.isPending) && <LoadingRows rows={2} />}
      {failed && <ProblemNotice error={failed.error} />}
      {measures.data?.deadlines.length === 0 && cases.data && found.length === 0 && (
        <p className={classes.nothing}>{t("today.noDeadlines")}</p>
      )}
      <CaseDeadlines deadlines={overdue} />
      {[late, near].map((some) => (
        <LettersDue key={some === late ? "late" : "near"} deadlines={some} most={NEAREST} />
      ))}
      <CaseDeadlines deadlines={found.filter((one) => one.day >= today)} />
    </ListCard>
  );
}
