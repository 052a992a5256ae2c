import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { parseTypedAmount } from "../../../contract/format/money.ts";
import { type Debtor, paymentSource } from "../../../contract/ledger.ts";
import { useRecordPayment } from "../../data/ledger.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import classes from "./step-form.module.css";

/** A payment on the loss: day, sum, who paid, and the receipt. */
export function PaymentForm(props: {
  caseId: string;
  claim: Claim;
  /** Of several defendants one is named as the payer. */
  debtors: readonly Debtor[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const record = useRecordPayment(props.caseId, props.claim);
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const [sum, setSum] = useState("");
  const [source, setSource] = useState<string | null>("dropper");
  const [receipt, setReceipt] = useState("");
  const opened = useFirstField("amount");
  const [payer, setPayer] = useState<string | null>(null);
  const amount = parseTypedAmount(sum, props.claim.currency);
  const asksWho = props.debtors.length > 1 && source !== "bank";
  const ready =
    day !== null && amount !== null && saysSomething(receipt) && (!asksWho || payer !== null);
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const who = asksWho ? payer : null;
        const payment = { day, amount, source: paymentSource.parse(source), receipt, payer: who };
        record.mutate(payment, { onSuccess: props.onDone });
      }}
    >
      <div className={classes.fields}>
        <DateField label={t("ledger.day")} value={day} onChange={setDay} />
        <TextInput
          data-field="amount"
          size="xs"
          label={t("ledger.amount")}
          inputMode="decimal"
          value={sum}
          onChange={(event) => setSum(event.currentTarget.value)}
          {...(sum !== "" && amount === null ? { error: t("steps.noSum") } : {})}
        />
        <Select
          size="xs"
          label={t("ledger.source")}
          data={paymentSource.options.map((one) => ({
            value: one,
            label: t(`ledger.sources.${one}`),
          }))}
          value={source}
          onChange={setSource}
          allowDeselect={false}
        />
        {asksWho && (
          <Select
            size="xs"
            label={t("ledger.payer")}
            data={props.debtors.map(({ key, name, iin }) => ({
              value: key,
              label: name ?? iin ?? key,
            }))}
            value={payer}
            onChange={setPayer}
          />
        )}
        <TextInput
          size="xs"
          label={t("ledger.receipt")}
          maxLength={200}
          value={receipt}
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" variant="filled" disabled={!ready} loading={record.isPending}>
        {t("ledger.save")}
      </Button>
      {record.isError && <ProblemNotice error={record.error} />}
    </form>
  );
}
