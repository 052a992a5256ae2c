import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { type LeftOut, unconfirmedApart } from "../../../contract/not-claimed.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money, Sums } from "../../ui/money.tsx";
import classes from "./cases.module.css";

/** Reported transfers that no claim was opened for: nothing is left out without a word. */
export function NotClaimedList({
  left,
  onClose,
}: {
  left: readonly LeftOut[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unconfirmed, others } = unconfirmedApart(left);
  return (
    <section className={classes.notClaimed} aria-label={t("cases.claims.notClaimed")}>
      <div className={classes.notClaimedHead}>
        <h3 className={classes.cardTitle}>{t("cases.claims.notClaimed")}</h3>
        <Button variant="subtle" onClick={onClose}>
          {t("cases.signed.close")}
        </Button>
      </div>
      <ul className={classes.notClaimedList}>
        {unconfirmed.map(({ report, count, sums }) => (
          <li key={`unconfirmed ${report}`}>
            <Sums sums={sums} /> (
            {t("cases.claims.ofReport", { count, formatted: formatNumber(count, language) })}{" "}
            {report}): {t("cases.claims.notClaimedReason.not-confirmed")}.{" "}
            <Link to={`/reports/${encodeURIComponent(report)}`}>{t("cases.claims.confirm")}</Link>
          </li>
        ))}
        {others.map((one) => (
          <li key={`${one.report} ${one.transferId ?? one.described?.key} ${one.claim ?? ""}`}>
            {one.described === null ? (
              <span className="dg-tabular">{one.transferId}</span>
            ) : (
              <Money amount={one.described.amount} currency={one.described.currency} />
            )}{" "}
            ({t("cases.claim.report")} {one.report}):{" "}
            {t(`cases.claims.notClaimedReason.${one.reason}`, { claim: one.claim ?? "" })}
          </li>
        ))}
      </ul>
    </section>
  );
}
