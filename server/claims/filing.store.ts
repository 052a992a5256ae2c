import { z } from "zod";
import { priceInTenge } from "../../contract/rates.ts";
import { nothing, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { wordsOf } from "../dossier/as-filed.ts";
import {
  leftToAsk,
  type PenaltyGround,
  penaltyAsked,
  refusePenaltyAfter,
} from "../dossier/asked-penalty.ts";
import { stateFee } from "../dossier/fee.ts";
import { type FiledReturn, type Filing, writtenFiling } from "../dossier/filing.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { penaltyRates } from "../dossier/tables/penalty-rates.ts";
import type { Database } from "../neo4j/database.ts";
import { dayText } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { ledgerOnFiling } from "./asked.ts";
import { dossierOf } from "./claim-dossiers.store.ts";
import { debtorsOf, payerName } from "./debtors.ts";
import { countingIn, type LedgerNow, ledgerNow } from "./ledger.store.ts";
import type { Filed } from "./ledger.ts";
import { penaltyBase } from "./penalty-base.ts";
import { penaltyPaidBy } from "./penalty-paid.ts";

/**
 * What a filing costs, for a sum in minor units of a currency asked on a day (YYYY-MM-DD), with the
 * penalty on the money that came and came back.
 */
export type Pricing = (
  asked: bigint,
  currency: string,
  day: string,
  ground: PenaltyGround,
) => Pick<Filing, "price" | "rate" | "fee" | "feeChoice" | "penalty" | "words">;

/** The pricing of a claim by its dossier and the tables of today. */
export async function pricingOf(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
): Promise<Pricing> {
  const dossier = await dossierOf(database, at);
  const { fields } = dossier;
  const { rate, fee: choice, feeBasis } = fields;
  const tables = await legalTables(database.dataDir);
  const rates = await penaltyRates(database.dataDir);
  return (asked, currency, day, ground) => {
    refusePenaltyAfter(day, fields.penalty);
    const penalty = leftToAsk(penaltyAsked(fields, asked, ground, rates));
    const price = priceInTenge(asked + (penalty?.amount ?? 0n), currency, rate);
    const fee = price === null ? null : stateFee(price, day, tables);
    return {
      price,
      rate,
      fee,
      feeChoice: { fee: choice, feeBasis },
      penalty,
      words: wordsOf(dossier),
    };
  };
}

interface FiledOn {
  readonly claim: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** When the step was written down. */
  readonly at: Instant;
  readonly approval: string | null;
}

/** The ledger as it is on the day on which a claim is filed, or demanded; `asked` is owed then. */
export function askedOn(now: LedgerNow, id: string, on: Filed) {
  const own = now.claims.find((one) => one.id === id);
  if (own === undefined) throw new Error(`claim ${id} leaves the office and is in no ledger`);
  const filed = { ...own, filed: on };
  const claims = now.claims.map((one) => (one === own ? filed : one));
  const ledger = ledgerOnFiling(claims, countingIn(now), filed);
  return { own, filed, ledger, asked: ledger.balances.get(id)?.outstanding ?? 0n };
}

/** The money that the penalty of a filing runs on, as the ledger has it on that day. */
export function groundOn(now: LedgerNow, id: string, on: Filed): PenaltyGround {
  const { filed, ledger } = askedOn(now, id, on);
  return {
    movements: () => penaltyBase(filed, ledger),
    paid: penaltyPaidBy(id, countingIn(now), on),
  };
}

/** The facts of a filing as the ledger has them: what was asked, and what had come back. */
export async function filingFacts(
  asking: TransactionQueries,
  now: LedgerNow,
  { claim: id, day, at, approval }: FiledOn,
  pricing: Pricing | undefined,
): Promise<Filing> {
  const { own, ledger, asked } = askedOn(now, id, { day, at });
  const counting = countingIn(now);
  const taken = new Set(own.taken.map((row) => row.transferId));
  const recoveries = ledger.recoveries.filter((one) => one.claim === id);
  const rows = new Map((now.repaid.get(id) ?? []).map(({ transfer }) => [transfer.id, transfer]));
  const names = await sourceNames(
    asking,
    [...rows.values()].map((row) => row.sourceId),
  );
  const returns = recoveries.flatMap(({ id: of, amount, by, day: paidOn }): FiledReturn[] => {
    const row = rows.get(of);
    if (by === "bank-row" && row !== undefined && !taken.has(of)) {
      const { bookedAt, from, to, sourceId } = row;
      const sourceName = names.get(sourceId) ?? null;
      return [{ by, id: of, amount, at: bookedAt, from, to, sourceId, sourceName, row: row.row }];
    }
    const payment = counting.find((one) => one.id === of);
    if (payment === undefined) return [];
    const { source, receipt, tenge = null } = payment;
    const payer = payerName(own, payment.payer);
    return [{ by: "payment", id: of, amount, day: paidOn, source, receipt, payer, tenge }];
  });
  return {
    asked,
    ...(pricing?.(asked, own.currency, dayText(day), groundOn(now, id, { day, at })) ?? {
      price: null,
      rate: null,
      fee: null,
    }),
    approval,
    returns,
    paidByEach: debtorsOf(own, recoveries).map(({ paid }) => BigInt(paid)),
    workedOutAt: null,
  };
}

const sourceRow = z.object({ source: z.object({ id: z.string(), fileName: text }) });

/** Names of files by their ids. */
export async function sourceNames(asking: TransactionQueries, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await asking.run("evidence/sources", { ids: [...new Set(ids)] }, sourceRow);
  return new Map(rows.map(({ source }) => [source.id, source.fileName]));
}

const unkeptRow = z.object({ case: z.string(), claim: z.string() });

/**
 * Claims that an older version filed keep their facts from now on: they are worked out once, from
 * what is known today of the day of filing. Answers how many there were.
 */
export async function keepOldFilings(database: Database, at: Instant): Promise<number> {
  const { queries } = database;
  const unkept = await queries.read("claims/unkept-filings", {}, unkeptRow);
  let kept = 0;
  for (const { case: caseId, claim } of unkept) {
    const pricing = await pricingOf(database, { caseId, claim });
    await queries.transaction(async (transaction) => {
      const now = await ledgerNow(transaction, "all");
      const filed = now.claims.find((one) => one.id === claim)?.filed;
      if (filed == null || filed.asked !== undefined) return;
      const on = { claim, day: filed.day, at: filed.at, approval: filed.approval };
      const facts = await filingFacts(transaction, now, on, pricing);
      // The words of today are not those of the filing: its approval has them.
      const filing = writtenFiling({ ...facts, words: undefined, workedOutAt: at });
      const parameters = { claim, number: BigInt(filed.number), filing };
      await transaction.run("claims/save-filing", parameters, nothing);
      kept += 1;
    });
  }
  return kept;
}
