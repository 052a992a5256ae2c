import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { parseTypedAmount } from "../../../contract/format/money.ts";
import { paymentSource } from "../../../contract/ledger.ts";
import { useRecordPayment } from "../../data/ledger.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import classes from "./step-form.module.css";

/** A payment on the loss: day, sum, who paid, and the receipt. */
export function PaymentForm(props: { caseId: string; claim: Claim; onDone: () => void }) {
  const { t } = useTranslation();
  const record = useRecordPayment(props.caseId, props.claim);
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const [sum, setSum] = useState("");
  const [source, setSource] = useState<string | null>("dropper");
  const [receipt, setReceipt] = useState("");
  const opened = useFirstField("amount");
  const amount = parseTypedAmount(sum, props.claim.currency);
  const ready = day !== null && amount !== null && saysSomething(receipt);
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const payment = { day, amount, source: paymentSource.parse(source), receipt };
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
