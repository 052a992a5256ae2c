import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LetterKind } from "../../contract/letter-facts.ts";
import { letterWord } from "../../contract/outgoing.ts";
import { useSentLetter } from "../data/letters.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Letters of crime reports; of a request made from accounts the office keeps its own copy. */
const OF_REPORTS: readonly LetterKind[] = [
  "incident",
  "freeze-request",
  "restriction",
  "return-notice",
  "loan-suspension",
];

/** A letter that was sent, printed again as it left the office. */
export function AsSent(props: {
  id: string;
  letter: LetterKind | null;
  claim: string | null;
  report: string | null | undefined;
}) {
  const { t } = useTranslation();
  const { id, letter, claim, report } = props;
  const print = useSentLetter({ id, claim, report: report ?? "" });
  if (letter === null) return null;
  if (claim === null && (!OF_REPORTS.includes(letter) || report == null)) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPrinter size={14} aria-hidden />}
        aria-label={`${t("letters.asSent")}: ${t(`letters.${letterWord(letter, claim)}`)}, ${id}`}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {t("letters.asSent")}
      </Button>
      {print.isError && <ProblemNotice error={print.error} />}
    </>
  );
}
