import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLetters } from "../../data/letters.ts";
import { LetterList } from "../../frame/letter-list.tsx";
import { Card, Section } from "../../ui/panel.tsx";

/** So many letters stand on the page of a case; the others are one click away. */
const SHOWN = 5;

/** The newest outgoing letters of the case; nothing where there are none. */
export function CaseLetters({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const rows = useLetters({ case: caseId }).data?.pages[0]?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card padded={false}>
      <Section title={t("letters.title")}>
        <Link to={`/letters?case=${encodeURIComponent(caseId)}`}>{t("letters.all")}</Link>
      </Section>
      <LetterList letters={rows.slice(0, SHOWN)} />
    </Card>
  );
}
