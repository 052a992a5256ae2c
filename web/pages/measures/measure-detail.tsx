import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { LetterFacts } from "../../../contract/letter-facts.ts";
import {
  isUnsent,
  type Measure,
  type MeasureFields,
  measures,
} from "../../../contract/measures.ts";
import { letterWord } from "../../../contract/outgoing.ts";
import { isProblem } from "../../api/problem.ts";
import {
  useCancelMeasure,
  useCorrectMeasure,
  useMeasure,
  useShowMeasureAnew,
} from "../../data/measures.ts";
import { useMay } from "../../data/permissions.ts";
import { NumberOnBoth } from "../../frame/number-on-both.tsx";
import { SentLetter } from "../../frame/sent-letter.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { formOf, MeasureInputs, useMeasureForm } from "./measure-form.tsx";
import classes from "./measures.module.css";
import { DaysLeft } from "./measures-table.tsx";

/** Reasons of changes that the program makes. */
const LETTER_REASONS = [
  "letter-made-anew",
  "letter-another-language",
  "letter-by-step",
  "letter-step-back",
  "letter-superseded",
  "letter-twin",
] as const;

function useReason(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = LETTER_REASONS.find((one) => one === reason);
    return known === undefined ? reason : t(`letters.reasons.${known}`);
  };
}

/** One entry with its history; it is corrected or struck out here. */
export function MeasureDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const actor = useActor();
  const said = useReason();
  const language = useLanguage();
  const may = useMay(measures.correct);
  const query = useMeasure(id);
  const [doing, setDoing] = useState<"correct" | "cancel" | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} />;
  if (!query.data) return <LoadingRows rows={3} />;
  const { measure, history } = query.data;
  const date = (at: number) => formatDateTime(at, language);
  return (
    <Card>
      <section
        className={classes.detail}
        aria-label={`${t(`measures.kinds.${measure.kind}`)} ${id}`}
      >
        <h2 className={classes.title}>
          {t(`measures.kinds.${measure.kind}`)} · {id}
        </h2>
        <Facts
          fields={{ ...measure, district: measure.summaryDistrict }}
          letter={measure.letter}
          returned={measure.returned}
        />
        <DaysLeft row={measure} />
        <WithoutLoss measure={measure} />
        <p className={classes.note}>
          {t("measures.by", { person: actor(measure.by), date: date(measure.at) })}
          {measure.source !== null && ` · ${t("measures.source", measure.source)}`}
        </p>
        {measure.cancelled !== null && (
          <p className={classes.note}>
            {t("measures.struck", {
              person: actor(measure.cancelled.by),
              date: date(measure.cancelled.at),
              reason: said(measure.cancelled.reason),
            })}
          </p>
        )}
        <div className={classes.actions}>
          {may && measure.cancelled === null && (
            <>
              {isUnsent(measure) && (
                <SentLetter
                  id={measure.id}
                  version={measure.version}
                  letter={measure.letter?.kind ?? null}
                />
              )}
              <Button aria-expanded={doing === "correct"} onClick={() => setDoing("correct")}>
                {t("measures.correct")}
              </Button>
              <Button aria-expanded={doing === "cancel"} onClick={() => setDoing("cancel")}>
                {t("measures.cancel")}
              </Button>
            </>
          )}
          <Button variant="subtle" onClick={onClose}>
            {t("measures.close")}
          </Button>
        </div>
        {doing === "correct" && <Correct measure={measure} onDone={() => setDoing(null)} />}
        {doing === "cancel" && <Cancel measure={measure} onDone={() => setDoing(null)} />}
        {history.length > 0 && <h3 className={classes.title}>{t("measures.history")}</h3>}
        {history.map((state) => (
          <div key={state.until} className={classes.detail}>
            <p className={classes.note}>
              {t("measures.changed", {
                date: date(state.until),
                person: actor(state.by),
                reason: said(state.reason),
              })}
            </p>
            <Facts fields={state} letter={state.letter} returned={null} />
          </div>
        ))}
      </section>
    </Card>
  );
}

