import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDecimal } from "../../../contract/currencies.ts";
import { type Loan, MOST_LOANS } from "../../../contract/dossier.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { parseTypedAmount } from "../../../contract/format/money.ts";
import { DateField } from "../../ui/date-field.tsx";
import classes from "./dossier.module.css";

/**
 * The victim's loans whose money was stolen: lender, contract, day and sum. The letter to a lender
 * is made of them, and of nothing else.
 */
export function LoanFields({
  loans,
  onLoans,
}: {
  loans: readonly Loan[];
  onLoans: (loans: Loan[]) => void;
}) {
  const { t } = useTranslation();
  const set = (place: number, change: Partial<Loan>) =>
    onLoans(loans.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <fieldset className={classes.wide}>
      <legend>{t("dossier.loans.title")}</legend>
      {loans.map((loan, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a loan has no name of its own
        <div key={place} className={classes.form}>
          <TextInput
            label={t("dossier.loans.lender")}
            maxLength={200}
            value={loan.lender}
            onChange={(event) => set(place, { lender: event.currentTarget.value })}
          />
          <TextInput
            label={t("dossier.loans.contract")}
            maxLength={100}
            value={loan.contract}
            onChange={(event) => set(place, { contract: event.currentTarget.value })}
          />
          <DateField
            label={t("dossier.loans.day")}
            value={loan.day}
            onChange={(day) => day !== null && set(place, { day })}
          />
          <LoanSum loan={loan} onAmount={(amount) => set(place, { amount })} />
          <Button onClick={() => onLoans(loans.filter((_, at) => at !== place))}>
            {t("dossier.loans.remove")}
          </Button>
        </div>
      ))}
      {loans.length < MOST_LOANS && (
        <Button
          onClick={() =>
            onLoans([
              ...loans,
              { lender: "", contract: "", day: isoDay(Date.now()), amount: "0", currency: "KZT" },
            ])
          }
        >
          {t("dossier.loans.add")}
        </Button>
      )}
    </fieldset>
  );
}

/** The sum as it is typed; what is no sum counts as none, and the form is refused. */
function LoanSum({ loan, onAmount }: { loan: Loan; onAmount: (amount: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(
    loan.amount === "0" ? "" : formatDecimal(BigInt(loan.amount), loan.currency),
  );
  return (
    <TextInput
      label={t("dossier.loans.sum", { currency: loan.currency })}
      inputMode="decimal"
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onAmount(parseTypedAmount(text, loan.currency) ?? "0");
      }}
      {...(typed !== "" && loan.amount === "0" ? { error: t("steps.noSum") } : {})}
    />
  );
}
