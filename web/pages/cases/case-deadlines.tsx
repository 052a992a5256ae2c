import { useTranslation } from "react-i18next";
import { useDeadlines } from "../../data/deadlines.ts";
import { LettersDue } from "../../frame/letters-due.tsx";
import { Card, Section } from "../../ui/panel.tsx";

/** Measures of the case by their last day; nothing where there are none. */
export function CaseDeadlines({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const deadlines = useDeadlines(caseId).data?.deadlines ?? [];
  if (deadlines.length === 0) return null;
  return (
    <Card padded={false}>
      <Section title={t("reports.measuresTitle")}>{null}</Section>
      <LettersDue deadlines={deadlines} most={3} />
    </Card>
  );
}
