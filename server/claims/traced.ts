import type { ClaimMethod } from "../../contract/claims.ts";
import type { Trace, TraceMethod } from "../../contract/tracing.ts";
import { type Claimable, claimablesOf } from "../tracing/allocation.ts";
import { type BankTransfer, type FormedClaim, type LeftOut, leftOutOf } from "./form.ts";

/**
 * Second-hop claims out of a finished trace: one victim × one holder × the trace's one rule. Each
 * line is the part of a transfer that by that rule is the victim's money. Only against holders with
 * an account in `accounts`: who else touched the money is for a person to judge first
 * (docs/claims.md). Direct claims need no trace and are left out here.
 */
export function tracedClaims(
  trace: Trace,
  transfers: ReadonlyMap<string, BankTransfer>,
  accounts: ReadonlySet<string>,
): FormedClaim[] {
  const victims = new Map(trace.victims.map((victim) => [victim.victim, victim]));
  return tracedIn(trace, accounts).map((claimable): FormedClaim => {
    const lines = claimable.lines.map((line) => {
      const transfer = transfers.get(line.transferId);
      if (!transfer)
        throw new Error(`transfer ${line.transferId} of the trace is not in the database`);
      return { transfer, amount: line.amount };
    });
    const victim = victims.get(claimable.victim);
    const payee = lines[0]?.transfer.payee ?? null;
    return {
      victim: { key: claimable.victim, name: victim?.name ?? null, iin: iinOf(claimable.victim) },
      victimAccounts: victim?.accounts ?? [],
      defendant: { key: claimable.holder, name: payee?.name ?? null, iin: payee?.iin ?? null },
      currency: claimable.currency,
      reports: victim?.reports ?? [],
      origins: claimable.origins,
      lines,
    };
  });
}

/** Transfers the claims of a trace are made of. */
export function tracedTransferIds(trace: Trace, accounts: ReadonlySet<string>): string[] {
  return [
    ...new Set(
      tracedIn(trace, accounts).flatMap((claimable) =>
        claimable.lines.map((line) => line.transferId),
      ),
    ),
  ];
}

function tracedIn(trace: Trace, accounts: ReadonlySet<string>): Claimable[] {
  return claimablesOf(trace).claimables.filter(
    (claimable) =>
      claimable.basis !== "direct" && claimable.accounts.some((account) => accounts.has(account)),
  );
}

/** The one rule that claims state; null where none needs one. */
export function ruleOf(claims: readonly { readonly method: ClaimMethod }[]): TraceMethod | null {
  for (const { method } of claims) if (method !== "direct") return method;
  return null;
}

/** A holder's key is his IIN or BIN where the banks gave one. */
function iinOf(key: string): string | null {
  return /^\d{12}$/.test(key) ? key : null;
}

/** The amount that claims already ask for of a transfer. */
export interface Standing {
  readonly amount: bigint;
  readonly claim: string;
}

/**
 * All claims together ask for no more of a transfer than it was. A victim who passed another's
 * money on claims his own payment, and two cases may trace by two rules. A line for which the
 * transfer has no room is left out and listed.
 */
export function withinTransfers(
  claims: readonly FormedClaim[],
  before: ReadonlyMap<string, Standing>,
): { claims: FormedClaim[]; leftOut: LeftOut[] } {
  const asked = new Map([...before].map(([transfer, { amount }]) => [transfer, amount]));
  const leftOut: LeftOut[] = [];
  const within = claims.map((claim) => {
    const lines = claim.lines.filter(({ transfer, amount }) => {
      const sum = (asked.get(transfer.id) ?? 0n) + amount;
      if (sum <= transfer.amount) {
        asked.set(transfer.id, sum);
        return true;
      }
      const owner = before.get(transfer.id)?.claim ?? null;
      leftOut.push(leftOutOf(claim.reports[0], transfer, "already-claimed", owner));
      return false;
    });
    return { ...claim, lines };
  });
  return { claims: within, leftOut };
}
