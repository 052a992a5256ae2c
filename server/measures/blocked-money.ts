import { type ClaimStatus, takesPayments } from "../../contract/claim-steps.ts";
import type { MeasureFields } from "../../contract/measures.ts";
import { lossesOf } from "../claims/loss-blocks.ts";
import { paymentRefusal } from "../claims/takes-payment.ts";
import { formatDecimal } from "../money/money.ts";
import { dayNumber, dayText } from "../time/day.ts";
import { type LossStanding, lossFault } from "./blocked-losses.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * Of each stolen transfer: returned <= blocked <= stolen. The register is held to it when an entry
 * is written, corrected or struck out. Amounts in minor units.
 */

export interface StolenTransfer {
  /** When it was booked: days since 1970-01-01. */
  readonly day: number;
  /**
   * What was stolen of it, as a person decided or as the claims ask; null = no report and no claim
   * calls it stolen.
   */
  readonly amount: bigint | null;
  /** A crime report calls it stolen. */
  readonly reported: boolean;
  /** Claims that ask for money it carried. */
  readonly claims: readonly string[];
  readonly currency: string;
  /** The claim against its first holder. */
  readonly claim: string | null;
  /** Blocks that name it, in the order they were written down. */
  readonly blocks: string[];
  /** YYYY-MM-DD of the first block, and of the first return that names no block. */
  readonly firstBlock: string | null;
  readonly firstReturn: string | null;
  blocked: bigint;
  returned: bigint;
}

export interface Block {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly transfer: string | null;
  readonly case: string | null;
  readonly claim: string | null;
  readonly account: string | null;
  readonly bank: string | null;
  /** YYYY-MM-DD of the first return that names the block. */
  readonly firstReturn: string | null;
  returned: bigint;
}

export interface StandingClaim {
  readonly case: string;
  readonly currency: string;
  readonly status: ClaimStatus;
  /** Its case is closed. */
  readonly closed: boolean;
  /** Minor units. */
  readonly asked: bigint;
  /** The transfers it is about. */
  readonly losses: readonly string[];
  /** By blocks that name the claim, or only a transfer that it asks for. */
  blocked: bigint;
}

/** What measures refer to, as the data and the register are now. */
export interface Standing {
  readonly cases: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, StandingClaim>;
  readonly transfers: ReadonlyMap<string, StolenTransfer>;
  readonly blocks: Map<string, Block>;
  /** The losses that blocks are about; null where none of the entries is a block of money. */
  readonly losses: LossStanding | null;
}

/**
 * A return takes over from its block what it does not say itself; a claim names its case. The claim
 * of a block is taken over where it takes payments: otherwise the transfer says whose money it is.
 * A return that names only the stolen transfer is of the only block of that transfer.
 */
export function completed(fields: MeasureFields, standing: Standing): MeasureFields {
  const { blocks, claims } = standing;
  const named = fields.block ?? onlyBlock(fields, standing);
  const block = named === null ? undefined : blocks.get(named);
  const ofBlock = claims.get(block?.claim ?? "");
  const taken = ofBlock && takesPayments(ofBlock.status) ? (block?.claim ?? null) : null;
  const claim = fields.claim ?? taken;
  const ofClaim = claim === null ? null : (claims.get(claim)?.case ?? null);
  return {
    ...fields,
    block: named,
    claim,
    case: fields.case ?? ofClaim ?? block?.case ?? null,
    transfer: fields.transfer ?? block?.transfer ?? null,
    account: fields.account ?? block?.account ?? null,
    bank: fields.bank ?? block?.bank ?? null,
  };
}

function onlyBlock({ kind, transfer }: MeasureFields, { transfers }: Standing): string | null {
  const [first, ...others] = transfers.get(transfer ?? "")?.blocks ?? [];
  return kind === "return" && first !== undefined && others.length === 0 ? first : null;
}

/** Why the register cannot take the measure as the data are now; null = it can. */
export function standingFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  return (
    unknownFault(fields, standing) ??
    claimFault(fields, standing) ??
    orderFault(fields, standing) ??
    ownerFault(fields, standing) ??
    moneyFault(fields, standing)
  );
}

/** Counts a measure that was accepted under its number, for the entries written after it. */
export function count(fields: MeasureFields, standing: Standing, id: string): void {
  const amount = BigInt(fields.amount ?? 0);
  const transfer = standing.transfers.get(fields.transfer ?? "");
  if (fields.kind === "block") {
    const claim = claimOf(fields, standing);
    if (claim) claim.blocked += amount;
    if (transfer) transfer.blocked += amount;
    transfer?.blocks.push(id);
    const losses = lossesOf(standing.losses, fields);
    if (losses.length > 0) standing.losses?.blocks.push({ id, amount, losses });
    standing.blocks.set(id, { ...fields, amount, firstReturn: null, returned: 0n });
  }
  if (fields.kind !== "return") return;
  if (transfer) transfer.returned += amount;
  const block = standing.blocks.get(fields.block ?? "");
  if (block) block.returned += amount;
}

