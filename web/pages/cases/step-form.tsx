import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  judgmentOutcome,
  type NextStep,
  type StepFact,
  type StepFacts,
} from "../../../contract/claim-steps.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatAmount, parseTypedAmount } from "../../../contract/format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import type { KeptForm } from "./kept-form.ts";
import { ReasonField } from "./reason-form.tsx";
import { StepWarnings, useSecondPress } from "./second-press.tsx";
import { fieldsOf } from "./step-fields.ts";
import classes from "./step-form.module.css";
import { claimsWithOneNumber, type StepWarning } from "./step-warnings.ts";

/** The facts as they stand in the form. */
export type Typed = Partial<Record<StepFact, string | null>>;

/**
 * What a step asks for: its facts, those it may have, and a reason where it goes back or ends the
 * claim.
 */
export function StepForm({
  step,
  currency,
  known,
  outstanding,
  penalty,
  approvedOn,
  words,
  warningsFor,
  kept,
  onChange,
  sending,
  onSubmit,
}: {
  step: NextStep;
  currency: string;
  /** What the form begins with. */
  known: Typed;
  /** All that is owed, minor units: "granted" means this sum. */
  outstanding: string | undefined;
  /** The penalty that the court was asked for, minor units; undefined = none. */
  penalty: string | undefined;
  /** YYYY-MM-DD of the approval that the step rests on; null where it rests on none. */
  approvedOn: string | null;
  /** Of a step that is corrected: the words of the form. */
  words?: { readonly reason: string; readonly hint: string; readonly submit: string };
  /** What is allowed and seldom meant of the facts; a second press takes the step. */
  warningsFor?: (facts: StepFacts) => readonly StepWarning[];
  /** The form as it was left before; null or absent = it begins anew. */
  kept?: KeptForm | null;
  onChange?: (form: KeptForm) => void;
  sending: boolean;
  onSubmit: (wanted: { facts: StepFacts; reason?: string; again?: boolean }) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<Typed>({
    ...(step.facts.includes("day") && { day: isoDay(Date.now()) }),
    ...((step.facts.length > 0 || words !== undefined) && known),
    ...kept?.typed,
  });
  const set = (name: StepFact, value: string | null) => {
    const isWhole = name === "outcome" && value === "granted" && outstanding !== undefined;
    const whole = (amount: string) => formatAmount(amount, currency, language, true);
    const sums = isWhole
      ? { sum: whole(outstanding), ...(penalty !== undefined && { penalty: whole(penalty) }) }
      : {};
    const next = { ...typed, ...sums, [name]: value };
    setTyped(next);
    onChange?.({ typed: next, reason });
  };
  const [reason, setReason] = useState(kept?.reason ?? "");
  const explain = (text: string) => {
    setReason(text);
    onChange?.({ typed, reason: text });
  };
  const [first] = useState(() => firstOf(step, known));
  const opened = useFirstField("first");
  const facts = factsOf(step, typed, currency);
  const fields = fieldsOf(step, penalty !== undefined);
  const isEarly = approvedOn !== null && (typed.day ?? approvedOn) < approvedOn;
  const isCourtsOwn =
    step.status === "judgment" &&
    facts?.outcome === "granted" &&
    outstanding !== undefined &&
    BigInt(facts.sum ?? outstanding) > BigInt(outstanding);
  const needsReason = step.reason || isEarly;
  const warnings = (facts !== null && warningsFor?.(facts)) || [];
  const { press, isAsked } = useSecondPress(warnings);
  const ready = facts !== null && (!needsReason || saysSomething(reason));
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        // Above today's debt a reason may be needed: what was owed on the day, the server knows.
        const said = needsReason || (isCourtsOwn && saysSomething(reason));
        const again = isAsked && claimsWithOneNumber(warnings).length > 0;
        if (ready && press())
          onSubmit({ facts, ...(said && { reason: reason.trim() }), ...(again && { again }) });
      }}
    >
      {fields.length > 0 && (
        <div className={classes.fields} data-three={fields.length === 3 || undefined}>
          {fields.map((name) => (
            <Field
              key={name}
              name={name}
              first={name === first}
              label={t(`steps.fact.${step.status === "enforcement" ? "writ" : "of"}.${name}`)}
              value={typed[name] ?? null}
              currency={currency}
              onChange={(value) => set(name, value)}
            />
          ))}
        </div>
      )}
      {(needsReason || isCourtsOwn) && (
        <ReasonField
          label={
            isEarly
              ? t("cases.claim.moveEarly", { approved: formatIsoDay(approvedOn, language) })
              : (words?.reason ??
                t(isCourtsOwn ? "cases.claim.moveCourtsOwn" : "cases.claim.moveReason"))
          }
          placeholder={words?.hint ?? t("cases.claim.moveReasonHint")}
          autoFocus={needsReason && first === undefined}
          reason={reason}
          onReason={explain}
        />
      )}
      <StepWarnings warnings={warnings} isAsked={isAsked} />
      <Button type="submit" variant="filled" disabled={!ready} loading={sending}>
        {words?.submit ??
          t("cases.claim.moveSubmit", { status: t(`cases.claimStatus.${step.status}`) })}
      </Button>
    </form>
  );
}

/**
 * The field that a person fills in first; a day would open its calendar over the others, so only a
 * form without others begins with it. Undefined = the reason.
 */
function firstOf({ facts, reason }: NextStep, known: Typed): StepFact | undefined {
  const text = facts.find((name) => name !== "day" && name !== "term" && !known[name]);
  return text ?? (reason ? undefined : facts[0]);
}

function Field(props: {
  name: StepFact;
  /** The cursor stands in it when the form opens. */
  first: boolean;
  label: string;
  value: string | null;
  currency: string;
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const { name, label, value, onChange } = props;
  if (name === "day" || name === "term")
    return (
      <DateField
        label={label}
        value={value}
        onChange={onChange}
        {...(props.first ? { field: "first" } : {})}
      />
    );
  if (name === "outcome")
    return (
      <Select
        {...(props.first ? { "data-field": "first" } : {})}
        size="xs"
        label={label}
        data={judgmentOutcome.options.map((one) => ({
          value: one,
          label: t(`steps.outcome.${one}`),
        }))}
        value={value}
        onChange={onChange}
        allowDeselect={false}
      />
    );
  const marked = props.first ? { "data-field": "first" } : {};
  const isSum = isAmount(name);
  const isWrong = isSum && value !== null && parseTypedAmount(value, props.currency) === null;
  return (
    <TextInput
      {...marked}
      size="xs"
      label={label}
      value={value ?? ""}
      maxLength={300}
      inputMode={isSum ? "decimal" : "text"}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(isWrong && value !== "" ? { error: t("steps.noSum") } : {})}
    />
  );
}

function isAmount(name: StepFact): boolean {
  return name === "sum" || name === "penalty";
}

/** What was typed, as the server takes it; null while something is missing. */
function factsOf(step: NextStep, typed: Typed, currency: string): StepFacts | null {
  const facts: Record<string, string> = {};
  for (const name of step.optional) {
    const text = typed[name]?.trim() ?? "";
    if (!saysSomething(text)) continue;
    const value = isAmount(name) ? parseTypedAmount(text, currency) : text;
    if (value === null) return null;
    facts[name] = value;
  }
  for (const name of step.facts) {
    const text = typed[name] ?? "";
    const value = isAmount(name) ? parseTypedAmount(text, currency) : text.trim();
    if (value === null || !saysSomething(value)) return null;
    facts[name] = value;
  }
  return facts as StepFacts;
}
