import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDateTime, formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatPhone } from "../../../contract/format/phones.ts";
import { isDoubtfulIban } from "../../../contract/iban.ts";
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
import { ReasonedStep } from "./reasoned-step.tsx";
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
  const decide = (decision: Omit<Parameters<typeof link.mutate>[0], "key">) =>
    link.mutate({ key: described.key, ...decision });
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
        <AccountLine
          number={recipient.account ?? formatPhone(recipient.phone ?? "")}
          name={recipient.name}
        />
        {recipient.account !== null && recipient.phone !== null && (
          <span className="dg-tabular dg-nowrap">{formatPhone(recipient.phone)}</span>
        )}
      </div>
      {isDoubtfulIban(recipient.account ?? "") && (
        <p className={classes.doubtful}>{t("reports.doubtfulAccount")}</p>
      )}
      {links.map((one) => (
        <div key={one.transferId} className={classes.quiet}>
          {t(one.same ? "reports.link.wasSame" : "reports.link.wasOther", {
            what: transferWords(one.transferId),
            by: actor(one.by),
            when: formatDateTime(one.at, language),
            reason: one.reason,
          })}
          {one.earlier.length > 0 && ` ${t("reports.link.earlier", { count: one.earlier.length })}`}
          {!one.same && accepted === undefined && may && (
            <ReasonedStep
              folded
              label={t("reports.link.whyAgain")}
              step={t("reports.link.takeBack")}
              busy={link.isPending}
              onStep={(why) =>
                decide({ transferId: one.transferId, same: null, reason: why, seen: false })
              }
            />
          )}
        </div>
      ))}
      {accepted !== undefined && may && (
        <ReasonedStep
          label={t("reports.link.whyBack")}
          step={t("reports.link.takeBack")}
          busy={link.isPending}
          onStep={(why) =>
            decide({ transferId: accepted.transferId, same: false, reason: why, seen: true })
          }
        />
      )}
      {candidates.length === 0 && !links.some(({ same }) => same) && (
        <p className={classes.quiet}>{t("reports.link.waiting")}</p>
      )}
      <Proposed
        candidates={candidates}
        may={may}
        busy={link.isPending}
        onDecide={(decision) => decide({ ...decision, seen: null })}
      />
      {link.isError && <ProblemNotice error={link.error} />}
    </Section>
  );
}

/** The transfers it may be; one reason serves to accept, and each refusal has its own. */
function Proposed({
  candidates,
  may,
  busy,
  onDecide,
}: {
  candidates: Described["candidates"];
  may: boolean;
  busy: boolean;
  onDecide: (decision: { transferId: string; same: boolean; reason: string }) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(t("reports.link.usualReason"));
  return (
    <>
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
                loading={busy}
                onClick={() =>
                  onDecide({ transferId: one.transfer.id, same: true, reason: reason.trim() })
                }
              >
                {t("reports.link.same")}
              </Button>
              <ReasonedStep
                folded
                label={t("reports.link.whyOther")}
                step={t("reports.link.other")}
                busy={busy}
                onStep={(why) =>
                  onDecide({ transferId: one.transfer.id, same: false, reason: why })
                }
              />
            </>
          )}
        </CandidateRow>
      ))}
    </>
  );
}
