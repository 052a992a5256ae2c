import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { StatementProof } from "../../../contract/loading.ts";
import classes from "./load.module.css";

/** What a printed statement's own balances and totals prove of the rows read from it. */
export function ProofNote({ proof }: { proof: StatementProof }) {
  const { t } = useTranslation();
  const { balances, totals, compared: count } = proof;
  const proved = balances === "proved" || totals === "proved";
  const differs = balances === "differs" || totals === "differs";
  const Icon = differs ? IconAlertTriangle : proved ? IconCircleCheck : IconHelpCircle;
  return (
    <span className={classes.proof} data-tone={differs ? "warn" : proved ? "good" : undefined}>
      <Icon size={14} aria-hidden />
      <span>
        {t(`load.proof.${nameOf(balances, totals)}`, { count })}
        {proof.maybePending && ` · ${t("load.proof.pending")}`}
      </span>
    </span>
  );
}

function nameOf(balances: StatementProof["balances"], totals: StatementProof["totals"]) {
  if (balances === "proved" && totals === "proved") return "both" as const;
  if (balances === "proved") return totals === "differs" ? "balancesOnly" : "balances";
  if (totals === "proved") return balances === "differs" ? "totalsOnly" : "totals";
  return "none";
}
