import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import type { Candidate } from "../../../contract/report-candidates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./reports.module.css";

/** A transfer of the data beside what speaks for it. */
export function CandidateRow({
  candidate: { transfer, fits, reportedAs },
  on = false,
  children,
}: {
  candidate: Candidate;
  on?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.candidate} data-on={on || undefined} data-transfer={transfer.id}>
      <div>
        {formatDateTime(transfer.bookedAt, language, true)} ·{" "}
        <strong>
          <Money amount={transfer.amount} currency={transfer.currency} />
        </strong>
        <div>
          <AccountLine number={transfer.from} name={transfer.fromName} />
        </div>
        <div>
          <AccountLine number={transfer.to} name={transfer.toName} />
        </div>
      </div>
      <div className={classes.actions}>{children}</div>
      <div className={classes.grounds}>
        {fits.map((ground) => (
          <span key={ground}>
            {ground === "other-amount" ? (
              <IconAlertTriangle size={12} aria-hidden />
            ) : (
              <IconCheck size={12} aria-hidden />
            )}{" "}
            {t(`reports.grounds.${ground}`)}
          </span>
        ))}
        {transfer.sourceName !== null && (
          <span>{t("common.sourceRow", { source: transfer.sourceName, row: transfer.row })}</span>
        )}
        {reportedAs !== null && <span>{t("reports.reportedAs", { id: reportedAs })}</span>}
      </div>
    </div>
  );
}

/** The transfers that a description fits: one of them is the stolen one, or none is. */
export function CandidateChoice({
  candidates,
  chosen,
  onChoose,
}: {
  candidates: readonly Candidate[];
  chosen: string | null;
  onChoose: (transferId: string | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {candidates.map((one) => {
        const on = one.transfer.id === chosen;
        return (
          <CandidateRow key={one.transfer.id} candidate={one} on={on}>
            <Button
              size="compact-xs"
              variant={on ? "filled" : "default"}
              aria-pressed={on}
              onClick={() => onChoose(on ? null : one.transfer.id)}
            >
              {t(on ? "reports.chosen" : "reports.choose")}
            </Button>
          </CandidateRow>
        );
      })}
    </>
  );
}
