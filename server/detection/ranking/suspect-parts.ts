import type { FindingRole } from "../../../contract/detection.ts";
import { placesOf } from "../indicators/suspect-rows.ts";
import type { Suspects } from "../indicators/suspects.ts";
import { CONSTANTS } from "../parameters.ts";
import type { Part } from "./part.ts";

/**
 * Parts by evidence, where statements were asked for one by one: a part is only said of a named
 * account, whose statement is held. Who reported is a victim; who paid as victims do, and whom no
 * reported or traced money reached, possibly is one.
 */
export function suspectParts(suspects: Suspects): Part[] {
  const { of, named, possibleVictim } = suspects;
  return Array.from({ length: of.accounts }, (_, account): Part => {
    const counts = countsOf(suspects, account);
    const part = { received: counts.payers, paid: counts.payees };
    if (of.victims.has(account)) return { role: "victim", ...part };
    if (named[account] === 1) return { role: partOf(suspects, account, counts), ...part };
    return { role: possibleVictim[account] === 1 ? "victim" : "none", ...part };
  });
}

/** Along stolen money: who paid it, who of them is a suspect, whom it paid. */
interface Counts {
  readonly payers: number;
  readonly payees: number;
  /** Payments in from strangers and from suspects. */
  readonly fromStrangers: number;
  readonly fromSuspects: number;
}

function countsOf({ of, share, sure }: Suspects, account: number): Counts {
  const { rows, incoming, outgoing, isPerson } = of;
  const payers = new Set<number>();
  const payees = new Set<number>();
  let [fromStrangers, fromSuspects] = [0, 0];
  for (const place of placesOf(incoming, account)) {
    if (!share.has(place)) continue;
    const payer = rows.from[place]!;
    payers.add(payer);
    if (sure[payer]! >= CONSTANTS.suspects.victimBelow) fromSuspects += 1;
    else fromStrangers += 1;
  }
  for (const place of placesOf(outgoing, account))
    if (share.has(place) && isPerson(rows.to[place]!)) payees.add(rows.to[place]!);
  return { payers: payers.size, payees: payees.size, fromStrangers, fromSuspects };
}

function partOf({ flows }: Suspects, account: number, counts: Counts): FindingRole {
  const { many, mostlyTimes, cashShare } = CONSTANTS.roles;
  if ((flows.get(account)?.exit ?? 0) >= cashShare) return "cash-out";
  if (counts.fromStrangers > counts.fromSuspects) return "collector";
  if (counts.payees >= many && counts.payees >= mostlyTimes * counts.payers) return "distributor";
  return "transit";
}