/** The claim that is named, else the one that asks for the transfer. */
function claimOf(fields: MeasureFields, { claims, transfers }: Standing) {
  return claims.get(fields.claim ?? transfers.get(fields.transfer ?? "")?.claim ?? "");
}

/**
 * The claim that a return belongs to in the ledger: the one named, else the one that asks for the
 * transfer, else the only one that asks for money it carried.
 */
function payeeOf(
  fields: MeasureFields,
  { claims, transfers }: Standing,
): (StandingClaim & { readonly id: string }) | null {
  const transfer = transfers.get(fields.transfer ?? "");
  const only = transfer?.claims.length === 1 ? transfer.claims[0] : undefined;
  const id = fields.claim ?? transfer?.claim ?? only ?? "";
  const claim = claims.get(id);
  return claim === undefined ? null : { ...claim, id };
}

function unknownFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  const missing = (field: "case" | "claim" | "transfer" | "block", id: string): MeasureFault => ({
    field,
    code: `measure-no-${field}`,
    message: `There is no ${field} ${id}.`,
    remedy: "Look the number up again, or leave it out.",
    params: { id },
  });
  const { case: caseId, claim, transfer, block } = fields;
  if (caseId !== null && !standing.cases.has(caseId)) return missing("case", caseId);
  const known = claim === null ? null : standing.claims.get(claim);
  if (claim !== null && known === undefined) return missing("claim", claim);
  if (transfer !== null && !standing.transfers.has(transfer)) return missing("transfer", transfer);
  if (block !== null && !standing.blocks.has(block)) return missing("block", block);
  if (known == null || known.case === caseId) return null;
  return {
    field: "claim",
    code: "measure-other-case",
    message: `Claim ${claim} belongs to case ${known.case}, not to ${caseId}.`,
    remedy: "Name the case of the claim, or leave the case out.",
  };
}

/** Money is stolen, blocked and returned in this order, and of the claim's own loss. */
function orderFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  const { kind, day, claim, transfer: id } = fields;
  if (kind !== "block" && kind !== "return") return null;
  const transfer = standing.transfers.get(id ?? "");
  const block = kind === "return" ? standing.blocks.get(fields.block ?? "") : undefined;
  // The fields that a return has from its block were looked at with the block.
  const losses = claim === block?.claim ? undefined : standing.claims.get(claim ?? "")?.losses;
  if (id !== null && losses && !losses.includes(id)) {
    return {
      field: "claim",
      code: "measure-other-loss",
      message: `Claim ${claim} is not about transfer ${id}.`,
      remedy: "Name the claim of that transfer, or leave the claim out.",
      params: { claim: claim ?? "", id },
    };
  }
  if (kind === "return" && claim !== null && id === null && fields.block === null) {
    return {
      field: "block",
      code: "measure-return-needs-block",
      message: "Money returned on a claim needs its block or its stolen transfer.",
      remedy: "Write down the block first and name it, or leave the claim out.",
    };
  }
  const payee = kind === "return" ? payeeOf(fields, standing) : null;
  // Money of a loss whose claim is a draft or was refused came back all the same: no claim is
  // named.
  const isHeld = payee !== null && (claim !== null || payee.status === "closed");
  const refusal = isHeld ? paymentRefusal(payee.id, payee.status) : null;
  if (refusal !== null) return { field: "claim", ...refusal };
  const blocks = transfer?.blocks ?? [];
  if (kind === "return" && fields.block === null && blocks.length > 1) {
    const all = blocks.join(", ");
    return {
      field: "block",
      code: "measure-name-block",
      message: `Transfer ${id} has several blocks: ${all}.`,
      remedy: "Name the block that the money came from.",
      params: { id: id ?? "", blocks: all },
    };
  }
  if (transfer !== undefined && (dayNumber(day) ?? 0) < transfer.day) {
    const stolen = dayText(transfer.day);
    return {
      field: "day",
      code: "measure-before-loss",
      message: `${day} lies before ${stolen}, when the money was stolen.`,
      remedy: "Compare the day with the paper.",
      params: { day, stolen },
    };
  }
  if (block === undefined || day >= block.day) return null;
  return {
    field: "day",
    code: "measure-before-block",
    message: `${day} lies before ${block.day}, when the money was blocked.`,
    remedy: "Compare the days with the papers.",
    params: { day, blocked: block.day },
  };
}

/** A closed case takes no money in, and a withdrawn claim asks for nothing. */
function claimFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  const { kind, claim: named } = fields;
  if (kind !== "block" && kind !== "return") return null;
  const claim = kind === "block" ? claimOf(fields, standing) : payeeOf(fields, standing);
  if (kind === "block" && claim?.status === "withdrawn") {
    return {
      field: "claim",
      code: "measure-claim-withdrawn",
      message: `Claim ${named} is withdrawn.`,
      remedy: "Name the claim that stands for this loss.",
      params: { claim: named ?? "" },
    };
  }
  return kind === "return" && claim !== null && claim !== undefined ? caseFault(claim) : null;
}

