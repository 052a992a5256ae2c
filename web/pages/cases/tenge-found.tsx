import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDateTime, formatIsoDay } from "../../../contract/format/dates.ts";
import type { TengeSeen } from "../../../contract/ledger.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import classes from "./claim-ledger.module.css";

/**
 * Tenge that look like a repayment of a claim in another currency. They count once a person writes
 * them down with a rate; on a draft nothing can be written down yet.
 */
export function TengeFound(props: {
  found: readonly TengeSeen[];
  /** null = the claim takes no payments, or the person may not write them down. */
  onWrite: ((one: TengeSeen) => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { found, onWrite } = props;
  return (
    <>
      <p className={classes.note}>{t("ledger.found")}</p>
      <table className={classes.payments} aria-label={t("ledger.foundTitle")}>
        <thead>
          <tr>
            <th scope="col">{t("ledger.day")}</th>
            <th scope="col">{t("ledger.foundTitle")}</th>
            <th scope="col">{t("ledger.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.id}>
              <td>{formatIsoDay(one.day, language)}</td>
              <td>
                {one.bankRow === null ? (
                  <>
                    {t("ledger.foundReturn")} <Link to={`/measures?open=${one.id}`}>{one.id}</Link>
                  </>
                ) : (
                  t("ledger.foundRow", {
                    at: formatDateTime(one.bankRow.at, language),
                    file: one.bankRow.file ?? "—",
                    row: one.bankRow.row,
                  })
                )}
              </td>
              <td>
                <span className={classes.paid}>
                  <Money amount={one.amount} currency="KZT" exact />
                </span>
                {onWrite !== null && (
                  <button type="button" className={classes.take} onClick={() => onWrite(one)}>
                    {t("ledger.foundWrite")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
