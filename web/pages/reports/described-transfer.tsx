import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDateTime, formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { reports } from "../../../contract/reports.ts";
import { type OneReport, useLinkReport } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { CandidateRow } from "./candidates.tsx";
import classes from "./reports.module.css";

type Described = OneReport["reported"][number];

/**
 * What only the victim says, the transfers of the data it may be, and who decided what about it.
 */
export function DescribedTransfer({
  report,
  described,
  transfers,
}: {
  report: string;
  described: Described;
  /** Stolen transfers of the report that are in the data. */
  transfers: OneReport["transfers"];
}) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const may = useMay(reports.link);
  const link = useLinkReport(report);
  const [reason, setReason] = useState(t("reports.link.usualReason"));
  const [takenBack, setTakenBack] = useState("");
  const decide = (transferId: string, same: boolean) =>
    link.mutate({ key: described.key, transferId, same, reason: reason.trim(), seen: null });
  const takeBack = (transferId: string) =>
    link.mutate({
      ...{ key: described.key, transferId, same: false, reason: takenBack.trim(), seen: true },
    });
  const transferWords = (id: string) => {
    const one = transfers.find((transfer) => transfer.id === id);
    if (one === undefined) return t("reports.link.transfer");
    const sum = formatMoney(one.amount, one.currency, language, true);
    return [formatDateTime(one.bookedAt, language), sum, one.toName ?? formatAccount(one.to)].join(
      ", ",
    );
  };
  const { at, dayOnly, recipient, links, candidates } = described;
  const accepted = links.find(({ same }) => same);
  const when = at === null ? null : formatMoment({ at, dayOnly }, language);
  return (
    <Section title={t("reports.described")}>
      <div className={classes.foundLine}>
        {when !== null && <span>{when}</span>}
        <strong>
          <Money amount={described.amount} currency={described.currency} />
        </strong>
        <span aria-hidden>→</span>
        <AccountLine number={recipient.account ?? recipient.phone ?? ""} name={recipient.name} />
      </div>
      {links.map((one) => (
        <p key={one.transferId} className={classes.quiet}>
          {t(one.same ? "reports.link.wasSame" : "reports.link.wasOther", {
            what: transferWords(one.transferId),
            by: actor(one.by),
            when: formatDateTime(one.at, language),
            reason: one.reason,
          })}
          {one.earlier.length > 0 && ` ${t("reports.link.earlier", { count: one.earlier.length })}`}
        </p>
      ))}
      {accepted !== undefined && may && (
        <div className={classes.actions}>
          <TextInput
            size="xs"
            label={t("reports.link.whyBack")}
            maxLength={2000}
            value={takenBack}
            onChange={(event) => setTakenBack(event.currentTarget.value)}
          />
          <Button
            size="compact-xs"
            disabled={!saysSomething(takenBack)}
            loading={link.isPending}
            onClick={() => takeBack(accepted.transferId)}
          >
            {t("reports.link.takeBack")}
          </Button>
        </div>
      )}
      {candidates.length === 0 && !links.some(({ same }) => same) && (
        <p className={classes.quiet}>{t("reports.link.waiting")}</p>
      )}
      {candidates.length > 0 && may && (
        <TextInput
          size="xs"
          label={t("common.reason")}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {candidates.map((one) => (
        <CandidateRow key={one.transfer.id} candidate={one}>
          {may && (
            <>
              <Button
                size="compact-xs"
                variant="filled"
                disabled={!saysSomething(reason)}
                loading={link.isPending}
                onClick={() => decide(one.transfer.id, true)}
              >
                {t("reports.link.same")}
              </Button>
              <Button
                size="compact-xs"
                disabled={!saysSomething(reason)}
                loading={link.isPending}
                onClick={() => decide(one.transfer.id, false)}
              >
                {t("reports.link.other")}
              </Button>
            </>
          )}
        </CandidateRow>
      ))}
      {link.isError && <ProblemNotice error={link.error} />}
    </Section>
  );
}
