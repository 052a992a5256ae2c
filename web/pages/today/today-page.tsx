import { Button } from "@mantine/core";
import { IconAlertTriangle, IconFilePlus, IconFileUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDate } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { loading } from "../../../contract/loading.ts";
import { useOverview } from "../../data/overview.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Figure, Figures, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Deadlines } from "./deadlines.tsx";
import { NewestFiles } from "./newest-files.tsx";
import { NewsOfFiles } from "./news.tsx";
import { ClaimsToApprove } from "./to-approve.tsx";
import classes from "./today.module.css";
import { NewestClusters, OpenCases, RunningJobs } from "./today-lists.tsx";

/** The start of the day: what arrived, what was found, what is running, what is open. */
export function TodayPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useOverview();
  const mayLoad = useMay(loading.load);
  const data = query.data;
  const figure = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(value, language);
  return (
    <Page>
      <PageHead
        title={formatDate(Date.now(), language)}
        lead={mayLoad ? t("today.lead") : `${t("today.lead")} ${t("today.whoReports")}`}
      >
        {mayLoad && (
          <Button
            component={Link}
            to="/reports/new"
            variant="filled"
            leftSection={<IconFilePlus size={15} />}
          >
            {t("today.newReport")}
          </Button>
        )}
        {mayLoad && (
          <Button component={Link} to="/load" leftSection={<IconFileUpload size={15} />}>
            {t("today.load")}
          </Button>
        )}
      </PageHead>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {data?.cutOff.map(({ fileName, at }) => (
        <CutOff key={`${fileName} ${at}`} file={fileName} />
      ))}
      <Figures>
        <Figure label={t("today.figures.accounts")} value={figure(data?.accounts)} />
        <Figure label={t("today.figures.transfers")} value={figure(data?.transfers)} />
        <Figure label={t("today.figures.reports")} value={figure(data?.reports)} />
        <Figure
          label={t("today.figures.stolen")}
          value={data ? <Sums sums={data.stolen} short /> : "–"}
        />
      </Figures>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <ClaimsToApprove />
          <NewsOfFiles />
          <NewestClusters />
          <NewestFiles sources={data?.sources} />
        </div>
        <div className={classes.stack}>
          <Deadlines />
          <RunningJobs />
          <OpenCases />
        </div>
      </div>
    </Page>
  );
}

/** A load that a power cut or a kill ended: what is left of it, and where to go on. */
function CutOff({ file }: { file: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.cutOff} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{t("today.cutOff", { file })}</span>
      <Link to="/load">{t("today.goOn")}</Link>
    </p>
  );
}
