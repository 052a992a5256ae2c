import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { takesPayments } from "../../../contract/claim-steps.ts";
import type { Claim } from "../../../contract/claims.ts";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import {
  type ClaimLedger as Ledger,
  ledgers,
  type Payment,
  type TengeSeen,
} from "../../../contract/ledger.ts";
import { rateWritten } from "../../../contract/rates.ts";
import { useCancelPayment, useLedger } from "../../data/ledger.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./claim-ledger.module.css";
import { LedgerSums } from "./ledger-sums.tsx";
import { PaymentFiles } from "./payment-files.tsx";
import { PaymentForm } from "./payment-form.tsx";
import { PlanPart } from "./plan-part.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { TengeFound } from "./tenge-found.tsx";

/**
 * The ledger of the loss behind a claim. It shows what was lost, what came back from anybody and
 * what this claim may still ask for, then each payment with its receipt, and the plan of payment.
 */
export function ClaimLedger({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const may = useMay(ledgers.record);
  const query = useLedger(caseId, claim);
  const [adding, setAdding] = useState<TengeSeen | "any" | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} />;
  const ledger = query.data;
  if (!ledger || claim.status === "withdrawn") return null;
  const found = ledger.tengeFound;
  if (claim.status === "draft")
    return (
      <>
        {ledger.alternatives.length > 0 && <Alternatives ledger={ledger} />}
        {found.length > 0 && <TengeFound found={found} onWrite={null} />}
      </>
    );
  const isOwed = ledger.outstanding !== "0" || ledger.penalty.outstanding !== "0";
  const mayPay = may && takesPayments(claim.status);
  const takes = mayPay && isOwed;
  return (
    <section className={classes.ledger} aria-label={t("ledger.title")}>
      <h3 className={classes.title}>{t("ledger.title")}</h3>
      <LedgerSums ledger={ledger} />
      {ledger.awarded !== null && ledger.awarded.penalty !== "0" && <Awarded ledger={ledger} />}
      {ledger.penalty.paid !== "0" && <PenaltyPaid ledger={ledger} />}
      {ledger.alternatives.length > 0 && <Alternatives ledger={ledger} />}
      <CameOtherwise ledger={ledger} />
      {ledger.payments.length > 0 && (
        <Payments caseId={caseId} claim={claim} payments={ledger.payments} />
      )}
      {ledger.debtors.length > 1 && <Debtors ledger={ledger} />}
      {found.length > 0 && <TengeFound found={found} onWrite={takes ? setAdding : null} />}
      {takes && (
        <Button
          aria-expanded={adding !== null}
          onClick={() => setAdding(adding === null ? "any" : null)}
        >
          {t("ledger.add")}
        </Button>
      )}
      {mayPay && adding !== null && (
        <PaymentForm
          key={adding === "any" ? adding : adding.id}
          caseId={caseId}
          claim={claim}
          ledger={ledger}
          found={adding === "any" ? null : adding}
          onDone={() => setAdding(null)}
        />
      )}
      <PlanPart caseId={caseId} claim={claim} ledger={ledger} mayChange={takes} />
    </section>
  );
}

/** Money that came back and stands in no payment below: by rows of banks, or by other claims. */
function CameOtherwise({ ledger: { recovered, payments, currency } }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const listed = payments
    .filter(({ cancelled }) => cancelled === null)
    .map((one) => BigInt(one.amount) - BigInt(one.penalty) - BigInt(one.uncounted))
    .reduce((sum, amount) => sum + amount, 0n);
  const amount = BigInt(recovered) - listed;
  if (amount <= 0n) return null;
  const words = formatMoney(amount, currency, language, true);
  return <p className={classes.note}>{t("ledger.otherwise", { amount: words })}</p>;
}

/** A judgment with a penalty: the writ has both sums, what is outstanding has the debt alone. */
function Awarded({ ledger: { awarded, currency } }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (awarded === null) return null;
  const money = (amount: string) => formatMoney(amount, currency, language, true);
  const { sum, penalty, together } = awarded;
  return (
    <p className={classes.note}>
      {t("ledger.awarded", {
        sum: money(sum),
        penalty: money(penalty),
        together: money(together),
      })}
    </p>
  );
}

/** Penalty that came, also where nothing of it is due any more, or by a withdrawn claim. */
function PenaltyPaid({ ledger: { penalty, currency } }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [paid, due] = [penalty.paid, penalty.due].map((amount) =>
    formatMoney(amount, currency, language, true),
  );
  return <p className={classes.note}>{t("ledger.penaltyPaid", { paid, due })}</p>;
}

