import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { reports } from "../../../contract/reports.ts";
import { type OneReport, useLinkAll } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ConfirmAll } from "../../ui/confirm-all.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Several described transfers that agree in everything with the data: one reason for them all. */
export function SureTransfers({ report: { id, sure } }: { report: OneReport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(reports.linkAll);
  const link = useLinkAll(id);
  if (sure.length < 2 || !may) return null;
  const counted = { count: sure.length, formatted: formatNumber(sure.length, language) };
  return (
    <Section title={t("reports.link.sure", counted)}>
      <ConfirmAll
        count={sure.length}
        busy={link.isPending}
        onConfirm={(reason) => link.mutate({ pairs: sure, reason })}
      />
      {link.isError && <ProblemNotice error={link.error} />}
    </Section>
  );
}
