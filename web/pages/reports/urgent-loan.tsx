import { Autocomplete, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BANK_CODES, bankName } from "../../../contract/bank-names.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { parseTypedAmount } from "../../../contract/format/money.ts";
import type { UrgentRequest } from "../../data/first-hour.ts";
import { DateField } from "../../ui/date-field.tsx";

/** The victim's loan as a person fills it in for the letter to its lender. */
interface UrgentLoan {
  readonly lender: string;
  readonly contract: string;
  /** YYYY-MM-DD; null = not known. */
  readonly day: string | null;
  readonly sum: string;
}

export const NO_LOAN: UrgentLoan = { lender: "", contract: "", day: null, sum: "" };

/** Loans to people are in tenge. */
const CURRENCY = "KZT";
const BANKS = [...new Set(BANK_CODES.map(bankName))].sort();

function sumOf({ sum }: UrgentLoan): string | null {
  const minor = parseTypedAmount(sum, CURRENCY);
  return minor === null || BigInt(minor) <= 0n ? null : minor;
}

/** Something is typed that is no sum. */
export function hasNoSum(loan: UrgentLoan): boolean {
  return loan.sum.trim() !== "" && sumOf(loan) === null;
}

export function loanOf(
  loan: UrgentLoan,
): Pick<UrgentRequest, "lender" | "loan" | "loanDay" | "loanSum"> {
  const amount = sumOf(loan);
  return {
    lender: loan.lender.trim() || null,
    loan: loan.contract.trim() || null,
    loanDay: loan.day,
    loanSum: amount === null ? null : { amount, currency: CURRENCY },
  };
}

/** The lender, chosen among the banks or typed, and its contract. */
export function UrgentLoanFields({
  loan,
  onLoan,
}: {
  loan: UrgentLoan;
  onLoan: (loan: UrgentLoan) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Autocomplete
        size="xs"
        label={t("dossier.loans.lender")}
        maxLength={200}
        data={BANKS}
        value={loan.lender}
        onChange={(lender) => onLoan({ ...loan, lender })}
      />
      <TextInput
        size="xs"
        label={t("dossier.loans.contract")}
        maxLength={100}
        value={loan.contract}
        onChange={(event) => onLoan({ ...loan, contract: event.currentTarget.value })}
      />
      <DateField
        label={t("dossier.loans.day")}
        value={loan.day}
        max={isoDay(Date.now())}
        clearable
        onChange={(day) => onLoan({ ...loan, day })}
      />
      <TextInput
        size="xs"
        label={t("dossier.loans.sum", { currency: CURRENCY })}
        inputMode="decimal"
        value={loan.sum}
        onChange={(event) => onLoan({ ...loan, sum: event.currentTarget.value })}
        {...(hasNoSum(loan) ? { error: t("steps.noSum") } : {})}
      />
    </>
  );
}
