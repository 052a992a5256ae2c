import { useTranslation } from "react-i18next";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";
import { formatDate, formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { rateWritten } from "../../../contract/rates.ts";
import { useDossier } from "../../data/dossier.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import changes from "./claim-change.module.css";
import { ClaimRepaid } from "./claim-repaid.tsx";
import classes from "./dossier.module.css";
import { tellingCourt } from "./telling-court.ts";

/** What became known of a claim since it left the office. */
export function ClaimSince({
  caseId,
  claim,
  today,
}: {
  caseId: string;
  claim: Claim;
  /** The claim beside the data of today; undefined while it is not known. */
  today: ClaimToday | undefined;
}) {
  return (
    <>
      {today?.moneyGone && <MoneyGone today={today} />}
      {today !== undefined && <ClaimRepaid today={today} />}
      <Filing caseId={caseId} claim={claim} />
    </>
  );
}

/** A recovered claim of which something is outstanding all the same. */
function MoneyGone({ today }: { today: ClaimToday }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const amount = formatMoney(today.outstanding, today.currency, language, true);
  return (
    <section className={changes.change} aria-label={t("dossier.moneyGone.title")}>
      <h3 className={changes.changeTitle}>{t("dossier.moneyGone.title")}</h3>
      <p className={classes.note}>{t("dossier.moneyGone.text", { amount })}</p>
    </section>
  );
}

/**
 * The court was asked for a sum, and it stays as it was filed. Where money of an earlier day became
 * known since, the page says so: the court is told.
 */
function Filing({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useDossier(caseId, claim.id);
  const { filedOn, asked, askedByData, filingWorkedOutAt, filedRate, penalty, price } = data ?? {};
  const { penaltyByData, priceByData } = data ?? {};
  if (filedOn == null || asked === undefined || askedByData === undefined) return null;
  const telling = data === undefined ? null : tellingCourt(claim, data);
  const money = (amount: string) => formatMoney(amount, claim.currency, language, true);
  const date = formatIsoDay(filedOn, language);
  const hasMore = penalty != null || filedRate != null;
  if (asked === askedByData && filingWorkedOutAt == null && !hasMore) return null;
  const priced = price == null ? "—" : formatMoney(price, "KZT", language, true);
  return (
    <section className={changes.change} aria-label={t("dossier.filing.title")}>
      <h3 className={changes.changeTitle}>{t("dossier.filing.title")}</h3>
      {penalty != null && (
        <p className={classes.note}>
          {t("dossier.filing.penalty", {
            date,
            asked: money(asked),
            penalty: money(penalty.penalty),
            price: priced,
          })}
        </p>
      )}
      {penalty == null && filedRate != null && (
        <p className={classes.note}>
          {t("dossier.filing.debt", { date, asked: money(asked), price: priced })}
        </p>
      )}
      {filedRate != null && (
        <p className={classes.note}>
          {t("dossier.filing.rate", {
            currency: claim.currency,
            rate: rateWritten(filedRate.rate, language),
            day: formatIsoDay(filedRate.day, language),
            source: filedRate.source,
          })}
        </p>
      )}
      {asked !== askedByData && (
        <p className={classes.note}>
          {t("dossier.filing.changed", { date, asked: money(asked), byData: money(askedByData) })}{" "}
          {penaltyByData != null &&
            `${t("dossier.filing.changedPenalty", { penalty: money(penaltyByData) })} `}
          {priceByData != null &&
            `${t("dossier.filing.changedPrice", { price: formatMoney(priceByData, "KZT", language, true) })} `}
          {telling !== null && t(`dossier.filing.${telling}`)}
        </p>
      )}
      {filingWorkedOutAt != null && (
        <p className={classes.note}>
          {t("dossier.filing.workedOut", { date: formatDate(filingWorkedOutAt, language) })}
        </p>
      )}
    </section>
  );
}
