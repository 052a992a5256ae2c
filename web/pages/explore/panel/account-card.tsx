import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AccountCard as Card, GraphNode } from "../../../../contract/exploring.ts";
import { formatDate, formatPeriod } from "../../../../contract/format/dates.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import { AccountNotes } from "../../../frame/account-notes.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { AccountHead } from "./account-head.tsx";
import { BalanceChart } from "./balance-chart.tsx";
import classes from "./card.module.css";
import { Counterparties } from "./counterparties.tsx";
import { DailyChart } from "./daily-chart.tsx";
import { FindingSection } from "./finding-section.tsx";
import { missingDays } from "./gaps.ts";
import { MoneyThrough } from "./money-through.tsx";
import { OperatorsSection } from "./operators-section.tsx";
import { useAccount } from "./queries.ts";

/**
 * All of one account, one click away: its holder, its balance, money and days held, what was seen and
 * why, the money, reports and cases.
 */
export function AccountCard({
  number,
  run,
  control,
  expanded,
  nodes,
}: {
  number: string;
  run: string | null;
  control: SceneControl;
  expanded: boolean;
  /** The accounts of the picture. */
  nodes: ReadonlyMap<string, GraphNode>;
}) {
  const { t } = useTranslation();
  const onStage = (account: string) => nodes.has(account);
  const query = useAccount(number, run);
  if (query.isError) {
    return (
      <div className={classes.cardHead}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <LoadingRows rows={8} />;
  const card = query.data;
  return (
    <div data-testid="account-card">
      <AccountHead card={card} control={control} expanded={expanded} nodes={nodes} />
      {card.exitKind === null && (
        <Section title={t("explore.card.balance")}>
          <BalanceChart card={card} />
        </Section>
      )}
      <FilteredDays number={number} run={run} control={control} />
      <Statements card={card} />
      {card.exitKind === null && <FindingSection account={card.number} run={run} />}
      <FilteredMoney number={number} run={run} control={control} onStage={onStage}>
        {card.exitKind === null && (
          <OperatorsSection card={card} run={run} control={control} onStage={onStage} />
        )}
      </FilteredMoney>
      {card.exitKind === null && (
        <Section title={t("notes.title")}>
          <AccountNotes target={{ kind: "account", account: number }} />
        </Section>
      )}
      {card.reports.length > 0 && (
        <Section title={t("explore.card.reports")} note={String(card.reports.length)}>
          <div className={classes.tags}>
            {card.reports.map((report) => (
              <Link
                key={report.id}
                className={classes.tag}
                to={traceAddress({ reports: [report.id] })}
              >
                {report.id}
              </Link>
            ))}
          </div>
        </Section>
      )}
      {card.cases.length > 0 && (
        <Section title={t("explore.card.cases")} note={String(card.cases.length)}>
          <div className={classes.tags}>
            {card.cases.map((found) => (
              <Link
                key={found.id}
                className={classes.tag}
                to={`/cases/${encodeURIComponent(found.id)}`}
              >
                {found.title}
              </Link>
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}

/** Money in and out by day under the amount of the page; awaited, nothing stands here. */
function FilteredDays({
  number,
  run,
  control,
}: {
  number: string;
  run: string | null;
  control: SceneControl;
}) {
  const { t } = useTranslation();
  const { since, until, minimum } = control.scene;
  const query = useAccount(number, run, { since, until, minimum });
  return (
    <Section title={t("explore.card.daily")}>
      {query.data ? (
        <DailyChart card={query.data} control={control} />
      ) : query.isError ? null : (
        <LoadingRows rows={3} />
      )}
    </Section>
  );
}

/** The account's money under the filter of the page: no figure of another filter stands here. */
function FilteredMoney({
  number,
  run,
  control,
  onStage,
  children,
}: {
  number: string;
  run: string | null;
  control: SceneControl;
  onStage: (account: string) => boolean;
  /** Stands after the money, whatever the filter. */
  children: ReactNode;
}) {
  const { since, until, minimum } = control.scene;
  const query = useAccount(number, run, { since, until, minimum });
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingRows rows={6} />;
  const card = query.data;
  return (
    <>
      <MoneyThrough card={card} control={control} />
      {children}
      <Counterparties card={card} control={control} side="senders" onStage={onStage} />
      <Counterparties card={card} control={control} side="recipients" onStage={onStage} />
    </>
  );
}

function Statements({ card }: { card: Card }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (card.exitKind !== null) return null;
  return (
    <Section title={t("explore.card.statements")}>
      {card.statements.length === 0 ? (
        <p className={shared.soft}>{t("explore.card.noStatements")}</p>
      ) : (
        <div className={classes.statements}>
          {card.statements.map((statement) => (
            <span key={statement.id}>
              {statement.from === null ? "…" : formatDate(statement.from, language)} –{" "}
              {statement.to === null ? "…" : formatDate(statement.to, language)}
            </span>
          ))}
          {missingDays(card.statements).map(([from, until]) => (
            <span key={from} className={classes.missing}>
              {t("explore.card.missing", { days: formatPeriod(from, until, language) })}
            </span>
          ))}
        </div>
      )}
    </Section>
  );
}
