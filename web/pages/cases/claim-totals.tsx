import { IconCircleCheck } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { isStanding } from "../../../contract/claim-steps.ts";
import type { Claim, ClaimMethod } from "../../../contract/claims.ts";
import { sumAmounts } from "../../../contract/format/money.ts";
import { Money } from "../../ui/money.tsx";
import classes from "./cases.module.css";

/** True where the claim's sum is exactly the sum of its transfers. */
function addsUp(claim: Claim): boolean {
  return sumAmounts(claim.lines.map((line) => line.amount)) === BigInt(claim.amount);
}

/** The claims that stand, apart by the rule and the currency their sums are in. */
export interface ClaimGroups {
  readonly standing: readonly Claim[];
  /** The rule of those that are traced; null where all are direct. */
  readonly rule: ClaimMethod | null;
  readonly groups: readonly (readonly Claim[])[];
}

export function groupsOf(claims: readonly Claim[]): ClaimGroups {
  const standing = claims.filter((claim) => isStanding(claim.status));
  const key = (claim: Claim) => `${claim.method} ${claim.currency}`;
  return {
    standing,
    rule: standing.find((claim) => claim.method !== "direct")?.method ?? null,
    groups: [...new Set(standing.map(key))]
      .sort()
      .map((group) => standing.filter((claim) => key(claim) === group)),
  };
}

/** Below the claims: how many stand, whether each adds up, and the sum of each group. */
export function ClaimTotals({
  claims,
  totals: { standing, rule, groups },
}: {
  claims: readonly Claim[];
  totals: ClaimGroups;
}) {
  const { t } = useTranslation();
  return (
    <>
      <span>
        {t("cases.claims.total", { count: standing.length })}{" "}
        {claims.every(addsUp) && (
          <span className={classes.proof}>
            <IconCircleCheck size={14} aria-hidden />
            {t("cases.claims.adds")}
          </span>
        )}
      </span>
      <span className={classes.totals}>
        {groups.map((own) => {
          const [first] = own;
          if (!first) return null;
          const total = sumAmounts(own.map((claim) => claim.amount)).toString();
          return (
            <Fragment key={`${first.method} ${first.currency}`}>
              {rule !== null && (
                <span className={classes.totalWord}>
                  {first.method === "direct"
                    ? t("cases.claims.totalDirect")
                    : t("cases.claims.totalTraced", {
                        rule: t(`rules.${first.method}`),
                      })}
                </span>
              )}
              <span className={classes.sum}>
                <Money amount={total} currency={first.currency} />
              </span>
            </Fragment>
          );
        })}
      </span>
    </>
  );
}
