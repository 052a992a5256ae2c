import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Claim, type ClaimToday, claims } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useAcceptDifference } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./cases.module.css";
import changes from "./claim-change.module.css";
import { ReasonForm } from "./reason-form.tsx";

type Change = NonNullable<ClaimToday["change"]>;

/** The change since the claim was worked out: old, new and why; a person may keep it so. */
export function ClaimChange(props: { caseId: string; claim: Claim; today: ClaimToday }) {
  const { t } = useTranslation();
  const { change, currency, claimed } = props.today;
  if (change === null) return null;
  const { accepted, byData } = change;
  const figures = [
    ["claimedThen", claimed],
    ["byData", byData],
    ["differs", (BigInt(byData) - BigInt(claimed)).toString()],
  ] as const;
  return (
    <section
      className={changes.change}
      data-open={accepted === null || undefined}
      aria-label={t("cases.claim.changed")}
    >
      <h3 className={changes.changeTitle}>
        {accepted ? (
          <IconCircleCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        {t("cases.claim.changed")}
      </h3>
      <div className={changes.changeFigures}>
        {figures.map(([word, amount]) => (
          <div key={word} className={classes.fact}>
            <span className={classes.factLabel}>{t(`cases.claim.${word}`)}</span>
            <span className={classes.factValue}>
              <Money amount={amount} currency={currency} exact />
            </span>
          </div>
        ))}
      </div>
      <ChangedLines claim={props.claim} lines={change.lines} currency={currency} />
      <ChangedFiles files={change.files} />
      <Decision caseId={props.caseId} claim={props.claim} change={change} />
    </section>
  );
}

function ChangedLines(props: { claim: Claim; lines: Change["lines"]; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const timeOf = (id: string) => {
    const line = props.claim.lines.find((one) => one.transferId === id);
    return line ? formatDateTime(line.bookedAt, language) : null;
  };
  return (
    <table className={changes.changeLines}>
      <thead>
        <tr>
          <th scope="col">{t("cases.claim.transfer")}</th>
          <th scope="col">{t("cases.claim.claimedThen")}</th>
          <th scope="col">{t("cases.claim.byData")}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.transferId}>
            <td>
              <span className={changes.changeTransfer}>
                {timeOf(line.transferId) ?? line.transferId}
              </span>
              <span className={classes.partSub}>{t(`cases.claim.changeReason.${line.why}`)}</span>
            </td>
            <td>
              <Money amount={line.claimed} currency={props.currency} exact />
            </td>
            <td>
              <Money amount={line.byData} currency={props.currency} exact />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangedFiles({ files }: { files: Change["files"] }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className={changes.changeFiles} aria-label={t("cases.claim.filesSince")}>
      {files.map((file) => (
        <li key={`${file.name} ${file.at}`}>
          {t(file.takenOut ? "cases.claim.fileTakenOut" : "cases.claim.fileLoaded", {
            date: formatDateTime(file.at, language),
            file: file.name.split(/[\\/]/).at(-1),
          })}
          {file.by !== null && ` (${actor(file.by)})`}
        </li>
      ))}
    </ul>
  );
}

/**
 * What a person decided, or the form to decide; a transfer that is gone leaves nothing to accept.
 */
function Decision(props: { caseId: string; claim: Claim; change: Change }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const { accepted, difference, lines } = props.change;
  if (accepted !== null)
    return (
      <p className={changes.changeKept}>
        {t("cases.claim.kept", {
          person: actor(accepted.by),
          date: formatDateTime(accepted.at, language),
        })}
        <span className={changes.changeReason}>{accepted.reason}</span>
      </p>
    );
  if (lines.some((line) => line.why === "transfer-gone"))
    return <p className={changes.changeKept}>{t("cases.claim.goneRemedy")}</p>;
  return <KeepForm caseId={props.caseId} claim={props.claim} difference={difference} />;
}

function KeepForm({
  caseId,
  claim,
  difference,
}: {
  caseId: string;
  claim: Claim;
  difference: string;
}) {
  const { t } = useTranslation();
  const may = useMay(claims.accept);
  const accept = useAcceptDifference(caseId, claim);
  const [reason, setReason] = useState("");
  if (!may) return null;
  return (
    <ReasonForm
      label={t("cases.claim.keepReason")}
      description={t("cases.claim.keepHint")}
      reason={reason}
      onReason={setReason}
      onSubmit={(words) => accept.mutate({ difference, reason: words })}
      submit={t("cases.claim.keep")}
      sending={accept.isPending}
    >
      {accept.isError && <ProblemNotice error={accept.error} />}
    </ReasonForm>
  );
}
