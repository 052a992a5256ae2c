import { z } from "zod";
import type { MeasureFields } from "../../contract/measures.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { bankCodeOf, normaliseAccountNumber } from "../identity/iban.ts";
import { completed, count, type Standing, standingFault } from "./blocked-money.ts";
import { lossesFor } from "./fitting-losses.store.ts";
import { type FittingLoss, joinedBlock, severalFit } from "./fitting-losses.ts";
import { fittingOf, referredTo } from "./joined-returns.store.ts";
import { type Fitting, joinedReturn, severalBlocks } from "./joined-returns.ts";
import { standingWithLosses } from "./losses.store.ts";
import type { MeasureFault } from "./rules.ts";

/** Blocks and returns that say account and person or report are joined to the loss they fit. */

/** The losses and blocks that entries may be joined to, and what they refer to then. */
export interface Joining {
  readonly losses: readonly FittingLoss[];
  readonly fitting: Fitting;
  readonly standing: Standing;
}

/** `except` is an entry that is being corrected. */
export async function joiningOf(
  asking: TransactionQueries,
  measures: readonly MeasureFields[],
  except: string | null = null,
): Promise<Joining> {
  const standing = await standingWithLosses(asking, measures, except);
  const whole = measures.map((one) => completed(one, standing));
  const losses = await lossesFor(asking, whole);
  const fitting = await fittingOf(asking, whole);
  const ofLosses = losses.map(({ transfer, claim }) => ({
    ...{ kind: "block" as const, case: null, block: null, transfer, claim },
  }));
  const more = [...ofLosses, ...referredTo(fitting)];
  if (more.length === 0) return { losses, fitting, standing };
  const all = [...measures, ...more];
  return { losses, fitting, standing: await standingWithLosses(asking, all, except) };
}

export interface Joined {
  readonly fields: MeasureFields;
  /** It was joined to a loss or a block that it does not name. */
  readonly isJoined: boolean;
  /** Victim or report say whose money it is: it is held to that loss. */
  readonly isSure: boolean;
  /** Several fit: a person names one. */
  readonly several: MeasureFault | null;
}

/** The entry as a person wrote it: joined to nothing that it does not name. */
export function apart(wanted: MeasureFields, standing: Standing): Joined {
  const fields = completed(wanted, standing);
  return { fields, isJoined: false, isSure: false, several: null };
}

/**
 * True where an entry stands without a loss rather than be refused: only the holder's name joined
 * it, so that it may be of victims whom nobody knows yet, and it is more than that loss has left.
 */
export function mayStandApart({ isJoined, isSure }: Joined, fault: MeasureFault): boolean {
  return isJoined && !isSure && ABOVE.has(fault.code);
}

/** Of server/measures/paid-already.ts. */
const ABOVE: ReadonlySet<string> = new Set([
  "measure-return-above-loss",
  "measure-return-above-claim",
]);

/** The entry with what it fits; as it was where it fits nothing, or may not be of it. */
export function joinedEntry(wanted: MeasureFields, joining: Joining): Joined {
  const { standing, losses, fitting } = joining;
  const asItWas = apart(wanted, standing);
  const whole = asItWas.fields;
  if (whole.kind === "block") {
    const found = joinedBlock(whole, losses, standing);
    if ("several" in found) return { ...asItWas, several: severalFit(found.several) };
    return taken(found, whole, standing);
  }
  const found = joinedReturn(whole, fitting);
  if ("several" in found) return { ...asItWas, several: severalBlocks(found.several) };
  return taken(found, whole, standing);
}

function taken(
  found: { readonly fields: MeasureFields; readonly isSure: boolean },
  whole: MeasureFields,
  standing: Standing,
): Joined {
  const tried = completed(found.fields, standing);
  const isTaken = found.isSure || standingFault(tried, standing) === null;
  return {
    fields: isTaken ? tried : whole,
    isJoined: isTaken && found.fields !== whole,
    isSure: found.isSure,
    several: null,
  };
}

/**
 * Counts an entry that was accepted: later ones may be of this block, and no longer of its money.
 */
export function countJoined(fields: MeasureFields, joining: Joining, id: string): void {
  count(fields, joining.standing, id);
  const { blocks } = joining.fitting;
  const { kind, account, day, currency, persons, transfer, claim } = fields;
  const amount = BigInt(fields.amount ?? 0);
  if (kind === "block" && account !== null) {
    const own = joining.losses.filter(
      (one) => one.transfer === transfer || (claim !== null && one.claim === claim),
    );
    blocks.push({
      ...{ id, account, day, amount, currency, persons, returned: 0n },
      victims: own.flatMap(({ victims }) => victims),
      reports: [...fields.reports, ...own.flatMap(({ reports }) => reports)],
      bound: transfer !== null || claim !== null,
    });
  }
  const block = kind === "return" ? blocks.find((one) => one.id === fields.block) : undefined;
  if (block !== undefined) block.returned += amount;
}

/** Accounts as the data have them, and their banks where nobody wrote them down. */
export async function withBanks(
  asking: TransactionQueries,
  measures: readonly MeasureFields[],
): Promise<MeasureFields[]> {
  const all = measures.map((one) => {
    const account = one.account === null ? null : normaliseAccountNumber(one.account);
    return { ...one, account, bank: one.bank ?? bankCodeOf(account ?? "") };
  });
  const accounts = [
    ...new Set(all.flatMap(({ account, bank }) => (bank === null ? (account ?? []) : []))),
  ];
  if (accounts.length === 0) return all;
  const row = z.object({ account: z.string(), bank: z.string() });
  const found = await asking.run("measures/banks-of-accounts", { accounts }, row);
  const banks = new Map(found.map(({ account, bank }) => [account, bank]));
  return all.map((one) => ({ ...one, bank: one.bank ?? banks.get(one.account ?? "") ?? null }));
}
