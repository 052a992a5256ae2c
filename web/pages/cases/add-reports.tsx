import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useAddReports } from "../../data/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FormCard } from "../../ui/form-card.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { ReportPicker } from "./report-picker.tsx";

/** Further crime reports for a case: claims follow from them. */
export function AddReports({
  caseId,
  version,
  onClose,
}: {
  caseId: string;
  /** Of the case as the page shows it. */
  version: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const add = useAddReports(caseId, version);
  const [reports, setReports] = useState<readonly string[]>([]);
  return (
    <FormCard
      className={classes.newCase}
      error={add.error}
      onSubmit={() => {
        if (reports.length === 0) return;
        add.mutate([...reports], {
          onSuccess: ({ added }) => {
            notify.done(
              t("cases.reports.added", {
                count: added.length,
                formatted: formatNumber(added.length, language),
              }),
            );
            onClose();
          },
        });
      }}
    >
      <ReportPicker value={reports} onChange={setReports} />
      <Button variant="subtle" onClick={onClose}>
        {t("common.cancel")}
      </Button>
      <Button
        type="submit"
        variant="filled"
        loading={add.isPending}
        disabled={reports.length === 0}
      >
        {t("common.add")}
      </Button>
    </FormCard>
  );
}
