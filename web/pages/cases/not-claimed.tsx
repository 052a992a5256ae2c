import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NotClaimed } from "../../../contract/claims.ts";
import classes from "./cases.module.css";

export interface LeftOut {
  readonly report: string;
  readonly transferId: string;
  readonly reason: NotClaimed;
  readonly claim: string | null;
}

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
          <li key={`${one.report} ${one.transferId} ${one.claim ?? ""}`}>
            <span className="dg-tabular">{one.transferId}</span> ({t("cases.claim.report")}{" "}
            {one.report}):{" "}
            {t(`cases.claims.notClaimedReason.${one.reason}`, { claim: one.claim ?? "" })}
          </li>
        ))}
      </ul>
    </section>
  );
}
