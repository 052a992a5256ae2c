import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { reports } from "../../../contract/reports.ts";
import { type OneReport, useLinkAll } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./reports.module.css";

/** Several described transfers that agree in everything with the data: one reason for them all. */
export function SureTransfers({ report: { id, sure } }: { report: OneReport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay(reports.linkAll);
  const link = useLinkAll(id);
  const [reason, setReason] = useState(t("reports.link.usualReason"));
  if (sure.length < 2 || !may) return null;
  const counted = { count: sure.length, formatted: formatNumber(sure.length, language) };
  return (
    <Section title={t("reports.link.sure", counted)}>
      <div className={classes.actions}>
        <TextInput
          size="xs"
          label={t("common.reason")}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="filled"
          disabled={!saysSomething(reason)}
          loading={link.isPending}
          onClick={() => link.mutate({ pairs: sure, reason: reason.trim() })}
        >
          {t("reports.link.sameAll", counted)}
        </Button>
      </div>
      {link.isError && <ProblemNotice error={link.error} />}
    </Section>
  );
}
