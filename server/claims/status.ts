import type { ClaimStatus } from "../../contract/claims.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { UserError } from "../errors/user-error.ts";

export interface NextStatus {
  readonly status: ClaimStatus;
  /** Steps back and ends without money are explained in writing. */
  readonly reason: boolean;
}

const on = (status: ClaimStatus): NextStatus => ({ status, reason: false });
const because = (status: ClaimStatus): NextStatus => ({ status, reason: true });

/**
 * The legal order of a claim's life (docs/claims.md): prepared, demanded, filed, heard, decided,
 * enforced. The debtor may pay at any time once asked; the claimant may withdraw until the
 * judgment; a court returns a claim as incomplete (CPC 152) or refuses it; an appeal reopens a
 * refusal. A withdrawn claim is over: its transfers are free for a new one.
 */
const MOVES: Readonly<Record<ClaimStatus, readonly NextStatus[]>> = {
  draft: [on("ready"), because("withdrawn")],
  ready: [on("demand"), on("filed"), because("draft"), because("withdrawn")],
  demand: [on("filed"), on("recovered"), because("ready"), because("withdrawn")],
  filed: [
    on("court"),
    on("recovered"),
    because("ready"),
    because("withdrawn"),
    because("rejected"),
  ],
  court: [
    on("judgment"),
    on("recovered"),
    because("filed"),
    because("withdrawn"),
    because("rejected"),
  ],
  judgment: [on("enforcement"), on("recovered"), because("court"), because("rejected")],
  enforcement: [on("recovered"), because("judgment")],
  recovered: [because("enforcement")],
  rejected: [because("court")],
  withdrawn: [],
};

export function movesFrom(status: ClaimStatus): readonly NextStatus[] {
  return MOVES[status];
}

/**
 * Checks one move; what the law's order does not allow, or an end without a reason, is a UserError.
 */
export function checkMove(from: ClaimStatus, to: ClaimStatus, reason: string | null): void {
  const allowed = MOVES[from].find((next) => next.status === to);
  if (!allowed) {
    const choices = MOVES[from].map((next) => next.status).join(", ");
    throw new UserError({
      code: "claim-move",
      status: 409,
      message: `A claim in status "${from}" cannot become "${to}".`,
      remedy:
        choices === ""
          ? "A withdrawn claim is over; open claims again for a new one."
          : `It can become: ${choices}.`,
      params: { from, to },
    });
  }
  if (allowed.reason && !saysSomething(reason ?? "")) {
    throw new UserError({
      code: "claim-move-needs-reason",
      message: `Moving a claim from "${from}" to "${to}" needs a reason.`,
      remedy: "Write in a sentence why.",
      params: { from, to },
    });
  }
}

/** Whoever owes nothing, or has paid everything back, is not sued. `asked` in minor units. */
export function refuseEmpty(claim: string, asked: bigint): void {
  if (asked > 0n) return;
  throw new UserError({
    code: "claim-empty",
    status: 409,
    message: `Nothing is left to claim in ${claim}: its transfers are gone or everything was paid back.`,
    remedy: "Withdraw the claim.",
    params: { claim },
  });
}
