import { Select, TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BANK_CODES, bankName } from "../../../contract/bank-names.ts";
import { hasValidCheckDigit } from "../../../contract/holder-number.ts";
import { isDoubtfulIban } from "../../../contract/iban.ts";
import { DateField } from "../../ui/date-field.tsx";
import { amountOf, type FieldName, type FormState } from "./form-state.ts";
import classes from "./reports.module.css";

const CURRENCIES = ["KZT", "USD", "EUR", "RUB"];

/** Who, when, how much, to which account: all fields of the form on one screen. */
export function ReportFields({
  state,
  numbered = false,
  onChange,
}: {
  state: FormState;
  /** The number stands already and is not changed here. */
  numbered?: boolean;
  onChange: (changes: Partial<FormState>) => void;
}) {
  const { t } = useTranslation();
  const input = (name: FieldName, width: string | undefined, more: TextInputProps = {}) => (
    <TextInput
      size="xs"
      className={width ?? ""}
      label={t(`reports.fields.${name as "number"}`)}
      value={state[name] ?? ""}
      maxLength={200}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      {...more}
    />
  );
  const wrongAmount = state.amount !== "" && amountOf(state) === null;
  const iin = state.victimIin.replace(/\s/g, "");
  const wrongIin = iin !== "" && !/^\d{12}$/.test(iin);
  const iinWords = wrongIin
    ? { error: t("reports.fields.wrongIin") }
    : iin !== "" && !hasValidCheckDigit(iin)
      ? { description: t("reports.fields.doubtfulIin") }
      : {};
  const accountWords = (name: "victimAccount" | "recipientAccount") =>
    isDoubtfulIban(state[name]) ? { description: t("reports.fields.doubtfulAccount") } : {};
  return (
    <div className={classes.fields}>
      {input("number", classes.two, {
        maxLength: 64,
        required: true,
        withAsterisk: false,
        readOnly: numbered,
      })}
      {input("lure", classes.four, { maxLength: 300 })}
      <div className={classes.part}>{t("reports.fields.victim")}</div>
      {input("victimName", classes.two)}
      {input("victimIin", classes.two, iinWords)}
      {input("victimAccount", classes.two, { maxLength: 64, ...accountWords("victimAccount") })}
      <div className={classes.part}>{t("reports.fields.transfer")}</div>
      {input("amount", classes.two, {
        inputMode: "decimal",
        ...(wrongAmount ? { error: t("reports.fields.wrongAmount") } : {}),
      })}
      <Select
        size="xs"
        label={t("reports.fields.currency")}
        data={CURRENCIES}
        value={state.currency}
        onChange={(currency) => onChange({ currency: currency ?? "KZT" })}
        allowDeselect={false}
      />
      <div className={classes.two}>
        <DateField
          label={t("reports.fields.day")}
          value={state.day}
          onChange={(day) => onChange({ day })}
          clearable
        />
      </div>
      {input("clock", undefined, { placeholder: "14:05", maxLength: 8 })}
      <div className={classes.part}>{t("reports.fields.recipient")}</div>
      {input("recipientAccount", classes.three, {
        maxLength: 64,
        ...accountWords("recipientAccount"),
      })}
      {input("recipientName", classes.three)}
      {input("recipientPhone", classes.three, { maxLength: 30 })}
      <Select
        size="xs"
        className={classes.three ?? ""}
        label={t("reports.fields.recipientBank")}
        data={BANK_CODES.map((code) => ({ value: code, label: bankName(code) }))}
        value={state.recipientBank || null}
        onChange={(code) => onChange({ recipientBank: code ?? "" })}
        searchable
        clearable
      />
    </div>
  );
}
