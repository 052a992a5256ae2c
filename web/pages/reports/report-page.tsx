import { Button } from "@mantine/core";
import { IconFolderPlus, IconRoute } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { cases } from "../../../contract/cases.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useCreateCase } from "../../data/cases.ts";
import { type OneReport, type Standing, useReport, useStanding } from "../../data/first-hour.ts";
import { setOpenCase } from "../../data/open-case.ts";
import { useMay } from "../../data/permissions.ts";
import { traceAddress } from "../../data/trace-address.ts";
import { zoneNote } from "../../format/zone-note.ts";
import { LettersDue } from "../../frame/letters-due.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Money, Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, Figure, Figures, PageHead, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { BankSection } from "./bank-section.tsx";
import { ChangeReport } from "./change-report.tsx";
import { CorrectedSums } from "./corrected-sums.tsx";
import { DescribedTransfer } from "./described-transfer.tsx";
import { ExitsSection } from "./exits-section.tsx";
import { ReportChanges } from "./report-changes.tsx";
import { ReportLetters } from "./report-letters.tsx";
import classes from "./reports.module.css";
import { SureTransfers } from "./sure-transfers.tsx";

/** One crime report in its first hour: where the money is now, and what to ask of which bank. */
export function ReportPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "" } = useParams();
  const report = useReport(id);
  const standing = useStanding(id);
  const data = report.data;
  const sums = standing.data?.sums;
  const figure = (name: "stolen" | "held" | "beyondData" | "exited" | "outstanding") =>
    sums ? <Sums sums={sums.map((one) => ({ currency: one.currency, amount: one[name] }))} /> : "–";
  const banks = standing.data?.banks ?? [];
  const state = standing.data === undefined ? "unknown" : stateOf(standing.data);
  return (
    <Page>
      <PageHead
        title={t("reports.title", { id })}
        lead={
          data &&
          [
            data.victim.name,
            data.victim.iin,
            data.reportedAt === null
              ? null
              : `${formatDateTime(data.reportedAt, language)}${zoneNote(data.reportedAt)}`,
            data.lure,
          ]
            .filter(Boolean)
            .join(" · ")
        }
      >
        {data && <ReportActions report={data} />}
        <ChangeReport id={id} />
      </PageHead>
      {report.isError && <ProblemNotice error={report.error} />}
      <Figures>
        <Figure label={t("reports.sums.stolen")} value={figure("stolen")} />
        <Figure
          label={t("reports.sums.held")}
          value={isHeldKnown(banks) ? figure("held") : "–"}
          hint={t(isHeldWhole(banks) ? "reports.sums.heldHint" : "reports.sums.heldPartly")}
        />
        <Figure
          label={t("reports.sums.beyondData")}
          value={figure("beyondData")}
          hint={t("reports.sums.beyondHint")}
        />
        <Figure label={t("reports.sums.exited")} value={figure("exited")} />
        {sums?.some((one) => one.outstanding !== one.stolen) && (
          <Figure
            label={t("reports.sums.outstanding")}
            value={figure("outstanding")}
            hint={t("reports.sums.outstandingHint")}
          />
        )}
      </Figures>
      {data && state !== "unknown" && state !== "madeGood" && (
        <ReportLetters
          key={state}
          id={id}
          gone={state === "gone"}
          lure={data.lure}
          blocked={data.measures.some(({ kind }) => kind === "block")}
        />
      )}
      <Card padded={false}>
        <Section title={t("reports.whereNow")} note={t("reports.whereNote")}>
          {standing.isPending && <LoadingRows rows={4} />}
          {standing.isError && <ProblemNotice error={standing.error} />}
          {standing.data && state !== "held" && (
            <p className={state === "madeGood" ? classes.madeGood : classes.quiet}>
              {state === "madeGood" ? (
                <>
                  {t("reports.madeGood")} {figure("stolen")}
                </>
              ) : (
                t(state === "gone" ? "reports.gone" : "reports.nowhere")
              )}
            </p>
          )}
        </Section>
        {banks.map((bank) => (
          <BankSection key={bank.bank ?? ""} bank={bank} />
        ))}
      </Card>
      {standing.data && <ExitsSection exits={standing.data.exits} report={id} />}
      {data && data.measures.length > 0 && (
        <Card padded={false}>
          <Section title={t("reports.measuresTitle")}>{null}</Section>
          <LettersDue deadlines={data.measures} />
        </Card>
      )}
      {data && <ReportTransfers report={data} />}
      {data && <CorrectedSums corrected={data.corrected} />}
      <ReportChanges id={id} />
    </Page>
  );
}