/** Each defendant of a joint claim: what came to his accounts, and what came back from him. */
function Debtors({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  return (
    <table className={`${classes.payments} ${classes.debtors}`} aria-label={t("ledger.byDebtor")}>
      <thead>
        <tr>
          <th scope="col">{t("cases.claims.defendant")}</th>
          <th scope="col">{t("ledger.debtorReceived")}</th>
          <th scope="col">{t("ledger.debtorPaid")}</th>
        </tr>
      </thead>
      <tbody>
        {ledger.debtors.map(({ key, name, iin, received, paid }) => (
          <tr key={key}>
            <td>{name ?? iin ?? key}</td>
            <td>
              <Money amount={received} currency={ledger.currency} exact />
            </td>
            <td>
              <Money amount={paid} currency={ledger.currency} exact />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Other claims for the same loss: whoever pays, the loss is made good once. */
function Alternatives({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  return (
    <p className={classes.note}>
      {t("ledger.alternatives")}{" "}
      {ledger.alternatives.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link to={`/cases/${id.split("-")[0]}?claim=${encodeURIComponent(id)}`}>{id}</Link>
        </span>
      ))}
    </p>
  );
}

function Payments(props: { caseId: string; claim: Claim; payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const may = useMay(ledgers.cancel);
  const [chosen, setChosen] = useState<string | null>(null);
  const { caseId, claim, payments } = props;
  return (
    <>
      <table className={classes.payments}>
        <thead>
          <tr>
            <th scope="col">{t("ledger.day")}</th>
            <th scope="col">{t("ledger.source")}</th>
            <th scope="col">{t("ledger.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((one) => (
            <tr key={one.id} data-cancelled={one.cancelled !== null || undefined}>
              <td>
                {formatIsoDay(one.day, language)}
                <span className={classes.sub}>
                  {one.measure ? <Link to={`/measures?open=${one.id}`}>{one.id}</Link> : one.id}
                </span>
              </td>
              <td>
                {t(`ledger.sources.${one.source}`)}
                {claim.joint !== null && one.payer !== null && `: ${one.payer}`}
                <span className={classes.sub}>
                  {t("ledger.by", {
                    receipt: one.receipt,
                    person: actor(one.by),
                    date: formatDateTime(one.at, language),
                  })}
                </span>
                {one.tenge !== null && (
                  <span className={classes.sub}>
                    {t("ledger.inTenge", {
                      amount: formatMoney(one.tenge.amount, "KZT", language, true),
                      rate: rateWritten(one.tenge.rate, language),
                      currency: claim.currency,
                      day: formatIsoDay(one.tenge.day, language),
                      source: one.tenge.source,
                    })}
                  </span>
                )}
                {one.penalty !== "0" && (
                  <span className={classes.sub}>
                    {t("ledger.ofItPenalty", {
                      amount: formatMoney(one.penalty, claim.currency, language, true),
                    })}
                  </span>
                )}
                {one.bankRow !== null && (
                  <span className={classes.sub}>
                    {t("ledger.bankRow", {
                      at: formatDateTime(one.bankRow.at, language),
                      file: one.bankRow.file ?? "—",
                      row: one.bankRow.row,
                    })}
                  </span>
                )}
                {one.apart !== null && (
                  <span className={classes.sub}>{t("ledger.isApart", { why: one.apart })}</span>
                )}
                {one.uncounted !== "0" && (
                  <span className={classes.sub}>
                    {t("ledger.uncounted", {
                      amount: formatMoney(one.uncounted, claim.currency, language, true),
                    })}
                  </span>
                )}
                <PaymentFiles caseId={caseId} claim={claim.id} payment={one} />
                {one.cancelled && (
                  <span className={classes.sub}>
                    {t("ledger.cancelled", {
                      person: actor(one.cancelled.by),
                      date: formatDateTime(one.cancelled.at, language),
                    })}{" "}
                    {one.cancelled.reason}
                  </span>
                )}
              </td>
              <td>
                <span className={classes.paid}>
                  <Money amount={one.amount} currency={claim.currency} exact />
                </span>
                {may && !one.measure && one.cancelled === null && (
                  <button
                    type="button"
                    className={classes.take}
                    aria-expanded={chosen === one.id}
                    onClick={() => setChosen(chosen === one.id ? null : one.id)}
                  >
                    {t("ledger.cancel")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== null && (
        <CancelForm
          key={chosen}
          caseId={caseId}
          claim={claim}
          payment={chosen}
          onDone={() => setChosen(null)}
        />
      )}
    </>
  );
}

function CancelForm(props: { caseId: string; claim: Claim; payment: string; onDone: () => void }) {
  const { t } = useTranslation();
  const cancel = useCancelPayment(props.caseId, props.claim);
  const [reason, setReason] = useState("");
  return (
    <ReasonForm
      label={t("ledger.cancelWhy", { payment: props.payment })}
      autoFocus
      reason={reason}
      onReason={setReason}
      onSubmit={(words) =>
        cancel.mutate({ payment: props.payment, reason: words }, { onSuccess: props.onDone })
      }
      submit={t("ledger.cancelSubmit")}
      sending={cancel.isPending}
    >
      {cancel.isError && <ProblemNotice error={cancel.error} />}
    </ReasonForm>
  );
}
