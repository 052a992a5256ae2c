import { Select } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Claim, claimStatus } from "../../../contract/cases.ts";
import { formatAccount } from "../../format/accounts.ts";
import { formatDateTime, ZONE_LABEL } from "../../format/dates.ts";
import { sumAmounts } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";
import { useClaimStatus } from "./queries.ts";

type Line = Claim["lines"][number];

/** The selected claim: who against whom, on what basis, and every transfer the sum is made of, with file and row. */
export function ClaimPanel({ caseId, claim }: { caseId: string; claim: Claim | undefined }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const status = useClaimStatus(caseId);
  if (!claim) {
    return (
      <Card>
        <EmptyState title={t("cases.claim.title")} text={t("cases.claim.choose")} />
      </Card>
    );
  }
  return (
    <Card padded={false}>
      <div className={classes.parties}>
        <PartyBox part="victim" label={t("cases.claims.victim")} party={claim.victim} />
        <IconArrowRight size={18} aria-hidden color="var(--dg-ink3)" />
        <PartyBox part="collector" label={t("cases.claims.defendant")} party={claim.defendant} />
      </div>
      <div className={classes.facts}>
        <div className={classes.fact}>
          <span className={classes.factLabel}>{t("cases.claims.amount")}</span>
          <span className={classes.factValue}>
            <Money amount={claim.amount} currency={claim.currency} exact />
          </span>
        </div>
        {claim.reports.length > 0 && (
          <div className={classes.fact}>
            <span className={classes.factLabel}>{t("cases.claim.report")}</span>
            <span>
              {claim.reports.map((report) => (
                <Link key={report} to={`/explore?report=${encodeURIComponent(report)}`}>
                  {report}
                </Link>
              ))}
            </span>
          </div>
        )}
        <span className={classes.grow} />
        <Select
          label={t("cases.claim.setStatus")}
          w={190}
          value={claim.status}
          data={claimStatus.options.map((option) => ({ value: option, label: t(`cases.claimStatus.${option}`) }))}
          onChange={(value) => {
            if (!value) return;
            status.mutate(
              { claim: claim.id, status: value },
              {
                onSuccess: () => notify.done(t("cases.claim.saved")),
                onError: notify.failed,
              },
            );
          }}
        />
      </div>
      <Lines claim={claim} />
    </Card>
  );
}

function PartyBox({ part, label, party }: { part: "victim" | "collector"; label: string; party: Claim["victim"] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.partyBox}>
      <span className={classes.factLabel}>{label}</span>
      <span className={classes.titleRow}>
        <RoleDot role={part} />
        <strong>{party.name ?? t("common.unknown")}</strong>
      </span>
      {party.iin && (
        <span className={classes.partySub}>
          {t("cases.claim.iin")} {party.iin}
        </span>
      )}
      {party.accounts.map((account) => (
        <Link key={account} className={classes.partySub} to={`/explore?account=${encodeURIComponent(account)}`}>
          {formatAccount(account)}
        </Link>
      ))}
    </div>
  );
}

function Lines({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: TableColumn<Line>[] = [
    {
      id: "time",
      head: t("common.time"),
      width: "132px",
      cell: (line) => formatDateTime(line.bookedAt, language),
      sort: (line) => line.bookedAt,
    },
    {
      id: "amount",
      head: t("common.amount"),
      width: "116px",
      align: "right",
      cell: (line) => <Money amount={line.amount} currency={line.currency} exact />,
      sort: (line) => BigInt(line.amount),
    },
    {
      id: "source",
      head: t("cases.claim.sourceRow"),
      width: "minmax(110px, 1fr)",
      cell: (line) => {
        const words = t("common.sourceRow", { source: line.sourceName ?? line.sourceId.slice(0, 12), row: line.row });
        return <span title={`${words} · ${line.purpose ?? ""}`}>{words}</span>;
      },
    },
  ];
  const total = sumAmounts(claim.lines.map((line) => line.amount)).toString();
  return (
    <>
      <h3 className={classes.linesHead}>
        {t("cases.claim.lines")} · {t("common.zone", { zone: ZONE_LABEL })}
      </h3>
      <div style={{ height: Math.min(31 + claim.lines.length * 32 + 36, 420) }}>
        <DataTable
          label={t("cases.claim.lines")}
          columns={columns}
          rows={claim.lines}
          rowKey={(line) => line.transferId}
          minWidth={380}
          footer={
            <>
              <span>{t("cases.claim.sum")}</span>
              <span className={classes.sum}>
                <Money amount={total} currency={claim.currency} exact />
              </span>
            </>
          }
        />
      </div>
    </>
  );
}