/** Said aloud where blocked or returned money belongs to no loss. */
function WithoutLoss({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  if (!measure.withoutLoss) return null;
  return (
    <p className={classes.warning} role="alert">
      {measure.transfer === null
        ? `${t("measures.ofNoLoss")}. ${t("measures.ofNoLossText")}`
        : t("measures.withoutLoss")}
    </p>
  );
}

/** The fields that are written down, each with its word. */
function Facts(props: {
  fields: MeasureFields;
  letter: LetterFacts | null;
  returned: string | null;
}) {
  const { fields, letter, returned } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { amount, currency, count, form, stage, due, sanctionDay } = fields;
  const money = (sum: string) => formatMoney(sum, currency, language, true);
  const texts = (["article", "address", "account", "bank", "transfer"] as const).map(
    (name) => [name, fields[name]] as const,
  );
  const papers = (["paper", "sanction", "file", "district", "note"] as const).map(
    (name) => [name, fields[name]] as const,
  );
  const link = (to: string, text: string | null) => text && <Link to={to}>{text}</Link>;
  const facts = [
    ["day", formatIsoDay(fields.day, language)] as const,
    ["amount", amount && money(amount)] as const,
    ["count", count === null ? null : formatNumber(count, language)] as const,
    ["form", form && t(`measures.forms.${form}`)] as const,
    ["stage", stage && t(`measures.stages.${stage}`)] as const,
    [
      "persons",
      fields.persons.map(({ name, iin }) => [name, iin].filter(Boolean).join(", ")).join("; "),
    ] as const,
    ...texts,
    ["block", link(`/measures?open=${fields.block}`, fields.block)] as const,
    ["case", link(`/cases/${fields.case}`, fields.case)] as const,
    ["claim", link(`/cases/${fields.case}?claim=${fields.claim}`, fields.claim)] as const,
    ["reports", fields.reports.join(", ")] as const,
    ...papers,
    ["sanctionDay", sanctionDay && formatIsoDay(sanctionDay, language)] as const,
    ["due", due && formatIsoDay(due, language)] as const,
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`measures.fields.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {letter !== null &&
        [
          ["kind", t(`letters.${letterWord(letter.kind, fields.claim)}`)] as const,
          ["addressee", letter.addressee] as const,
          ["how", letter.how] as const,
          ["answered", letter.answered && formatIsoDay(letter.answered.day, language)] as const,
          ["answer", letter.answered?.note] as const,
          ["answerFile", letter.answered?.file] as const,
        ].map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(`letters.columns.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      {returned !== null && returned !== "0" && (
        <div>
          <dt>{t("measures.returned")}</dt>
          <dd>{money(returned)}</dd>
        </div>
      )}
    </dl>
  );
}

function Correct({ measure, onDone }: { measure: Measure; onDone: () => void }) {
  const { t } = useTranslation();
  const correct = useCorrectMeasure(measure.id, measure.version);
  const form = useMeasureForm(formOf(measure));
  const [reason, setReason] = useState("");
  const [again, setAgain] = useState(false);
  const ready = form.wanted !== null && saysSomething(reason);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (form.wanted !== null && ready)
          correct.mutate(
            { fields: form.wanted, reason: reason.trim(), again },
            { onSuccess: onDone },
          );
      }}
    >
      <MeasureInputs value={form.value} onChange={form.setValue} />
      <Reason label={t("measures.why")} value={reason} onChange={setReason}>
        <Button type="submit" variant="filled" disabled={!ready} loading={correct.isPending}>
          {t("measures.saveCorrection")}
        </Button>
      </Reason>
      {correct.isError && <Refused id={measure.id} error={correct.error} onDone={onDone} />}
      <NumberOnBoth error={correct.error} again={again} onAgain={setAgain} />
    </form>
  );
}

function Cancel({ measure, onDone }: { measure: Measure; onDone: () => void }) {
  const { t } = useTranslation();
  const cancel = useCancelMeasure(measure.id, measure.version);
  const [reason, setReason] = useState("");
  const ready = saysSomething(reason);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) cancel.mutate(reason.trim(), { onSuccess: onDone });
      }}
    >
      <Reason label={t("measures.whyCancel")} value={reason} onChange={setReason}>
        <Button type="submit" variant="filled" disabled={!ready} loading={cancel.isPending}>
          {t("measures.cancelSubmit")}
        </Button>
      </Reason>
      {cancel.isError && <Refused id={measure.id} error={cancel.error} onDone={onDone} />}
    </form>
  );
}

/** Refusals after which the page shows another state than the register has. */
const OVERTAKEN: ReadonlySet<string> = new Set(["changed-meanwhile", "measure-struck-out"]);

/** Why a change was refused; where somebody was faster, the way to what they wrote. */
function Refused(props: { id: string; error: unknown; onDone: () => void }) {
  const { t } = useTranslation();
  const show = useShowMeasureAnew(props.id);
  return (
    <>
      <ProblemNotice error={props.error} />
      {isProblem(props.error) && OVERTAKEN.has(props.error.code) && (
        <Button onClick={() => void show().then(props.onDone)}>{t("measures.showNew")}</Button>
      )}
    </>
  );
}

function Reason(props: {
  label: string;
  value: string;
  onChange: (reason: string) => void;
  children: React.ReactNode;
}) {
  return (
    <div className={classes.actions}>
      <TextInput
        size="xs"
        className={classes.search ?? ""}
        label={props.label}
        maxLength={2_000}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.children}
    </div>
  );
}
