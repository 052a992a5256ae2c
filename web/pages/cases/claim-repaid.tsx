import { useTranslation } from "react-i18next";
import type { ClaimToday } from "../../../contract/claims.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import changes from "./claim-change.module.css";

/** What the holder paid back to the victim since the claim left the office. */
export function ClaimRepaid({ today }: { today: ClaimToday }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (today.repaid.length === 0) return null;
  return (
    <section className={changes.change} aria-label={t("cases.claim.repaid")}>
      <h3 className={changes.changeTitle}>{t("cases.claim.repaid")}</h3>
      <table className={changes.changeLines}>
        <tbody>
          {today.repaid.map((one) => (
            <tr key={one.transferId}>
              <td>{formatDateTime(one.bookedAt, language)}</td>
              <td>
                <Money amount={one.amount} currency={today.currency} exact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
