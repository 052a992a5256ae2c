import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saidOrNull, saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import {
  currencySign,
  formatAmount,
  formatMoney,
  parseTypedAmount,
} from "../../../contract/format/money.ts";
import {
  type ClaimLedger,
  owedTogether,
  type TengePaid,
  type TengeSeen,
} from "../../../contract/ledger.ts";
import { paidByTenge, rateOf } from "../../../contract/rates.ts";
import { useDossier } from "../../data/dossier.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";

/**
 * The sum of a payment. On a claim in another currency mostly tenge come: then the form asks for
 * their rate too, and proposes what they pay of the claim.
 */
export function useReceived(
  caseId: string,
  claim: Claim,
  ledger: ClaimLedger,
  {
    sent,
    found,
  }: {
    /** The payment as it was sent. */
    readonly sent: { readonly isError: boolean; readonly reset: () => void };
    /** Tenge that look like a repayment: the sum begins with them. */
    readonly found: TengeSeen | null;
  },
) {
  const { currency } = claim;
  const language = useLanguage();
  const [came, setCame] = useState("KZT");
  const [typedSum, setSum] = useState(
    found === null ? "" : formatAmount(found.amount, "KZT", language, true),
  );
  const [typedPaid, setTypedPaid] = useState<string | null>(null);
  const { stated, change } = useStatedRate(caseId, claim);
  const inTenge = currency !== "KZT" && came === "KZT";
  const left = owedTogether(ledger);
  // The payment was refused because a colleague's came first: what is left takes its place.
  const isAbove =
    sent.isError && !inTenge && BigInt(parseTypedAmount(typedSum, currency) ?? 0) > left;
  const sum = isAbove ? formatAmount(left, currency, language, true) : typedSum;
  const typed = parseTypedAmount(sum, inTenge ? "KZT" : currency);
  const tenge = inTenge ? tengeSent(typed, stated) : null;
  const pays = tenge === null ? null : paysOf(tenge, ledger);
  const paysText = typedPaid ?? (pays === null ? "" : formatAmount(pays, currency, language, true));
  const paid = tenge === null ? null : parseTypedAmount(paysText, currency);
  return {
    /** Minor units of the claim's currency; null = not all is typed yet. */
    amount: inTenge ? paid : typed,
    tenge,
    left,
    /** The sum that was typed, where what is left stands in its place. */
    before: isAbove ? typedSum : null,
    ...{ came, setCame, sum, typed, inTenge, stated, paysText, setTypedPaid },
    setSum: (text: string) => {
      sent.reset();
      setSum(text);
      setTypedPaid(null);
    },
    changeRate: (more: Partial<Stated>) => {
      change(more);
      setTypedPaid(null);
    },
  };
}

export function ReceivedFields({
  currency,
  of,
}: {
  currency: string;
  of: ReturnType<typeof useReceived>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wrong = { error: t("steps.noSum") };
  return (
    <>
      {currency !== "KZT" && (
        <Select
          size="xs"
          label={t("ledger.came")}
          data={["KZT", currency].map((one) => ({ value: one, label: currencySign(one) }))}
          value={of.came}
          onChange={(one) => of.setCame(one ?? "KZT")}
          allowDeselect={false}
        />
      )}
      <TextInput
        data-field="amount"
        size="xs"
        label={t("ledger.amountIn", { currency: currencySign(of.inTenge ? "KZT" : currency) })}
        inputMode="decimal"
        value={of.sum}
        {...(of.before !== null && {
          description: t("ledger.leftOf", {
            typed: of.before,
            left: formatMoney(of.left, currency, language, true),
          }),
        })}
        onChange={(event) => of.setSum(event.currentTarget.value)}
        {...(of.sum !== "" && of.typed === null ? wrong : {})}
      />
      {of.inTenge && (
        <>
          <RateOfPayment currency={currency} stated={of.stated} onChange={of.changeRate} />
          <TextInput
            size="xs"
            label={t("ledger.pays", { currency: currencySign(currency) })}
            description={t("ledger.paysByRate")}
            inputMode="decimal"
            value={of.paysText}
            onChange={(event) => of.setTypedPaid(event.currentTarget.value)}
            {...(of.paysText !== "" && of.amount === null ? wrong : {})}
          />
        </>
      )}
    </>
  );
}

/** The rate of a payment in tenge, as a person writes it. */
type Stated = Omit<TengePaid, "amount" | "sourceKk"> & { readonly sourceKk: string };

/** The rate is proposed from the filing, else from the dossier, and a person changes it. */
function useStatedRate(caseId: string, { id }: Claim) {
  const { fields, filedRate } = useDossier(caseId, id).data ?? {};
  const [typed, setTyped] = useState<Partial<Stated>>({});
  const known = filedRate ?? fields?.rate ?? { rate: "", day: isoDay(Date.now()), source: "" };
  const stated: Stated = { ...known, sourceKk: fields?.rateSourceKk ?? "", ...typed };
  return { stated, change: (more: Partial<Stated>) => setTyped({ ...typed, ...more }) };
}

/** The payment in tenge as it is sent; null where the rate or its source is not there yet. */
function tengeSent(amount: string | null, stated: Stated): TengePaid | null {
  const { sourceKk, ...rate } = stated;
  if (amount === null || rateOf(stated.rate) === null || !saysSomething(stated.source)) return null;
  return { ...rate, amount, sourceKk: saidOrNull(sourceKk) };
}

/** What tenge pay of the claim by the rate, beside its earlier payments at the same rate. */
function paysOf(
  { amount, rate: text }: TengePaid,
  ledger: Pick<ClaimLedger, "currency" | "outstanding" | "penalty" | "payments">,
): bigint {
  const rate = rateOf(text);
  if (rate === null) return 0n;
  const earlier = ledger.payments.flatMap(({ tenge, cancelled, amount: paid }) =>
    tenge !== null && cancelled === null && rateOf(tenge.rate) === rate
      ? [{ tenge: BigInt(tenge.amount), amount: BigInt(paid) }]
      : [],
  );
  const owed = owedTogether(ledger);
  return paidByTenge(BigInt(amount), ledger.currency, rate, { earlier, owed });
}

/** Rate, its day and its source. */
function RateOfPayment({
  currency,
  stated,
  onChange,
}: {
  currency: string;
  stated: Stated;
  onChange: (more: Partial<Stated>) => void;
}) {
  const { t } = useTranslation();
  const source = t("dossier.written.rateSource");
  return (
    <>
      <TextInput
        size="xs"
        label={t("dossier.written.rate", { currency })}
        inputMode="decimal"
        maxLength={20}
        value={stated.rate}
        onChange={(event) => onChange({ rate: event.currentTarget.value })}
        {...(stated.rate !== "" && rateOf(stated.rate) === null ? { error: t("steps.noSum") } : {})}
      />
      <DateField
        label={t("dossier.written.rateDay")}
        value={stated.day}
        onChange={(day) => day !== null && onChange({ day })}
      />
      <TextInput
        size="xs"
        label={source}
        maxLength={200}
        value={stated.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t("dossier.inKazakh", { what: source })}
        maxLength={200}
        value={stated.sourceKk}
        onChange={(event) => onChange({ sourceKk: event.currentTarget.value })}
      />
    </>
  );
}
