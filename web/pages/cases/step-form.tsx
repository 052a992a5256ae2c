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
import { isoDay } from "../../../contract/format/dates.ts";
import { parseTypedAmount } from "../../../contract/format/money.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ReasonField } from "./reason-form.tsx";
import classes from "./step-form.module.css";

type Typed = Partial<Record<StepFact, string | null>>;

/** What a step asks for: its facts, and a reason where it goes back or ends the claim. */
export function StepForm({
  step,
  currency,
  sending,
  onSubmit,
}: {
  step: NextStep;
  currency: string;
  sending: boolean;
  onSubmit: (wanted: { facts: StepFacts; reason?: string }) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>(
    step.facts.includes("day") ? { day: isoDay(Date.now()) } : {},
  );
  const [reason, setReason] = useState("");
  const facts = factsOf(step, typed, currency);
  const ready = facts !== null && (!step.reason || saysSomething(reason));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit({ facts, ...(step.reason && { reason: reason.trim() }) });
      }}
    >
      {step.facts.length > 0 && (
        <div className={classes.fields}>
          {step.facts.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`steps.fact.${step.status === "enforcement" ? "writ" : "of"}.${name}`)}
              value={typed[name] ?? null}
              currency={currency}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
            />
          ))}
        </div>
      )}
      {step.reason && (
        <ReasonField
          label={t("cases.claim.moveReason")}
          placeholder={t("cases.claim.moveReasonHint")}
          autoFocus={step.facts.length === 0}
          reason={reason}
          onReason={setReason}
        />
      )}
      <Button type="submit" variant="filled" disabled={!ready} loading={sending}>
        {t("cases.claim.moveSubmit", { status: t(`cases.claimStatus.${step.status}`) })}
      </Button>
    </form>
  );
}

function Field(props: {
  name: StepFact;
  label: string;
  value: string | null;
  currency: string;
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const { name, label, value, onChange } = props;
  if (name === "day" || name === "term")
    return <DateField label={label} value={value} onChange={onChange} />;
  if (name === "outcome")
    return (
      <Select
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
  const isWrong =
    name === "sum" && value !== null && parseTypedAmount(value, props.currency) === null;
  return (
    <TextInput
      size="xs"
      label={label}
      value={value ?? ""}
      maxLength={300}
      inputMode={name === "sum" ? "decimal" : "text"}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(isWrong && value !== "" ? { error: t("steps.noSum") } : {})}
    />
  );
}

/** What was typed, as the server takes it; null while something is missing. */
function factsOf(step: NextStep, typed: Typed, currency: string): StepFacts | null {
  const facts: Record<string, string> = {};
  for (const name of step.facts) {
    const text = typed[name] ?? "";
    const value = name === "sum" ? parseTypedAmount(text, currency) : text.trim();
    if (value === null || !saysSomething(value)) return null;
    facts[name] = value;
  }
  return facts as StepFacts;
}
