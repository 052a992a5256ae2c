import type { MeasureFields } from "../../contract/measures.ts";
import { least } from "../money/money.ts";
import { dayNumber } from "../time/day.ts";
import { roomOn } from "./blocked-losses.ts";
import type { Standing } from "./blocked-money.ts";
import { namesOneOf, type Person } from "./fitting-persons.ts";
import type { MeasureFault } from "./rules.ts";

/**
 * The stolen money that a block is of, where it names neither transfer nor claim, but its account
 * and a person or a crime report. One loss that fits is the block's; of several a person names one
 * (docs/measures.md, "Joined by account and person").
 */

/** Money that is stolen and came to an account; one for each report or claim that calls it so. */
export interface FittingLoss {
  readonly transfer: string;
  /** Where the money came to, at once or further on. */
  readonly account: string;
  /** The account that paid. */
  readonly from: string;
  readonly currency: string;
  /** UTC milliseconds, and the day: days since 1970-01-01. */
  readonly at: number;
  readonly day: number;
  readonly reports: readonly string[];
  /** The claim that asks for it, where it is known from a claim. */
  readonly claim: string | null;
  /** The victim, and who paid for the victim. */
  readonly victims: readonly Person[];
  readonly holders: readonly Person[];
}

type Named = Pick<
  MeasureFields,
  "kind" | "account" | "transfer" | "claim" | "persons" | "reports" | "currency" | "day"
>;

export type JoinedBlock =
  /** `isSure`: victim or report say whose money it is, so the block is held to that loss. */
  | { readonly fields: MeasureFields; readonly isSure: boolean }
  | { readonly several: readonly string[] };

/** A block that says where the money is and whose, but not by which transfer it was stolen. */
export function isLooseBlock({ kind, account, transfer, claim, persons, reports }: Named): boolean {
  const isNamed = persons.length > 0 || reports.length > 0;
  return kind === "block" && account !== null && transfer === null && claim === null && isNamed;
}

/** The block with the loss that it fits; unchanged where it fits none. */
export function joinedBlock(
  fields: MeasureFields,
  losses: readonly FittingLoss[],
  standing: Standing,
): JoinedBlock {
  const fitting = isLooseBlock(fields) ? lossesThatFit(fields, losses) : [];
  if (fitting.length === 0) return { fields, isSure: false };
  const isSure =
    fields.reports.length > 0 ||
    fitting.some(({ victims }) => fields.persons.some((one) => namesOneOf([one], victims)));
  const open = fitting.filter((one) => roomOf(one.transfer, fields.day, standing) > 0n);
  const left = open.length > 0 ? open : fitting;
  const transfers = [...new Set(left.map((one) => one.transfer))];
  const [first = "", ...others] = transfers;
  if (others.length === 0) {
    const claim = left.some((one) => one.claim === null) ? null : onlyClaim(left, transfers);
    return { fields: { ...fields, transfer: first, claim }, isSure };
  }
  const claim = onlyClaim(left, transfers);
  if (claim !== null) return { fields: { ...fields, claim }, isSure };
  return isSure ? { several: transfers } : { fields, isSure };
}

/** Losses that came to the account of a block by its day, of its reports and persons. */
function lossesThatFit(fields: Named, losses: readonly FittingLoss[]): readonly FittingLoss[] {
  const { account, currency, persons, reports } = fields;
  const day = dayNumber(fields.day) ?? 0;
  const here = losses.filter(
    (one) => one.account === account && one.currency === currency && one.day <= day,
  );
  const ofPersons = (all: readonly FittingLoss[]) =>
    persons.length === 0
      ? []
      : all.filter((one) => namesOneOf(persons, [...one.victims, ...one.holders]));
  if (reports.length === 0) return ofPersons(here);
  const ofReports = here.filter((one) => one.reports.some((id) => reports.includes(id)));
  const narrowed = ofPersons(ofReports);
  return narrowed.length > 0 ? narrowed : ofReports;
}

/** The one claim that asks for all of these transfers; null = none or several. */
function onlyClaim(losses: readonly FittingLoss[], transfers: readonly string[]): string | null {
  const all = [...new Set(losses.flatMap(({ claim }) => claim ?? []))].filter((claim) =>
    transfers.every((id) => losses.some((one) => one.transfer === id && one.claim === claim)),
  );
  const [claim, ...others] = all;
  return claim !== undefined && others.length === 0 ? claim : null;
}

/** The sum that may still be blocked of a stolen transfer on a day. */
export function roomOf(id: string, day: string, { transfers, losses }: Standing): bigint {
  const transfer = transfers.get(id);
  if (transfer === undefined || transfer.amount === null) return 0n;
  const own = transfer.amount - transfer.blocked;
  const behind = losses?.ofTransfer.get(id) ?? [];
  if (losses === null || behind.length === 0) return own;
  const { room } = roomOn(dayNumber(day) ?? 0, behind, losses);
  return least(room, own);
}

/** Several stolen transfers fit a block: a person names one of them. */
export function severalFit(transfers: readonly string[]): MeasureFault {
  const all = transfers.join(", ");
  return {
    field: "transfer",
    code: "measure-name-transfer",
    message: `Several stolen transfers fit this block: ${all}.`,
    remedy: "Name the transfer whose money was blocked; money of several is an entry each.",
    params: { transfers: all },
  };
}