/**
 * Why a return cannot be struck out: it came back on a claim that is closed, or in a closed case.
 */
export function closedFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  const payee = fields.kind === "return" ? payeeOf(fields, standing) : null;
  if (payee === null) return null;
  const refusal = payee.status === "closed" ? paymentRefusal(payee.id, payee.status) : null;
  return caseFault(payee) ?? (refusal === null ? null : { field: "claim", ...refusal });
}

function caseFault(claim: StandingClaim): MeasureFault | null {
  if (!claim.closed) return null;
  return {
    field: "case",
    code: "measure-case-closed",
    message: `Case ${claim.case} is closed.`,
    remedy: "Reopen it first.",
    params: { id: claim.case },
  };
}

/** Returned money belongs to the transfer's victim, or to the one claim that asks for it. */
function ownerFault(fields: MeasureFields, { transfers }: Standing): MeasureFault | null {
  const { kind, claim, transfer: id } = fields;
  const transfer = transfers.get(id ?? "");
  if (kind !== "return" || claim !== null || transfer === undefined) return null;
  const { reported, claims } = transfer;
  if (reported || claims.length === 1) return null;
  if (claims.length > 1) {
    const list = claims.join(", ");
    return {
      field: "claim",
      code: "measure-return-needs-claim",
      message: `Transfer ${id} carried money of several claims: ${list}.`,
      remedy: "Name the claim whose money was returned.",
      params: { id: id ?? "", claims: list },
    };
  }
  return {
    field: "transfer",
    code: "measure-return-unclaimed",
    message: `Nobody reported transfer ${id} as stolen, and no claim asks for money it carried.`,
    remedy: "Open the claim for this money first, or name the stolen transfer.",
    params: { id: id ?? "" },
  };
}

function moneyFault(fields: MeasureFields, standing: Standing): MeasureFault | null {
  const { kind, currency } = fields;
  if (kind !== "block" && kind !== "return") return null;
  const amount = BigInt(fields.amount ?? 0);
  const transfer = standing.transfers.get(fields.transfer ?? "");
  const block = standing.blocks.get(fields.block ?? "");
  const claim = standing.claims.get(fields.claim ?? "");
  const expected = transfer?.currency ?? block?.currency ?? claim?.currency ?? currency;
  if (currency !== expected) {
    return {
      field: "currency",
      code: "measure-currency",
      message: `The sum is in ${currency}, the money was in ${expected}.`,
      remedy: "Write the sum down in the currency of the transfer.",
      params: { currency: expected },
    };
  }
  if (kind === "block") return stolenFault(fields, standing, amount);
  if (block !== undefined && block.transfer !== null && fields.transfer !== block.transfer) {
    return {
      field: "transfer",
      code: "measure-other-transfer",
      message: `The block ${fields.block} is about transfer ${block.transfer}.`,
      remedy: "Leave the transfer out: it is taken from the block.",
    };
  }
  const rooms = [
    block === undefined ? amount : block.amount - block.returned,
    transfer === undefined ? amount : transfer.blocked - transfer.returned,
  ];
  const left = rooms.reduce((least, one) => (one < least ? one : least), amount);
  return amount > left
    ? above("measure-above-blocked", "Returned cannot be more than blocked", left, currency)
    : null;
}

/** Of a transfer and of a claim no more is blocked than was stolen. */
function stolenFault(
  fields: MeasureFields,
  standing: Standing,
  amount: bigint,
): MeasureFault | null {
  const { currency, transfer: id } = fields;
  const transfer = standing.transfers.get(id ?? "");
  if (transfer?.amount === null) {
    return {
      field: "transfer",
      code: "measure-not-stolen",
      message: `No report and no claim calls transfer ${id} stolen.`,
      remedy: "Name the transfer by which the victim lost the money, or leave the transfer out.",
      params: { id: id ?? "" },
      status: 409,
    };
  }
  const left = transfer ? transfer.amount - transfer.blocked : amount;
  if (amount > left)
    return above("measure-above-stolen", "Blocked cannot be more than stolen", left, currency);
  const claim = claimOf(fields, standing);
  const asked = claim ? claim.asked - claim.blocked : amount;
  if (amount > asked)
    return above(
      "measure-above-claim",
      "Blocked cannot be more than the claim asks",
      asked,
      currency,
    );
  return lossFault(fields, standing.losses, amount);
}

function above(code: string, what: string, left: bigint, currency: string): MeasureFault {
  const amount = `${formatDecimal(left < 0n ? 0n : left, currency)} ${currency}`;
  return {
    field: "amount",
    code,
    message: `${what}: ${amount} are left of it.`,
    remedy: "Compare the sums with the papers, or correct the earlier entry.",
    params: { amount },
  };
}
