import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LeftOut } from "../../../contract/not-claimed.ts";
import { Money } from "../../ui/money.tsx";
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
  return (
    <section className={classes.notClaimed} aria-label={t("cases.claims.notClaimed")}>
      <div className={classes.notClaimedHead}>
        <h3 className={classes.cardTitle}>{t("cases.claims.notClaimed")}</h3>
        <Button variant="subtle" onClick={onClose}>
          {t("cases.signed.close")}
        </Button>
      </div>
      <ul className={classes.notClaimedList}>
        {left.map((one) => (
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
