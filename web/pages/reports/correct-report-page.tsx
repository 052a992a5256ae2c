import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { ReportWords } from "../../../contract/report-entry.ts";
import { useCorrectReport, useEntered } from "../../data/first-hour.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { EntryForm, useLookedUp } from "./entry-form.tsx";
import { entryOf, filledWith, shownTransfer } from "./form-state.ts";
import classes from "./reports.module.css";
import { useReportForm } from "./use-report-form.ts";

/** An entered report, to be corrected with a reason. */
export function CorrectReportPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, isError, error } = useEntered(id);
  // The form begins once, with what the person saw: whoever is slower is told so on saving.
  const [seen, setSeen] = useState<typeof data>(undefined);
  if (seen === undefined && data !== undefined) setSeen(data);
  return (
    <Page narrow>
      <PageHead
        title={t("reports.corrections.title", { id })}
        lead={t("reports.corrections.lead")}
      />
      {isError && <ProblemNotice error={error} />}
      {seen === undefined && !isError && <LoadingRows rows={6} />}
      {seen?.notCorrected != null && (
        <p className={classes.quiet}>{t(`reports.corrections.kept.${seen.notCorrected}`)}</p>
      )}
      {seen?.notCorrected === null && seen.entry !== null && (
        <Correction id={id} entry={seen.entry} version={seen.version} />
      )}
    </Page>
  );
}

function Correction(props: { id: string; entry: ReportWords; version: number }) {
  const { id, entry, version } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const correct = useCorrectReport(id);
  const [reason, setReason] = useState("");
  const [first] = useState(() => filledWith(id, entry, language));
  const form = useReportForm(undefined, first);
  const { state, kept, chosen } = form;
  const lookedUp = useLookedUp(state);
  const { candidates } = lookedUp;
  const isOffered = candidates?.some(({ transfer }) => transfer.id === chosen) ?? false;
  const shown = shownTransfer(state, chosen);
  const words = entryOf(state, chosen, entry.reportedAt, kept);
  const ready = words !== null && saysSomething(reason);
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === null || !ready) return;
        const { number: _number, ...said } = words;
        const open = () => void navigate(`/reports/${encodeURIComponent(id)}`);
        correct.mutate({ ...said, version, reason: reason.trim() }, { onSuccess: open });
      }}
    >
      <EntryForm form={form} shown={shown} chosen={chosen} lookedUp={lookedUp} numbered />
      {chosen !== null && candidates !== undefined && !isOffered && (
        <div className={classes.actions}>
          <span className={classes.quiet}>{t("reports.corrections.named")}</span>
          <Button size="compact-xs" onClick={() => form.setChosen(null)}>
            {t("reports.corrections.release")}
          </Button>
        </div>
      )}
      <div className={classes.actions}>
        <TextInput
          size="xs"
          label={t("reports.corrections.why")}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={!ready} loading={correct.isPending}>
          {t("reports.corrections.save")}
        </Button>
      </div>
      {correct.isError && <ProblemNotice error={correct.error} />}
    </form>
  );
}
