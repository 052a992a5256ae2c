import { z } from "zod";
import { claimStatus, type StepFacts, stepFacts } from "../../contract/claim-steps.ts";
import { claimMethod, figureChoice } from "../../contract/claims.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import { HOME_ZONE } from "../time/instant.ts";
import { statedFigure } from "../tracing/stated-figure.ts";
import type { ClaimMove } from "./claim.ts";
import { claimedOf } from "./figures.ts";
import type { BankTransfer, ReportedTransfer } from "./form.ts";

/** Rows that the queries of graph-queries/claims return. */
export const knownHolder = z
  .object({ key: z.string(), name: text, iin: text, bin: text })
  .nullable()
  .transform((one) =>
    one === null ? null : { key: one.key, name: one.name, iin: one.iin ?? one.bin },
  );

/** The victim of a report that names a transfer. */
export const namingVictim = z.object({ key: text, iin: text, account: text });

const bankTransferRow = z.object({
  transferId: z.string(),
  loaded: z.boolean(),
  from: text,
  payer: knownHolder,
  to: text,
  payee: knownHolder,
  exit: z.boolean(),
  amount: minorUnits.nullable(),
  currency: text,
  bookedAt: count.nullable(),
  zone: text,
  purpose: text,
  reversal: z.boolean(),
  sourceId: text,
  row: count.nullish(),
});

/**
 * Columns of a transfer as TypeScript knows it; null where the report names one that is not loaded.
 */
function bankTransfer(row: z.output<typeof bankTransferRow>): BankTransfer | null {
  const { from, to, amount, currency, bookedAt } = row;
  const loaded =
    row.loaded &&
    from !== null &&
    to !== null &&
    amount !== null &&
    currency !== null &&
    bookedAt !== null;
  if (!loaded) return null;
  return {
    id: row.transferId,
    from,
    to,
    payer: row.payer,
    payee: row.payee,
    exit: row.exit,
    amount,
    currency,
    bookedAt,
    zone: row.zone ?? HOME_ZONE,
    purpose: row.purpose,
    reversal: row.reversal,
    sourceId: row.sourceId ?? "",
    row: row.row ?? 0,
  };
}

export const transferRow = bankTransferRow.transform(bankTransfer);

export const returnRow = bankTransferRow
  .extend({
    id: z.string(),
    taken: z.array(z.object({ claim: z.string(), amount: minorUnits })),
  })
  .transform((row) => ({ id: row.id, transfer: bankTransfer(row), taken: row.taken }));

const reportedColumns = bankTransferRow.extend({
  report: z.string(),
  victimIin: text,
  victimName: text,
  victimHolder: text,
  victimAccount: text,
  claim: text,
  stated: text,
  figure: z
    .object({
      stated: minorUnits,
      whole: minorUnits,
      claim: figureChoice,
      reason: z.string(),
      by: z.string(),
      at: count,
    })
    .nullish()
    .transform((value) => value ?? null),
});

export const reportedRow = reportedColumns.transform((row): ReportedTransfer => {
  const one: ReportedTransfer = {
    report: row.report,
    victim: {
      key: row.victimHolder ?? row.victimIin ?? row.victimAccount,
      name: row.victimName,
      iin: row.victimIin,
      account: row.victimAccount,
    },
    transferId: row.transferId,
    claim: row.claim,
    stated: statedFigure(row.stated, row.currency),
    figure: row.figure,
    transfer: bankTransfer(row),
  };
  return one.transfer === null ? one : { ...one, claimable: claimedOf(one, one.transfer) };
});

/** What was written down of a step; the sum of a judgment is an integer in the graph. */
const factsRow = z
  .record(z.string(), z.union([z.string(), minorUnits]).nullable())
  .transform(
    (all): StepFacts =>
      stepFacts.parse(
        Object.fromEntries(
          Object.entries(all).flatMap(([name, value]) =>
            value === null ? [] : [[name, String(value)]],
          ),
        ),
      ),
  );

const mendedRow = z.object({ reason: z.string(), at: count, by: z.string() });

const moveColumns = z.object({
  from: claimStatus,
  to: claimStatus,
  reason: text,
  at: count,
  by: z.string(),
  hash: text,
  filing: text,
  facts: factsRow,
  /** Only the list of claims has them. */
  corrections: z
    .array(mendedRow.extend({ facts: factsRow }))
    .nullish()
    .transform((all) => all ?? []),
});

const claimMove = ({ hash, filing, ...move }: z.output<typeof moveColumns>): ClaimMove => ({
  ...move,
  ...(hash !== null && { hash }),
  ...(filing !== null && { filing }),
});

/** A step of a claim, as the claim keeps it. */
export const claimMoveRow = moveColumns.transform(claimMove);

const undoneMoveRow = moveColumns
  .extend({ undone: mendedRow })
  .transform(({ undone, ...move }) => ({ ...claimMove(move), undone }));

/** A person who answers for a claim together with its defendant. */
export const jointRow = z.object({ key: z.string(), name: text, iin: text, person: text });

export const claimRow = z.object({
  claim: z.object({
    id: z.string(),
    version: count.nullish().transform((value) => value ?? 0),
    status: claimStatus,
    method: claimMethod,
    currency: z.string(),
    victimKey: z.string(),
    victimName: text,
    victimIin: text,
    victimAccounts: z.array(z.string()).nullish(),
    defendantKey: z.string(),
    defendantName: text,
    defendantIin: text,
    openedAt: count,
    openedBy: z.string(),
    reckonedAt: count.nullish(),
    jointWhy: text,
    jointWhyKk: text,
    jointBy: text,
    jointAt: count.nullish(),
    reports: z.array(z.string()),
  }),
  lines: z.array(
    z.object({
      transferId: z.string(),
      bookedAt: count,
      zone: z.string(),
      from: z.string(),
      to: z.string(),
      amount: minorUnits,
      whole: minorUnits,
      currency: z.string(),
      purpose: text,
      sourceId: z.string(),
      sourceName: text,
      row: count,
      present: z.boolean(),
      payee: z.string(),
    }),
  ),
  moves: z.array(claimMoveRow),
  undone: z.array(undoneMoveRow),
  joint: z.array(jointRow),
});
