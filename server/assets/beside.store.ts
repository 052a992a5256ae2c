import type { DefendantAssets, DefendantBeside } from "../../contract/assets.ts";
import { isStanding } from "../../contract/claim-steps.ts";
import { type CurrencySum, sumByCurrency } from "../../contract/sums.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { StoredClaim } from "../claims/claim.ts";
import { claimsOfCase } from "../claims/claims.store.ts";
import { ledgerNow } from "../claims/ledger.store.ts";
import { assetsOfCase } from "./assets.store.ts";

/**
 * All defendants of a case side by side, for the choice whom to sue first: what is outstanding of
 * each, and where money for it may be. Unknown case: UserError "not-found".
 */
export async function defendantsBeside(
  queries: Queries,
  caseId: string,
): Promise<{ defendants: DefendantBeside[]; leftOut: boolean }> {
  const { defendants, leftOut } = await assetsOfCase(queries, caseId);
  const claims = (await claimsOfCase(queries, caseId)).filter(({ status }) => isStanding(status));
  const { balances } = await ledgerNow(
    { run: queries.read },
    {
      victims: claims.map((claim) => claim.victim.key),
      accounts: claims.flatMap((claim) => claim.victim.accounts),
    },
  );
  const owedOf = (claim: StoredClaim) => balances.get(claim.id)?.outstanding ?? 0n;
  const found = defendants.map((one) => beside(one, claims, owedOf));
  return { defendants: found.sort(mostHeldFirst), leftOut };
}

function beside(
  one: DefendantAssets,
  claims: readonly StoredClaim[],
  owedOf: (claim: StoredClaim) => bigint,
): DefendantBeside {
  const own = claims.filter((claim) => one.claims.includes(claim.id));
  const balances = one.accounts.flatMap(({ balance }) => balance ?? []);
  return {
    ...one,
    claims: own.map((claim) => ({
      id: claim.id,
      status: claim.status,
      currency: claim.currency,
      outstanding: owedOf(claim).toString(),
      joint: claim.joint !== null,
    })),
    outstanding: sumByCurrency(
      own.map((claim) => ({ currency: claim.currency, amount: owedOf(claim) })),
    ),
    held: sumByCurrency(balances),
  };
}

/** Tenge on the accounts first, then regular income, then what is owed. */
function mostHeldFirst(one: DefendantBeside, other: DefendantBeside): number {
  return (
    byTenge(one.held, other.held) ||
    Number(other.incomes.length > 0) - Number(one.incomes.length > 0) ||
    byTenge(one.outstanding, other.outstanding) ||
    (one.key < other.key ? -1 : 1)
  );
}

function byTenge(one: readonly CurrencySum[], other: readonly CurrencySum[]): number {
  const tenge = (sums: readonly CurrencySum[]) =>
    BigInt(sums.find(({ currency }) => currency === "KZT")?.amount ?? 0);
  const [left, right] = [tenge(one), tenge(other)];
  return left === right ? 0 : left > right ? -1 : 1;
}
