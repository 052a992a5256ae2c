import { createHash } from "node:crypto";
import type { Trace } from "../../contract/tracing.ts";
import type { FrozenDossier } from "../dossier/frozen-dossier.ts";
import { formatDecimal } from "../money/money.ts";
import { formatInstant } from "../time/instant.ts";
import type { ClaimParty, StoredClaim } from "./claim.ts";
import { isClaimOf } from "./claim-victim.ts";
import type { FigureDifference } from "./figures.ts";
import { traceOfClaim } from "./trace-of-claim.ts";
import { wayOf } from "./unknown-openings.ts";

/**
 * What a person approves, as a text whose bytes are always the same for the same claim. It holds
 * parties, amount, every line with file and row, the decided figures of the victim, the steps of
 * the trace on the way to the defendant, and the dossier for the court. The package holds it as a
 * file, so that its SHA-256 can be checked.
 */
export function frozenClaim(
  claim: StoredClaim,
  figures: readonly FigureDifference[],
  traces: readonly Trace[],
  dossier?: FrozenDossier,
): string {
  const decimal = (amount: bigint) => formatDecimal(amount, claim.currency);
  const party = ({ name, iin, accounts }: ClaimParty) => ({ name, iin, accounts });
  const content = {
    claim: claim.id,
    method: claim.method,
    currency: claim.currency,
    amount: decimal(claim.amount),
    victim: party(claim.victim),
    defendant: party(claim.defendant),
    ...(claim.joint && {
      joint: {
        why: claim.joint.why,
        // Approvals of older versions have no such field.
        ...(claim.joint.whyKk !== null && { why_kk: claim.joint.whyKk }),
        others: claim.joint.others.map(party),
      },
    }),
    reports: [...claim.reports].sort(),
    lines: claim.lines.map((line) => ({
      transfer: line.transferId,
      booked_at: formatInstant(line.bookedAt),
      from: line.from,
      to: line.to,
      transfer_amount: decimal(line.whole),
      claimed: decimal(line.amount),
      source_sha256: line.sourceId,
      source_row: line.row,
      // Said of today only: nobody approves a claim whose transfer is gone.
      ...(line.present ? {} : { in_data: false }),
    })),
    figures: figures
      .filter((one) => one.claim === claim.id)
      .map(({ report, transferId, stated, transfer, decision }) => ({
        report,
        transfer: transferId,
        stated: `${formatDecimal(stated.amount, stated.currency)} ${stated.currency}`,
        transfer_amount: decimal(transfer.amount),
        claims: decision?.claim ?? "undecided",
        reason: decision?.reason ?? "",
      })),
    trace: stepsTo(claim, traces),
    ...(dossier && { dossier }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Of a traced claim: where the victim's money went on its way to the defendant. */
function stepsTo(claim: StoredClaim, traces: readonly Trace[]) {
  if (claim.method === "direct") return [];
  const trace = traceOfClaim(traces, claim);
  if (!trace) return [];
  const keys = new Set(
    trace.victims.filter((victim) => isClaimOf(claim, victim)).map(({ victim }) => victim),
  );
  const way = wayOf(trace, claim);
  const ends = new Set(claim.lines.map((line) => line.transferId));
  return trace.steps.flatMap((step) => {
    if (!way.has(step.to) && !ends.has(step.transferId)) return [];
    const part = step.byVictim
      .filter((one) => keys.has(one.victim))
      .reduce((sum, one) => sum + BigInt(one.amount), 0n);
    return part === 0n
      ? []
      : [
          {
            transfer: step.transferId,
            from: step.from,
            to: step.to,
            transfer_amount: formatDecimal(BigInt(step.whole), claim.currency),
            part: formatDecimal(part, claim.currency),
          },
        ];
  });
}
