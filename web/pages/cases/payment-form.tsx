import { Button, Select, Textarea, TextInput } from "@mantine/core";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { currencySign, formatAmount, parseTypedAmount } from "../../../contract/format/money.ts";
import {
  type ClaimLedger,
  type PaymentSource,
  paymentSource,
  type TengeSeen,
} from "../../../contract/ledger.ts";
import { refusedAs } from "../../api/problem.ts";
import { useRecordPayment } from "../../data/ledger.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import { ReceivedFields, useReceived } from "./payment-tenge.tsx";
import classes from "./step-form.module.css";

/** Who most likely paid, by how far the claim is; a person changes it. */
const PAID_BY: Partial<Record<Claim["status"], PaymentSource>> = {
  judgment: "judgment",
  "in-force": "judgment",
  enforcement: "enforcement",
};

/**
 * A payment on the loss: day, sum, who paid, and the receipt. Where a penalty is owed, the form
 * proposes how much of the sum is penalty, and a person changes it.
 */
export function PaymentForm(props: {
  caseId: string;
  claim: Claim;
  /** Of several defendants one is named as the payer; the debt is paid before the penalty. */
  ledger: ClaimLedger;
  /** Tenge that look like a repayment; the form begins with them. */
  found: TengeSeen | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const record = useRecordPayment(props.caseId, props.claim);
  const { found } = props;
  const [day, setDay] = useState<string | null>(found?.day ?? isoDay(Date.now()));
  const [source, setSource] = useState<string | null>(
    found?.bankRow === null ? "block" : (PAID_BY[props.claim.status] ?? "dropper"),
  );
  const [receipt, setReceipt] = useState(found === null ? "" : receiptOf(found, t));
  const opened = useFirstField("amount");
  const [payer, setPayer] = useState<string | null>(null);
  const [apart, setApart] = useState("");
  const [typedPenalty, setPenalty] = useState<string | null>(null);
  const language = useLanguage();
  const { currency } = props.claim;
  const { debtors, outstanding, penalty: fine } = props.ledger;
  const received = useReceived(props.caseId, props.claim, props.ledger, {
    sent: record,
    found,
  });
  const { amount, tenge } = received;
  const hasPenalty = fine.outstanding !== "0";
  const proposed = amount === null ? 0n : penaltyIn(BigInt(amount), outstanding, fine.outstanding);
  const penaltyText = typedPenalty ?? formatAmount(String(proposed), currency, language, true);
  const penalty = penaltyText.trim() === "" ? "0" : parseTypedAmount(penaltyText, currency);
  const asksWho = debtors.length > 1 && source !== "bank";
  const ready =
    day !== null &&
    amount !== null &&
    received.left > 0n &&
    (!hasPenalty || penalty !== null) &&
    saysSomething(receipt) &&
    (!asksWho || payer !== null);
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const who = asksWho ? payer : null;
        const payment = {
          ...{ day, amount, tenge, source: paymentSource.parse(source), receipt, payer: who },
          apart: saysSomething(apart) ? apart : null,
          penalty: hasPenalty ? penalty : null,
        };
        record.mutate(payment, { onSuccess: props.onDone });
      }}
    >
      <div className={classes.fields}>
        <DateField label={t("ledger.day")} value={day} onChange={setDay} />
        <ReceivedFields currency={currency} of={received} />
        {hasPenalty && (
          <TextInput
            size="xs"
            label={t("ledger.penaltyPart", { currency: currencySign(currency) })}
            description={t("ledger.penaltyProposed")}
            inputMode="decimal"
            value={penaltyText}
            onChange={(event) => setPenalty(event.currentTarget.value)}
            {...(penalty === null ? { error: t("steps.noSum") } : {})}
          />
        )}
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
            data={debtors.map(({ key, name, iin }) => ({
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
      {record.isError && <ProblemNotice error={record.error} />}
      {(saysSomething(apart) || refusedAs(record.error, "payment-in-data")) && (
        <Textarea
          size="xs"
          label={t("ledger.apart")}
          autosize
          maxLength={2_000}
          value={apart}
          onChange={(event) => setApart(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="filled" disabled={!ready} loading={record.isPending}>
        {t("ledger.save")}
      </Button>
    </form>
  );
}

/** The bank's row is the paper of its payment, and of a return its entry in the register. */
function receiptOf({ id, bankRow }: TengeSeen, t: TFunction): string {
  if (bankRow === null) return id;
  return t("ledger.foundReceipt", { row: bankRow.row, file: bankRow.file ?? "—" }).slice(0, 200);
}

/** What is left of a sum once the debt is paid, and no more than the penalty that is owed. */
function penaltyIn(amount: bigint, debt: string, penalty: string): bigint {
  const above = amount - BigInt(debt);
  if (above <= 0n) return 0n;
  return above < BigInt(penalty) ? above : BigInt(penalty);
}
