import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNews } from "../../data/deadlines.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ListCard } from "./list-card.tsx";
import classes from "./today.module.css";

const SHOWN = 8;

/** New files look at old questions: each line leads to what changed. Nothing where nothing did. */
export function NewsOfFiles() {
  const { t } = useTranslation();
  const query = useNews();
  const { movedOn = [], seenAgain = [], answers = [] } = query.data ?? {};
  if (query.isError) return <ProblemNotice error={query.error} />;
  if (movedOn.length + seenAgain.length + answers.length === 0) return null;
  const report = (id: string) => `/reports/${encodeURIComponent(id)}`;
  return (
    <ListCard title={t("today.news.title")}>
      {answers.slice(0, SHOWN).map((one) => (
        <Link key={`${one.report} ${one.amount}`} className={classes.line} to={report(one.report)}>
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>{t("today.news.answer", { id: one.report })}</span>
            <span className={classes.lineSub}>
              {[one.victim, t("today.news.candidates", { count: one.candidates })]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className={classes.lineMoney}>
            <Money amount={one.amount} currency={one.currency} />
          </span>
        </Link>
      ))}
      {movedOn.slice(0, SHOWN).map((one) => (
        <Link
          key={`${one.report} ${one.account} ${one.currency} ${one.file}`}
          className={classes.line}
          to={report(one.report)}
        >
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>{t("today.news.moved", { id: one.report })}</span>
            <span className={classes.lineSub}>
              {[one.victim, one.file].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className={classes.lineWho}>
            <AccountLine number={one.account} name={one.holder} short />
          </span>
          <span className={classes.lineMoney}>
            <Money amount={one.amount} currency={one.currency} />
          </span>
        </Link>
      ))}
      {seenAgain.slice(0, SHOWN).map((one) => (
        <Link
          key={`${one.case} ${one.account} ${one.file}`}
          className={classes.line}
          to={`/cases/${encodeURIComponent(one.case)}`}
        >
          <span className={classes.lineMain}>
            <span className={classes.lineTitle}>
              {t("today.news.seen", { id: one.case, count: one.count })}
            </span>
            <span className={classes.lineSub}>
              {[one.title, one.file].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className={classes.lineWho}>
            <AccountLine number={one.account} name={one.holder} short />
          </span>
        </Link>
      ))}
    </ListCard>
  );
}