/** Every account with the money has a statement that shows it. */
function isHeldWhole(banks: Standing["banks"]): boolean {
  return banks.every(({ places }) => places.every(isShown));
}

function isShown({ knownUntil, held }: Standing["banks"][number]["places"][number]): boolean {
  return knownUntil !== null || held !== "0";
}

/** False where there are accounts with the money and a statement of none of them. */
function isHeldKnown(banks: Standing["banks"]): boolean {
  const places = banks.flatMap((bank) => bank.places);
  return places.length === 0 || places.some(isShown);
}

/**
 * Money is held somewhere, all of it came back, all of it left the banks, or nobody knows where it
 * is.
 */
function stateOf({ banks, sums, exits }: Standing): "held" | "madeGood" | "gone" | "unknown" {
  if (banks.some((bank) => bank.places.length > 0)) return "held";
  if (sums.length > 0 && sums.every((one) => one.outstanding === "0")) return "madeGood";
  return exits.length > 0 ? "gone" : "unknown";
}

function ReportActions({ report }: { report: OneReport }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCase();
  const mayOpen = useMay(cases.create);
  const [open] = report.cases;
  const title = [report.id, report.victim.name].filter(Boolean).join(" · ");
  return (
    <>
      {report.transfers.length > 0 && (
        <Button
          component={Link}
          to={traceAddress({ reports: [report.id] })}
          leftSection={<IconRoute size={15} />}
        >
          {t("reports.trace")}
        </Button>
      )}
      {open !== undefined && (
        <Button component={Link} to={`/cases/${encodeURIComponent(open.id)}`}>
          {t("reports.toCase", { id: open.id })}
        </Button>
      )}
      {open === undefined && mayOpen && (
        <Button
          leftSection={<IconFolderPlus size={15} />}
          loading={create.isPending}
          onClick={() =>
            create.mutate(
              { title, reports: [report.id] },
              {
                onSuccess: (row) => {
                  setOpenCase({ id: row.id, title: row.title });
                  void navigate(`/cases/${encodeURIComponent(row.id)}`);
                },
              },
            )
          }
        >
          {t("reports.openCase")}
        </Button>
      )}
    </>
  );
}

function ReportTransfers({ report }: { report: OneReport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card padded={false}>
      {report.transfers.length > 0 && (
        <Section title={t("reports.transfers")}>
          {report.transfers.map((one) => (
            <div key={one.id} className={classes.foundLine}>
              <span>{formatDateTime(one.bookedAt, language, true)}</span>
              <strong>
                <Money amount={one.amount} currency={one.currency} />
              </strong>
              <AccountLine number={one.from} name={one.fromName} />
              <span aria-hidden>→</span>
              <AccountLine number={one.to} name={one.toName} />
              {one.sourceName !== null && (
                <span className={classes.quiet}>
                  {t("common.sourceRow", { source: one.sourceName, row: one.row })}
                </span>
              )}
            </div>
          ))}
        </Section>
      )}
      <SureTransfers report={report} />
      {report.reported.map((one) => (
        <DescribedTransfer
          key={one.key}
          report={report.id}
          described={one}
          transfers={report.transfers}
        />
      ))}
    </Card>
  );
}
