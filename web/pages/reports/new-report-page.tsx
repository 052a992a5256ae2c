import { Button, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type ProposedTransfer, transfersOf } from "../../../contract/report-proposals.ts";
import { type FoundValue, LONGEST_TEXT } from "../../../contract/reports.ts";
import {
  type FileTaken,
  useCandidates,
  useEnterReport,
  useReadText,
} from "../../data/first-hour.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { CandidateChoice } from "./candidates.tsx";
import { DroppedFile } from "./dropped-file.tsx";
import {
  EMPTY,
  entryOf,
  type FieldName,
  type FormState,
  fieldsOf,
  nextTransfer,
  put,
  requestOf,
  type Stolen,
  shownTransfer,
  withKept,
  withProposed,
  withTransfer,
} from "./form-state.ts";
import { FoundValues } from "./found-values.tsx";
import { fieldsOfFile } from "./from-file.ts";
import { KeptTransfers } from "./kept-transfers.tsx";
import { ReportFields } from "./report-fields.tsx";
import classes from "./reports.module.css";
import { SeveralProposed } from "./several-proposed.tsx";

/** A person stops typing for so long before the text or the form is looked at again. */
const PAUSE = 350;

/** A new crime report on one screen: what was told at the left, what is kept at the right. */
export function NewReportPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const enter = useEnterReport();
  const [text, setText] = useState("");
  const [state, setState] = useState<FormState>(EMPTY);
  const [chosen, setChosen] = useState<string | null>(null);
  const [kept, setKept] = useState<readonly Stolen[]>([]);
  const [settled] = useDebouncedValue(text, PAUSE);
  const read = useReadText(settled);
  const found = read.data?.found;
  const proposed = useRef<Partial<FormState>>({});
  useEffect(() => {
    if (found === undefined) return;
    const next = fieldsOf(found, language);
    const before = proposed.current;
    proposed.current = next;
    setState((now) => withProposed(now, next, before));
  }, [found, language]);
  const [described] = useDebouncedValue(requestOf(state), PAUSE);
  const candidates = useCandidates(described).data?.candidates;
  const picked = candidates?.some(({ transfer }) => transfer.id === chosen) ? chosen : null;
  const change = (changes: Partial<FormState>) => setState((now) => ({ ...now, ...changes }));
  const takeFile = (taken: FileTaken) =>
    setState((now) => withProposed(now, fieldsOfFile(taken, language), {}));
  const shown = shownTransfer(state, picked);
  const entry = entryOf(state, picked, Date.now(), kept);
  const another = () => {
    if (shown !== null) setKept((before) => [...before, shown]);
    setState(nextTransfer);
    setChosen(null);
    // What the text proposed belongs to the transfer that was kept.
    proposed.current = {};
  };
  /** The shown transfer and a kept one change places. */
  const edit = (place: number) => {
    const wanted = kept[place];
    if (wanted === undefined) return;
    setKept((before) => before.flatMap((one, at) => (at === place ? (shown ?? []) : one)));
    setState((now) => withKept(now, wanted, language));
    setChosen(wanted.transferId ?? null);
    proposed.current = {};
  };
  const takeAll = (transfers: readonly ProposedTransfer[]) => {
    const states = transfers.map((one) => withTransfer(state, one, language));
    setKept(states.slice(0, -1).flatMap((one) => shownTransfer(one, null) ?? []));
    setState(states.at(-1) ?? state);
    setChosen(null);
  };
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
              onTake={takeAll}
              onPut={(value, field) => change(put(value, field, language))}
            />
          )}
        </div>
        <div className={classes.stack}>
          <Card>
            <ReportFields state={state} onChange={change} />
            <KeptTransfers
              kept={kept}
              onEdit={edit}
              onRemove={(place) => setKept((before) => before.filter((_, at) => at !== place))}
              onAnother={shown === null ? null : another}
            />
          </Card>
          <InData
            candidates={candidates}
            described={described !== null}
            chosen={picked}
            onChoose={setChosen}
          />
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

/** Transfers of the data that may be the shown one. */
function InData(props: {
  /** undefined while they are looked for. */
  candidates: ComponentProps<typeof CandidateChoice>["candidates"] | undefined;
  /** Enough is said to look. */
  described: boolean;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { candidates, described, chosen, onChoose } = props;
  return (
    <Card padded={false}>
      <Section title={t("reports.inData")}>
        <p className={classes.quiet}>
          {!described
            ? t("reports.sayMore")
            : candidates === undefined
              ? t("common.loading")
              : t(candidates.length === 0 ? "reports.notInData" : "reports.isItThis")}
        </p>
        <CandidateChoice
          candidates={described ? (candidates ?? []) : []}
          chosen={chosen}
          onChoose={onChoose}
        />
      </Section>
    </Card>
  );
}
