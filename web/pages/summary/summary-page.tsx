import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useSearchParams } from "react-router";
import { formatPeriod, isoDay, startOfDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { overview } from "../../../contract/overview.ts";
import { dataFigure } from "../../../contract/overview-records.ts";
import { call } from "../../api/call.ts";
import { useMeasuresSummary } from "../../data/measures.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, Figure, Figures, PageHead, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { dataAddress } from "./data-address.ts";
import { DistrictField } from "./district-field.tsx";
import { OfficeFigures } from "./office-figures.tsx";
import { ALL_TIME, openingPeriod } from "./opening-period.ts";
import { PeriodBar } from "./period-bar.tsx";
import { PeriodChart } from "./period-chart.tsx";
import { PrintedFigures, PrintedHead } from "./printed-figures.tsx";
import { ReportedDays } from "./reported-days.tsx";
import classes from "./summary.module.css";
import { SummaryDocuments } from "./summary-documents.tsx";
import { Unconfirmed } from "./unconfirmed.tsx";
import { useInstants, usePeriod } from "./use-period.ts";

/** What the data show of a period; each opens to its records. */
const TILES = dataFigure.options;
/** Shown where there are any. */
const SELDOM: readonly (typeof TILES)[number][] = ["withdrawals", "claimsAgain"];

/** The summary of the period in the address; an address without one gets the current month. */
export function SummaryPage() {
  const [search] = useSearchParams();
  const opening = openingPeriod(search, isoDay(Date.now()));
  return opening === null ? <Summary /> : <Navigate to={`/summary?${opening}`} replace />;
}

/** The figures of a period; each figure leads to its records. */
function Summary() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const [from, until] = [address.get("from"), address.get("until")];
  const start = startOfDay(from ?? "");
  const end = startOfDay(until ?? "");
  const instants = useInstants();
  const query = useQuery({
    queryKey: ["summary", instants],
    queryFn: ({ signal }) => call(overview.summary, { query: instants, signal }),
  });
  const data = query.data;
  const wanted = usePeriod();
  const office = useMeasuresSummary(wanted);
  const hasBefore = office.data?.figures.some(({ before }) => before !== null) ?? false;
  const count = (value: number) => formatNumber(value, language);
  return (
    <Page>
      <PageHead
        title={t("summary.title")}
        lead={
          start !== null && end !== null
            ? t("summary.period", { period: formatPeriod(start, end, language) })
            : t("summary.lead")
        }
      >
        <Button
          leftSection={<IconPrinter size={15} />}
          disabled={!data}
          onClick={() => window.print()}
        >
          {t("summary.print")}
        </Button>
      </PageHead>
      <PeriodBar
        from={from}
        until={until}
        onChange={(period) => {
          const isAll = period.from === null && period.until === null;
          address.set({ ...period, [ALL_TIME]: isAll ? "yes" : null });
        }}
      >
        <DistrictField
          value={address.get("district")}
          onChange={(district) => address.set({ district })}
        />
      </PeriodBar>
      <SummaryDocuments period={wanted} />
      <PrintedHead office={office.data?.office[language] ?? null} district={wanted.district} />
      {office.isError && (
        <ProblemNotice error={office.error} onRetry={() => void office.refetch()} />
      )}
      {office.data && (
        <>
          <h2 className={classes.part}>{t("measures.summary.office")}</h2>
          <div className={classes.onScreen}>
            <OfficeFigures figures={office.data.figures} period={wanted} />
          </div>
          <PrintedFigures figures={office.data.figures} />
          <Card padded={false}>
            <Section title={t(`measures.summary.${hasBefore ? "chart" : "chartAlone"}`)}>
              <PeriodChart figures={office.data.figures} />
            </Section>
          </Card>
        </>
      )}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows />}
      {data && (
        <>
          <h2 className={classes.part}>{t("measures.summary.data")}</h2>
          <Figures>
            {TILES.filter((id) => !SELDOM.includes(id) || data[id] !== 0).map((id) => (
              <Figure
                key={id}
                label={t(`summary.tiles.${id}`)}
                value={
                  <Link to={dataAddress(id, wanted)}>
                    {id === "stolen" ? <Sums sums={data.stolen} short /> : count(data[id])}
                  </Link>
                }
                hint={
                  id === "stolen" &&
                  data.unconfirmed.length > 0 && <Unconfirmed sums={data.unconfirmed} />
                }
              />
            ))}
          </Figures>
          <div className={classes.columns}>
            <Card padded={false}>
              <Section title={t("summary.perDay")}>
                <ReportedDays days={data.perDay} period={{ from, until }} />
              </Section>
            </Card>
            <Card padded={false}>
              <Section title={t("summary.byStatus")}>
                {data.byStatus.map((line) => (
                  <div key={line.status} className={classes.line}>
                    <Link to={dataAddress(`status-${line.status}`, wanted)}>
                      {t(`cases.claimStatus.${line.status}`)}
                    </Link>
                    <span className={classes.lineCount}>{count(line.count)}</span>
                    <span className={classes.lineMoney}>
                      <Sums sums={line.sums} short />
                    </span>
                  </div>
                ))}
              </Section>
            </Card>
          </div>
        </>
      )}
    </Page>
  );
}
