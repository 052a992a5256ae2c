import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { Penalty } from "../../../contract/penalty.ts";
import { usePenalty } from "../../data/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { sourceInWords } from "../../ui/source-words.ts";
import classes from "./claim-details.module.css";

/**
 * The penalty of article 353 on the claim: from which day, to which, by the rate of which day. The
 * working is shown span by span; a rate nobody has compared with its source says so.
 */
export function ClaimPenalty({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(isoDay(Date.now()));
  const [rateDay, setRateDay] = useState<string | null>(isoDay(Date.now()));
  const [periods, setPeriods] = useState(false);
  const query = usePenalty(caseId, claim, {
    from,
    until,
    rateDay: periods ? null : rateDay,
    ready: from !== null && until !== null && (periods || rateDay !== null),
  });
  return (
    <details className={classes.details}>
      <summary>{t("cases.penalty.title")}</summary>
      <p className={classes.note}>{t("cases.penalty.note")}</p>
      <div className={classes.fields}>
        <DateField label={t("cases.penalty.from")} value={from} onChange={setFrom} clearable />
        <DateField label={t("cases.penalty.until")} value={until} onChange={setUntil} />
        {!periods && (
          <DateField label={t("cases.penalty.rateDay")} value={rateDay} onChange={setRateDay} />
        )}
        <Checkbox
          label={t("cases.penalty.periods")}
          checked={periods}
          onChange={(event) => setPeriods(event.currentTarget.checked)}
        />
      </div>
      {query.isError && <ProblemNotice error={query.error} />}
      {query.data && <Working penalty={query.data} />}
    </details>
  );
}

function Working({ penalty }: { penalty: Penalty }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { currency, spans } = penalty;
  const rates = [...new Map(spans.map((span) => [span.rateFrom, span])).values()];
  const unchecked = rates.some((span) => !span.checked);
  return (
    <>
      <table className={classes.working}>
        <thead>
          <tr>
            <th scope="col">{t("cases.penalty.time")}</th>
            <th scope="col">{t("cases.penalty.principal")}</th>
            <th scope="col">{t("cases.penalty.sum")}</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={span.from}>
              <td>
                {formatIsoDay(span.from, language)} – {formatIsoDay(span.until, language)}
                <span className={classes.sub}>
                  {t("cases.penalty.days")}: {formatNumber(span.days, language)}
                </span>
              </td>
              <td>
                <Money amount={span.principal} currency={currency} exact />
                <span className={classes.sub}>
                  {t("cases.penalty.rate")}: {rateText(span.rate, language === "en" ? "." : ",")}
                </span>
              </td>
              <td>
                <Money amount={span.penalty} currency={currency} exact />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("cases.penalty.total")}
            </th>
            <td>
              <Money amount={penalty.penalty} currency={currency} exact />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.note}>
        {rates
          .map(
            (span) =>
              `${formatIsoDay(span.rateFrom, language)}: ${sourceInWords(span.source, t, language)}`,
          )
          .join(" · ")}
      </p>
      {unchecked && <p className={classes.warning}>{t("cases.penalty.unchecked")}</p>}
    </>
  );
}

/** Hundredths of a per cent: 1650 is 16.5 %. */
function rateText(rate: number, mark: string): string {
  const text = `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, "0")}`;
  return `${text.replace(/\.?0+$/, "").replace(".", mark)}\u00a0%`;
}
