import { Button } from "@mantine/core";
import { IconRoute, IconSearch, IconTopologyStar3 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDate } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useClusters } from "../../data/clusters.ts";
import { useReports } from "../../data/reports.ts";
import { traceAddress } from "../../data/trace-address.ts";
import { SearchNext } from "../../frame/search-next.tsx";
import { openSearch } from "../../frame/search-window.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { SceneControl } from "./scene/use-scene.ts";
import shared from "./shared.module.css";
import { PasteForm } from "./stage/paste-form.tsx";
import classes from "./start-page.module.css";

const FIRST = 12;

/**
 * Nothing chosen yet: find an account, paste numbers, open a cluster, or follow the money of a
 * report.
 */
export function StartPage({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const clusters = useClusters(null, false);
  const reports = useReports();
  const list = clusters.data?.clusters ?? [];
  const [all, setAll] = useState(false);
  const listed = reports.data?.reports ?? [];
  const total = reports.data?.total ?? 0;
  const shown = all ? listed : listed.slice(0, FIRST);
  return (
    <Page>
      <PageHead title={t("explore.title")} lead={t("explore.start.lead")}>
        <Button variant="filled" leftSection={<IconSearch size={15} />} onClick={openSearch}>
          {t("explore.start.search")}
        </Button>
      </PageHead>
      <div className={classes.start}>
        <div className={classes.startColumn}>
          <Card padded={false}>
            <div className={classes.startHead}>
              <h2 className={classes.startTitle}>{t("explore.start.clusters")}</h2>
              <Link to="/clusters" className={shared.soft}>
                {t("common.all")}
              </Link>
            </div>
            <div className={classes.startList}>
              {clusters.isPending && <LoadingRows rows={5} />}
              {clusters.isError && <ProblemNotice error={clusters.error} />}
              {clusters.data && list.length === 0 && <SearchNext look="row" />}
              {list.slice(0, FIRST).map((row) => (
                <Link
                  key={row.id}
                  className={shared.sideRow}
                  to={`/explore?cluster=${encodeURIComponent(row.id)}`}
                  style={{ textDecoration: "none" }}
                >
                  <IconTopologyStar3 size={16} stroke={1.7} className={shared.muted} aria-hidden />
                  <span className={shared.grow}>
                    {t("clusters.name", { rank: row.rank })} · {row.lookFirstName ?? row.lookFirst}
                    <span className={shared.sub}>
                      {t(`clusters.typology.${row.typology}`)} ·{" "}
                      {t("common.accounts", {
                        count: row.size,
                        formatted: formatNumber(row.size, language),
                      })}
                    </span>
                  </span>
                  <strong className="dg-tabular">
                    <Sums sums={row.received} short />
                  </strong>
                </Link>
              ))}
            </div>
          </Card>
          <Card>
            <PasteForm onAdd={(accounts) => control.change({ accounts })} />
          </Card>
        </div>
        <Card padded={false}>
          <div className={classes.startHead}>
            <h2 className={classes.startTitle}>{t("explore.start.reports")}</h2>
            <span className={shared.soft}>
              {shown.length < total
                ? t("explore.start.shownReports", {
                    shown: formatNumber(shown.length, language),
                    total: formatNumber(total, language),
                  })
                : reports.data && formatNumber(total, language)}
            </span>
          </div>
          <div className={classes.startList}>
            {reports.isPending && <LoadingRows rows={5} />}
            {reports.isError && <ProblemNotice error={reports.error} />}
            {reports.data && listed.length === 0 && (
              <p className={shared.soft}>{t("explore.start.noReports")}</p>
            )}
            {shown.map((report) => (
              <Link
                key={report.id}
                className={shared.sideRow}
                to={traceAddress({ reports: [report.id] })}
                style={{ textDecoration: "none" }}
              >
                <IconRoute size={16} stroke={1.7} className={shared.muted} aria-hidden />
                <span className={shared.grow}>
                  {report.victimName ?? report.victimAccounts[0] ?? report.id}
                  <span className={shared.sub}>
                    {[
                      report.id,
                      report.reportedAt === null ? null : formatDate(report.reportedAt, language),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <strong className="dg-tabular">
                  <Sums sums={report.sums} short />
                </strong>
              </Link>
            ))}
            {listed.length > FIRST && (
              <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                {t(all ? "explore.start.fewerReports" : "explore.start.allReports")}
              </Button>
            )}
            {(all || listed.length <= FIRST) && listed.length < total && (
              <Button variant="subtle" onClick={openSearch}>
                {t("explore.start.otherReport")}
              </Button>
            )}
          </div>
        </Card>
      </div>
    </Page>
  );
}
