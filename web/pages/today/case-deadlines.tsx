import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { CaseDeadline } from "../../../contract/overview.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import classes from "./today.module.css";

const SHOWN = 8;

/** What cases have to do by a day, overdue first; each line opens its case at the place. */
export function CaseDeadlines({ deadlines }: { deadlines: readonly CaseDeadline[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const today = isoDay(Date.now());
  const count = (number: number) => ({ count: number, formatted: formatNumber(number, language) });
  return (
    <>
      {(all ? deadlines : deadlines.slice(0, SHOWN)).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two tasks may have the same words and day
        <Line key={index} deadline={one} isLate={one.day < today} />
      ))}
      {deadlines.length > SHOWN && (
        <Button className={classes.more ?? ""} variant="subtle" onClick={() => setAll(!all)}>
          {all ? t("today.terms.fewer") : t("today.terms.more", count(deadlines.length - SHOWN))}
        </Button>
      )}
    </>
  );
}

function Line({ deadline, isLate }: { deadline: CaseDeadline; isLate: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, claim, claims, text, sum, day } = deadline;
  const title = kind === "task" ? (text ?? "") : t(`today.terms.kinds.${kind}`);
  const about = [
    deadline.case.title,
    claims > 1
      ? t("common.claims", { count: claims, formatted: formatNumber(claims, language) })
      : claim && t("today.terms.claim", { claim }),
    sum && formatMoney(sum.amount, sum.currency, language),
    kind === "limitation" && t("today.terms.reckoned"),
    kind !== "task" && text,
  ].filter(Boolean);
  return (
    <Link className={classes.line} to={placeOf(deadline)}>
      <span className={classes.lineMain}>
        <span className={classes.lineTitle}>{title}</span>
        <span className={classes.lineSub}>{about.join(" · ")}</span>
      </span>
      <span className={classes.lineDay} data-late={isLate || undefined}>
        {formatIsoDay(day, language)}
        {isLate && <span className={classes.lateWord}>{t("today.terms.overdue")}</span>}
      </span>
    </Link>
  );
}

/** The part of the case page where the matter is dealt with (cases/place.tsx). */
function placeOf({ kind, case: { id }, claim }: CaseDeadline): string {
  const place = kind === "task" ? "tasks" : kind === "instalment" ? "ledger" : "step";
  const of = claim === null ? "" : `claim=${encodeURIComponent(claim)}&`;
  return `/cases/${encodeURIComponent(id)}?${of}place=${place}`;
}
