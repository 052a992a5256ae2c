import type { Claim } from "../../contract/claims.ts";
import { isoDay } from "../../contract/format/dates.ts";
import { unconfirmedApart } from "../../contract/not-claimed.ts";
import type { OpenedClaims } from "../claims/record.ts";
import { formatDecimal } from "../money/money.ts";
import { formatInstant } from "../time/instant.ts";

/** A claim on the command line: as a document, and as one line. */

const decimal = (amount: string, currency: string) => formatDecimal(BigInt(amount), currency);

const dated = <One extends { readonly at: number }>(one: One) => ({
  ...one,
  at: formatInstant(one.at),
});

export function claimDocument(claim: Claim) {
  return {
    id: claim.id,
    status: claim.status,
    method: claim.method,
    victim: claim.victim,
    defendant: claim.defendant,
    joint: claim.joint && { ...claim.joint, at: formatInstant(claim.joint.at) },
    amount: decimal(claim.amount, claim.currency),
    currency: claim.currency,
    reports: claim.reports,
    approval: claim.approval && { ...claim.approval, at: formatInstant(claim.approval.at) },
    steps: claim.moves.map(({ asks: _asks, corrections, ...move }) => ({
      ...dated(move),
      corrections: corrections.map(dated),
    })),
    undone: claim.undone.map(({ undone, ...move }) => ({ ...dated(move), undone: dated(undone) })),
    lines: claim.lines.map((line) => ({
      transferId: line.transferId,
      bookedAt: formatInstant(line.bookedAt),
      from: line.from,
      to: line.to,
      amount: decimal(line.amount, line.currency),
      sourceId: line.sourceId,
      sourceName: line.sourceName,
      row: line.row,
      present: line.present,
    })),
  };
}

export function claimLine(claim: Claim): string {
  const who = (party: Claim["victim"]) => party.name ?? party.iin ?? party.accounts[0] ?? "unknown";
  const defendants = [claim.defendant, ...(claim.joint?.others ?? [])].map(who).join(" + ");
  const money = `${decimal(claim.amount, claim.currency)} ${claim.currency}`;
  return `${claim.id.padEnd(9)} ${claim.status.padEnd(11)} ${money.padStart(18)}  ${who(claim.victim)} -> ${defendants}  (${claim.lines.length} transfers)`;
}

/** Reported transfers in no claim, with the reason; what only the victim tells of by report. */
export function leftOutLines(left: OpenedClaims["leftOut"]): string[] {
  const { unconfirmed, others } = unconfirmedApart(left);
  return [
    ...unconfirmed.map(({ report, count, sums }) => {
      const money = sums.map(({ amount, currency }) => `${decimal(amount, currency)} ${currency}`);
      return (
        `not claimed: ${count} transfers of report ${report} (${money.join(", ")}) are known only ` +
        `from the victim's words. Confirm them on its page: /reports/${encodeURIComponent(report)}`
      );
    }),
    ...others.map(({ transferId, report, reason, paid }) => {
      const told =
        paid == null
          ? `transfer ${transferId}`
          : `${decimal(paid.amount, paid.currency)} ${paid.currency} of ${isoDay(paid.at)} paid by ` +
            `${paid.name ?? paid.account} (transfer ${transferId})`;
      return `not claimed: ${told} of report ${report}: ${reason}`;
    }),
  ];
}
