import { z } from "zod";
import type { Candidate } from "../../contract/report-candidates.ts";
import { text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import { normaliseAccountNumber } from "../identity/iban.ts";
import { DAY } from "../time/instant.ts";
import { type Description, groundsFor, weightOf, windowOf } from "./grounds.ts";

const row = transferRecord.extend({
  key: z.string(),
  dayOnly: z.boolean(),
  sameAmount: z.boolean(),
  fromIin: text,
  fromPhone: text,
  toIin: text,
  toPhone: text,
  toBank: text,
  reportedAs: text,
});
type Row = z.infer<typeof row>;

/** As many as a person looks through; the best come first. */
const SHOWN = 10;
/** Where the victim names no time: so many days before the report. */
const DAYS_BEFORE_REPORT = 60;

export interface Wanted {
  readonly key: string;
  readonly description: Description;
  /** UTC milliseconds. */
  readonly reportedAt: number;
}

/** For each description the transfers that may be it, those with the most grounds first. */
export async function candidatesFor(
  queries: Queries,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Candidate[]>> {
  if (wanted.length === 0) return new Map();
  const rows = await queries.read(
    "reports/candidates",
    {
      wanted: wanted.map(({ key, description, reportedAt }) => {
        const { at, amount, currency, victim, recipient } = description;
        const { from, until } = windowOf(at) ?? {
          from: reportedAt - DAYS_BEFORE_REPORT * DAY,
          until: reportedAt + DAY,
        };
        return {
          ...{ key, amount: BigInt(amount), currency },
          ...{ from: BigInt(from), until: BigInt(until) },
          payers: victim.accounts.map(normaliseAccountNumber),
          payee: recipient.account === null ? null : normaliseAccountNumber(recipient.account),
        };
      }),
    },
    row,
  );
  return new Map(
    wanted.map(({ key, description }) => [
      key,
      rows
        .filter((one) => one.key === key)
        .flatMap((one) => candidateOf(one, description))
        .sort(
          (one, other) =>
            weightOf(other.fits) - weightOf(one.fits) ||
            (one.transfer.id < other.transfer.id ? -1 : 1),
        )
        .slice(0, SHOWN),
    ]),
  );
}

function candidateOf(found: Row, description: Description): Candidate[] {
  const {
    key: _,
    dayOnly,
    sameAmount,
    fromIin,
    fromPhone,
    toIin,
    toPhone,
    toBank,
    reportedAs,
    ...transfer
  } = found;
  const from = { account: found.from, name: found.fromName, iin: fromIin, phone: fromPhone };
  const to = { account: found.to, name: found.toName, iin: toIin, phone: toPhone };
  const fits = groundsFor(description, {
    bookedAt: found.bookedAt,
    dayOnly,
    sameAmount,
    from: { ...from, bank: null },
    to: { ...to, bank: toBank },
  });
  return fits === null ? [] : [{ transfer, fits, reportedAs }];
}
