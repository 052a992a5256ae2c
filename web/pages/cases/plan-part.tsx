import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { type ClaimLedger, type Instalment, owedTogether } from "../../../contract/ledger.ts";
import { useSetPlan } from "../../data/ledger.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./claim-ledger.module.css";
import formClasses from "./step-form.module.css";

/** The plan of payment: its parts, or the form that divides what is outstanding into months. */
export function PlanPart(props: {
  caseId: string;
  claim: Claim;
  ledger: ClaimLedger;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { caseId, claim, ledger, mayChange } = props;
  const save = useSetPlan(caseId, claim);
  if (ledger.plan.length === 0 && !mayChange) return null;
  return (
    <details className={classes.plan} open={ledger.plan.length > 0}>
      <summary>{t("ledger.plan")}</summary>
      {ledger.plan.length === 0 ? (
        <PlanForm ledger={ledger} sending={save.isPending} onSubmit={(plan) => save.mutate(plan)} />
      ) : (
        <>
          <ol className={classes.parts}>
            {ledger.plan.map((one) => (
              <li key={one.day}>
                <span>{formatIsoDay(one.day, language)}</span>
                <Money amount={one.amount} currency={ledger.currency} exact />
              </li>
            ))}
          </ol>
          {mayChange && (
            <Button loading={save.isPending} onClick={() => save.mutate([])}>
              {t("ledger.planEnd")}
            </Button>
          )}
        </>
      )}
      {save.isError && <ProblemNotice error={save.error} />}
    </details>
  );
}

function PlanForm(props: {
  ledger: ClaimLedger;
  sending: boolean;
  onSubmit: (plan: Instalment[]) => void;
}) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const [months, setMonths] = useState<number>(3);
  return (
    <form
      className={formClasses.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) props.onSubmit(monthly(owedTogether(props.ledger), day, months));
      }}
    >
      <div className={formClasses.fields}>
        <DateField label={t("ledger.planFirst")} value={day} onChange={setDay} />
        <NumberInput
          size="xs"
          label={t("ledger.planMonths")}
          min={1}
          max={60}
          allowDecimal={false}
          value={months}
          onChange={(value) => setMonths(Number(value) || 1)}
        />
      </div>
      <Button type="submit" disabled={day === null} loading={props.sending}>
        {t("ledger.planSave")}
      </Button>
    </form>
  );
}

/** A sum in equal monthly parts; the first takes what does not divide. */
function monthly(all: bigint, first: string, months: number): Instalment[] {
  const part = all / BigInt(months);
  const [year = 0, month = 1, day = 1] = first.split("-").map(Number);
  return Array.from({ length: months }, (_, at) => {
    const last = new Date(Date.UTC(year, month + at, 0)).getUTCDate();
    const date = new Date(Date.UTC(year, month - 1 + at, Math.min(day, last)));
    const amount = at === 0 ? all - part * BigInt(months - 1) : part;
    return { day: date.toISOString().slice(0, 10), amount: amount.toString() };
  }).filter((one) => one.amount !== "0");
}
