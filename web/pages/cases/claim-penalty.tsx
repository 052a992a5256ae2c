import { Button, Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { type Dossier, type DossierFields, dossiers } from "../../../contract/dossier.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { Penalty } from "../../../contract/penalty.ts";
import { usePenalty } from "../../data/cases.ts";
import { useDossier, useSaveDossier } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Money } from "../../ui/money.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { sourceInWords } from "../../ui/source-words.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./claim-details.module.css";

/**
 * The penalty of article 353 on the claim: from which day, to which, by the rate of which day. The
 * working is shown span by span; a rate nobody has compared with its source says so. A person
 * decides here that the claim asks for it.
 */
export function ClaimPenalty({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const { data: dossier } = useDossier(caseId, claim.id);
  return (
    <details className={classes.details}>
      <summary>{t("cases.penalty.title")}</summary>
      {dossier && (
        <WantedPenalty
          key={JSON.stringify(dossier.fields.penalty)}
          caseId={caseId}
          claim={claim}
          dossier={dossier}
        />
      )}
    </details>
  );
}

function WantedPenalty({
  caseId,
  claim,
  dossier,
}: {
  caseId: string;
  claim: Claim;
  dossier: Dossier;
}) {
  const { t } = useTranslation();
  const asked = dossier.fields.penalty;
  const today = isoDay(Date.now());
  const [from, setFrom] = useState<string | null>(asked?.from ?? null);
  const [until, setUntil] = useState<string | null>(asked?.until ?? today);
  const [rateDay, setRateDay] = useState<string | null>(asked?.rateDay ?? today);
  const [periods, setPeriods] = useState(asked !== null && asked.rateDay === null);
  const query = usePenalty(caseId, claim, {
    from,
    until,
    rateDay: periods ? null : rateDay,
    ready: from !== null && until !== null && (periods || rateDay !== null),
  });
  const byDay = periods ? null : rateDay;
  const wanted = from !== null && until !== null ? { from, until, rateDay: byDay } : null;
  return (
    <>
      <p className={classes.note}>{t("cases.penalty.note")}</p>
      <Asked claim={claim} dossier={dossier} />
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
      {query.data && (
        <Working penalty={query.data} from={from}>
          <Decide caseId={caseId} dossier={dossier} wanted={wanted} />
        </Working>
      )}
      {query.data === undefined && <Decide caseId={caseId} dossier={dossier} wanted={null} />}
    </>
  );
}

/** The penalty that the claim asks for by a person's decision, or by its filing. */
function Asked({ claim, dossier }: { claim: Claim; dossier: Dossier }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { penalty, filedOn, fields } = dossier;
  if (penalty === null)
    return (
      <p className={classes.note} role="status">
        {t(
          fields.penalty !== null && filedOn === null
            ? "cases.penalty.notReckoned"
            : "cases.penalty.notAsked",
        )}
      </p>
    );
  return (
    <p className={classes.note} role="status">
      {t(filedOn === null ? "cases.penalty.asked" : "cases.penalty.filed", {
        from: formatIsoDay(penalty.from, language),
        until: formatIsoDay(penalty.until, language),
        sum: formatMoney(penalty.penalty, claim.currency, language, true),
      })}
    </p>
  );
}

/**
 * Whether the claim asks for the penalty: one press, in the version of the dossier that is shown.
 */
function Decide({
  caseId,
  dossier,
  wanted,
}: {
  caseId: string;
  dossier: Dossier;
  /** null = its days are not chosen. */
  wanted: DossierFields["penalty"];
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(dossiers.saveDossier);
  const save = useSaveDossier(caseId, dossier.claim, dossier.version);
  const asked = dossier.fields.penalty;
  if (!may || dossier.filedOn !== null) return null;
  const decide = (penalty: DossierFields["penalty"]) =>
    save.mutate(
      { ...dossier.fields, penalty },
      {
        onSuccess: () =>
          notify.done(t(penalty === null ? "cases.penalty.dropped" : "cases.penalty.taken")),
      },
    );
  const isNew = wanted !== null && JSON.stringify(wanted) !== JSON.stringify(asked);
  return (
    <>
      {isNew && (
        <Button variant="filled" loading={save.isPending} onClick={() => decide(wanted)}>
          {t(asked === null ? "cases.penalty.ask" : "cases.penalty.askAnew")}
        </Button>
      )}
      {asked !== null && (
        <Button loading={save.isPending} onClick={() => decide(null)}>
          {t("cases.penalty.drop")}
        </Button>
      )}
      {save.isError && <ProblemNotice error={save.error} />}
    </>
  );
}

function Working({
  penalty,
  from,
  children,
}: {
  penalty: Penalty;
  /** The first day that the person chose. */
  from: string | null;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { currency, spans } = penalty;
  const rates = [...new Map(spans.map((span) => [span.rateFrom, span])).values()];
  const unchecked = rates.some((span) => !span.checked);
  const begins = spans[0]?.from;
  return (
    <>
      {begins !== undefined && begins !== from && (
        <p className={classes.note}>
          {t("cases.penalty.begins", { date: formatIsoDay(begins, language) })}
        </p>
      )}
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
          {penalty.paid !== "0" && (
            <tr>
              <th scope="row" colSpan={2}>
                {t("cases.penalty.paid")}
              </th>
              <td>
                <Money amount={`-${penalty.paid}`} currency={currency} exact />
              </td>
            </tr>
          )}
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
      {rates.map((span) => (
        <p key={span.rateFrom} className={classes.note}>
          {t("cases.penalty.rateFrom", {
            rate: rateText(span.rate, language === "en" ? "." : ","),
            date: formatIsoDay(span.rateFrom, language),
            source: sourceInWords(span.source, t, language),
          })}
        </p>
      ))}
      {unchecked && <p className={classes.warning}>{t("cases.penalty.unchecked")}</p>}
      {children}
    </>
  );
}

/** Hundredths of a per cent: 1650 is 16.5 %. */
function rateText(rate: number, mark: string): string {
  const text = `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, "0")}`;
  return `${text.replace(/\.?0+$/, "").replace(".", mark)}\u00a0%`;
}
