import { Button, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { FoundValue } from "../../../contract/found-values.ts";
import { type ProposedTransfer, transfersOf } from "../../../contract/report-proposals.ts";
import { LONGEST_TEXT } from "../../../contract/reports.ts";
import { type FileTaken, useEnterReport, useReadText } from "../../data/first-hour.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DroppedFile } from "./dropped-file.tsx";
import { EntryForm, PAUSE, useLookedUp } from "./entry-form.tsx";
import { entryOf, type FieldName, put, shownTransfer } from "./form-state.ts";
import { FoundValues } from "./found-values.tsx";
import { fieldsOfFile } from "./from-file.ts";
import classes from "./reports.module.css";
import { SeveralProposed } from "./several-proposed.tsx";
import { useReportForm } from "./use-report-form.ts";

/** A new crime report on one screen: what was told at the left, what is kept at the right. */
export function NewReportPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const enter = useEnterReport();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text, PAUSE);
  const read = useReadText(settled);
  const found = read.data?.found;
  const form = useReportForm(found);
  const { state, kept } = form;
  const lookedUp = useLookedUp(state);
  const isOffered = lookedUp.candidates?.some(({ transfer }) => transfer.id === form.chosen);
  const picked = isOffered ? form.chosen : null;
  const takeFile = (taken: FileTaken) => form.propose(fieldsOfFile(taken, language));
  const shown = shownTransfer(state, picked);
  const entry = entryOf(state, picked, Date.now(), kept);
  return (
    <Page narrow>
      <PageHead title={t("reports.newTitle")} lead={t("reports.newLead")} />
      <form
        className={classes.columns}
        onSubmit={(event) => {
          event.preventDefault();
          if (entry === null) return;
          enter.mutate(entry, {
            onSuccess: ({ id }) => void navigate(`/reports/${encodeURIComponent(id)}`),
          });
        }}
      >
        <div className={classes.stack}>
          <Card>
            <Textarea
              label={t("reports.text")}
              description={t("reports.textHint")}
              autosize
              minRows={6}
              maxRows={14}
              maxLength={LONGEST_TEXT}
              autoFocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Card>
          <DroppedFile onTaken={takeFile} />
          {read.isError && <ProblemNotice error={read.error} />}
          {found !== undefined && settled.trim() !== "" && (
            <FoundInText
              found={found}
              transfers={kept.length === 0 ? transfersOf(found) : []}
              onTake={form.takeAll}
              onPut={(value, field) => form.change(put(value, field, language))}
            />
          )}
        </div>
        <div className={classes.stack}>
          <EntryForm form={form} shown={shown} chosen={picked} lookedUp={lookedUp} />
          <div className={classes.actions}>
            <Button
              type="submit"
              variant="filled"
              disabled={entry === null}
              loading={enter.isPending}
            >
              {t(picked === null ? "reports.saveDescribed" : "reports.save")}
            </Button>
            {entry === null && <span className={classes.quiet}>{t("reports.needs")}</span>}
          </div>
          {enter.isError && <ProblemNotice error={enter.error} />}
        </div>
      </form>
    </Page>
  );
}

/** What was found in the text, and the transfers it tells of. */
function FoundInText(props: {
  found: readonly FoundValue[];
  transfers: readonly ProposedTransfer[];
  onTake: (transfers: readonly ProposedTransfer[]) => void;
  onPut: (value: FoundValue, field: FieldName) => void;
}) {
  const { t } = useTranslation();
  return (
    <Card padded={false}>
      <Section title={t("reports.found.title")}>
        {props.found.length === 0 && <p className={classes.quiet}>{t("reports.found.nothing")}</p>}
        <SeveralProposed transfers={props.transfers} onTake={props.onTake} />
        <FoundValues found={props.found} onPut={props.onPut} />
      </Section>
    </Card>
  );
}
