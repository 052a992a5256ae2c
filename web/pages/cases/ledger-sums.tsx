import { useTranslation } from "react-i18next";
import type { ClaimLedger } from "../../../contract/ledger.ts";
import { Money } from "../../ui/money.tsx";
import classes from "./claim-ledger.module.css";

/** The sums of a claim's ledger: lost, come back, still owed, and what a court did not give. */
export function LedgerSums({ ledger }: { ledger: ClaimLedger }) {
  const { t } = useTranslation();
  const { awarded, currency, loss, outstanding, penalty, recovered } = ledger;
  const refused = awarded?.refused ?? "0";
  const sums: readonly (readonly [label: string, amount: string])[] = [
    [t("ledger.loss"), loss],
    [t("ledger.recovered"), recovered],
    [t("ledger.outstanding"), outstanding],
    ...(refused === "0" ? [] : [[t("ledger.refused"), refused] as const]),
    ...(penalty.due === "0"
      ? []
      : [[t("ledger.penaltyOutstanding"), penalty.outstanding] as const]),
  ];
  return (
    <div className={classes.sums}>
      {sums.map(([label, amount]) => (
        <div key={label} className={classes.sum}>
          <span className={classes.label}>{label}</span>
          <span className={classes.value}>
            <Money amount={amount} currency={currency} exact />
          </span>
        </div>
      ))}
    </div>
  );
}
