import { Button, Textarea } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ClaimToday, claims } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useAcceptDifference } from "../../data/cases.ts";
import { useMay } from "../../data/may.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./cases.module.css";

/** What has changed since the claim was worked out: old, new and why; a person may keep it. */
export function ClaimChange({ caseId, today }: { caseId: string; today: ClaimToday }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, currency } = today;
  return (
    <>
      {today.repaid.length > 0 && (
        <section className={classes.change} aria-label={t("cases.claim.repaid")}>
          <strong>{t("cases.claim.repaid")}</strong>
          <ul className={classes.changeList}>
            {today.repaid.map((one) => (
              <li key={one.transferId}>
                {formatDateTime(one.bookedAt, language)} · {one.transferId} ·{" "}
                <Money amount={one.amount} currency={currency} exact />
              </li>
            ))}
          </ul>
          {t("cases.claim.outstanding")}:{" "}
          <Money amount={today.outstanding} currency={currency} exact />
        </section>
      )}
      {change && (
        <section className={classes.change} aria-label={t("cases.claim.changed")}>
          <strong className={classes.gone}>
            <IconAlertTriangle size={15} aria-hidden /> {t("cases.claim.changed")}
          </strong>
          <p>
            <Money amount={today.claimed} currency={currency} exact /> →{" "}
            <Money amount={change.byData} currency={currency} exact />
          </p>
          <ul className={classes.changeList}>
            {change.lines.map((line) => (
              <li key={line.transferId}>
                {line.transferId}: <Money amount={line.claimed} currency={currency} exact /> →{" "}
                <Money amount={line.byData} currency={currency} exact />
                {". "}
                {t(`cases.claim.changeReason.${line.why}`)}
              </li>
            ))}
            {change.files.map((file) => (
              <li key={`${file.name} ${file.at}`}>
                {t(file.takenOut ? "cases.claim.fileTakenOut" : "cases.claim.fileLoaded", {
                  date: formatDateTime(file.at, language),
                  file: file.name,
                })}
              </li>
            ))}
          </ul>
          {change.accepted ? (
            <p>
              {t("cases.claim.kept", {
                person: change.accepted.by,
                date: formatDateTime(change.accepted.at, language),
              })}{" "}
              {change.accepted.reason}
            </p>
          ) : (
            <KeepForm caseId={caseId} claim={today.claim} difference={change.difference} />
          )}
        </section>
      )}
    </>
  );
}

function KeepForm(props: { caseId: string; claim: string; difference: string }) {
  const { t } = useTranslation();
  const may = useMay(claims.accept);
  const accept = useAcceptDifference(props.caseId);
  const [reason, setReason] = useState("");
  if (!may) return null;
  return (
    <form
      className={classes.moveForm}
      onSubmit={(event) => {
        event.preventDefault();
        const { claim, difference } = props;
        if (reason.trim() !== "") accept.mutate({ claim, difference, reason: reason.trim() });
      }}
    >
      <Textarea
        label={t("cases.claim.keepReason")}
        description={t("cases.claim.keepHint")}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim() === ""} loading={accept.isPending}>
        {t("cases.claim.keep")}
      </Button>
      {accept.isError && <ProblemNotice error={accept.error} />}
    </form>
  );
}
