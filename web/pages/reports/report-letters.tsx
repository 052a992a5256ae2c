import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { seemsForeign } from "../../../contract/foreign-text.ts";
import { paperFormat, paperLanguage } from "../../../contract/papers.ts";
import { reports, type UrgentKind, urgentKind } from "../../../contract/reports.ts";
import { useUrgentPapers } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { LanguageSelect } from "../../ui/language-select.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePaperLanguage } from "../../ui/use-document-language.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./reports.module.css";
import { hasNoSum, loanOf, NO_LOAN, UrgentLoanFields } from "./urgent-loan.tsx";

/**
 * Neither the letter about a loan, which not every victim has, nor the notice of return: money must
 * be blocked before.
 */
const USUAL: readonly UrgentKind[] = ["incident", "block", "restriction"];

/** Letters that still help where the money has left the banks. */
const ONCE_GONE: readonly UrgentKind[] = ["incident", "loan"];

/** One click makes every letter to every bank where money may be; what is made can be chosen. */
export function ReportLetters({
  id,
  gone,
  lure,
  blocked,
}: {
  id: string;
  /** A block of this money is in the register. */
  blocked: boolean;
  /** All money has left the banks: nothing can be blocked. */
  gone: boolean;
  lure: string | null;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(reports.papers);
  const make = useUrgentPapers(id);
  const [kinds, setKinds] = useState<readonly UrgentKind[]>(
    gone ? ["incident"] : [...USUAL, ...(blocked ? (["return"] as const) : [])],
  );
  const [language, setLanguage] = usePaperLanguage();
  const [loan, setLoan] = useState(NO_LOAN);
  const [erdr, setErdr] = useState("");
  if (!may) return null;
  const offered = gone ? ONCE_GONE : urgentKind.options;
  const toggle = (kind: UrgentKind, on: boolean) =>
    setKinds(urgentKind.options.filter((one) => (one === kind ? on : kinds.includes(one))));
  return (
    <Card>
      <div className={classes.letters}>
        {offered.map((kind) => (
          <Checkbox
            key={kind}
            size="xs"
            label={t(`reports.letters.kinds.${kind}`)}
            description={t(`reports.letters.terms.${kind}`)}
            checked={kinds.includes(kind)}
            onChange={(event) => toggle(kind, event.currentTarget.checked)}
          />
        ))}
        {kinds.includes("restriction") && (
          <TextInput
            size="xs"
            label={t("reports.letters.erdr")}
            maxLength={60}
            value={erdr}
            onChange={(event) => setErdr(event.currentTarget.value)}
          />
        )}
        {kinds.includes("loan") && <UrgentLoanFields loan={loan} onLoan={setLoan} />}
        <LanguageSelect
          size="xs"
          label={t("dossier.papers.language")}
          languages={paperLanguage.options}
          value={language}
          onChange={setLanguage}
        />
        <Button
          variant="filled"
          leftSection={<IconMailForward size={15} />}
          disabled={kinds.length === 0 || (kinds.includes("loan") && hasNoSum(loan))}
          loading={make.isPending}
          onClick={() =>
            make.mutate(
              {
                kinds: [...kinds],
                language,
                formats: [...paperFormat.options],
                ...(kinds.includes("loan") ? loanOf(loan) : {}),
                erdr: erdr.trim() || null,
              },
              { onSuccess: (fileName) => notify.done(t("reports.letters.done", { fileName })) },
            )
          }
        >
          {t("reports.letters.make")}
        </Button>
      </div>
      {lure !== null && seemsForeign(lure, language) && (
        <p className={classes.foreign} role="status">
          {t("dossier.papers.foreign", { text: lure })}
        </p>
      )}
      {make.isError && <ProblemNotice error={make.error} />}
    </Card>
  );
}
