import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../contract/bank-names.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDate, formatPeriod } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { News } from "../../../contract/news.ts";
import { useNews } from "../../data/deadlines.ts";
import { accountsAddress } from "../../frame/hit-address.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ListCard } from "./list-card.tsx";
import { SureNews } from "./sure-news.tsx";
import classes from "./today.module.css";
import { NewsOfWatches } from "./watch-news.tsx";

const SHOWN = 8;

/** New files look at old questions: each line leads to what changed. Nothing where nothing did. */
export function NewsOfFiles() {
  const { t } = useTranslation();
  const query = useNews();
  if (query.isError) return <ProblemNotice error={query.error} />;
  const news = query.data;
  if (news === undefined || Object.values(news).every((lines) => lines.length === 0)) return null;
  return (
    <ListCard title={t("today.news.title")} to="/watching" toLabel={t("today.news.watching")}>
      <SureNews pairs={news.sure} />
      <NewsOfWatches watched={news.watched} searches={news.searches} />
      {news.answers.slice(0, SHOWN).map((one) => (
        <Answer key={`${one.report} ${one.amount}`} one={one} />
      ))}
      {news.statements.slice(0, SHOWN).map((one) => (
        <Statement key={`${one.account} ${one.from} ${one.file}`} one={one} />
      ))}
      {news.movedOn.slice(0, SHOWN).map((one) => (
        <MovedOn
          key={`${one.report} ${one.account} ${one.currency} ${one.file} ${one.back}`}
          one={one}
        />
      ))}
      {news.seenAgain.slice(0, SHOWN).map((one) => (
        <SeenAgain key={`${one.case} ${one.account} ${one.file}`} one={one} />
      ))}
    </ListCard>
  );
}

const reportAddress = (id: string) => `/reports/${encodeURIComponent(id)}`;

/** One line: what happened, about what, and beside it who or how much. */
function NewsLine(props: {
  to: string;
  title: string;
  about: readonly (string | null)[];
  children?: ReactNode;
}) {
  return (
    <Link className={classes.line} to={props.to}>
      <span className={classes.lineMain}>
        <span className={classes.lineTitle}>{props.title}</span>
        <span className={classes.lineSub}>{props.about.filter(Boolean).join(" · ")}</span>
      </span>
      {props.children}
    </Link>
  );
}

function Who({ number, name }: { number: string; name: string | null }) {
  return (
    <span className={classes.lineWho}>
      <AccountLine number={number} name={name} short />
    </span>
  );
}

function Answer({ one }: { one: News["answers"][number] }) {
  const { t } = useTranslation();
  const candidates = t("today.news.candidates", { count: one.candidates });
  return (
    <NewsLine
      to={reportAddress(one.report)}
      title={t("today.news.answer", { id: one.report })}
      about={[one.victim, candidates]}
    >
      <span className={classes.lineMoney}>
        <Money amount={one.amount} currency={one.currency} />
      </span>
    </NewsLine>
  );
}

function Statement({ one }: { one: News["statements"][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const days =
    one.until === null
      ? formatDate(one.from, language)
      : formatPeriod(one.from, one.until, language);
  return (
    <NewsLine
      to={accountsAddress([one.account])}
      title={t(one.whole ? "today.news.statement" : "today.news.statementPart", {
        account: formatAccount(one.account),
      })}
      about={[bankName(one.bank), days, one.file]}
    >
      <Who number={one.account} name={one.holder} />
    </NewsLine>
  );
}

function MovedOn({ one }: { one: News["movedOn"][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hop = formatNumber(one.hop, language);
  const { claim } = one;
  const to =
    claim === null
      ? reportAddress(one.report)
      : `/cases/${encodeURIComponent(claim.case)}?claim=${encodeURIComponent(claim.claim)}`;
  const title = one.back
    ? t("today.news.cameBack", { id: one.report })
    : one.hop <= 1
      ? t("today.news.moved", { id: one.report })
      : t("today.news.movedFurther", { id: one.report, hop });
  return (
    <NewsLine to={to} title={title} about={[one.victim, one.claim?.claim ?? null, one.file]}>
      <Who number={one.account} name={one.holder} />
      <span className={classes.lineMoney}>
        <Money amount={one.amount} currency={one.currency} />
      </span>
    </NewsLine>
  );
}

function SeenAgain({ one }: { one: News["seenAgain"][number] }) {
  const { t } = useTranslation();
  return (
    <NewsLine
      to={`/cases/${encodeURIComponent(one.case)}`}
      title={t("today.news.seen", { id: one.case, count: one.count })}
      about={[one.title, one.file]}
    >
      <Who number={one.account} name={one.holder} />
    </NewsLine>
  );
}
