import { parseDecimal } from "../money/money.ts";
import { currencyOfTrace } from "./tables/trace-tables.ts";

export type Row = Readonly<Record<string, string>>;

/** The three tables of one trace. */
export interface TraceTables {
  /** As its files have it: the currency, or both where the money was exchanged (traceName). */
  readonly name: string;
  readonly steps: readonly Row[];
  readonly accounts: readonly Row[];
  readonly victims: readonly Row[];
}

/** Minor units of a decimal with a point or a comma (csvFor); null where it is none. */
export function amountOf(text: string | undefined, currency: string | undefined): bigint | null {
  const parsed = parseDecimal((text ?? "").replace(",", "."), currency ?? "");
  return parsed.ok ? parsed.amount : null;
}

/**
 * Adds a trace up again from its own steps. No step takes more than the bank's transfer, and every
 * account's figures are the sums of its steps. For every victim stolen = held + left through exits
 * + beyond the data. Which part a rule gives to whom is not decided anew here.
 *
 * @param decided by transfer: minor units that were stolen of it by a person's decision
 */
export function traceFaults(
  tables: TraceTables,
  transfers: ReadonlyMap<string, Row>,
  decided: ReadonlyMap<string, bigint> = new Map(),
): string[] {
  const currency = currencyOfTrace(tables.name);
  const faults: string[] = [];
  const fault = (words: string) => faults.push(`Trace ${tables.name}: ${words}.`);
  const amount = (text: string | undefined) => amountOf(text, currency) ?? 0n;
  const parts = new Map<string, bigint>();
  const into = new Map<string, bigint>();
  const outOf = new Map<string, bigint>();
  const holders = new Map(
    tables.accounts.map((row) => [row.account ?? "", row.holder || row.account]),
  );
  const add = (sums: Map<string, bigint>, key: string | undefined, part: bigint) =>
    sums.set(key ?? "", (sums.get(key ?? "") ?? 0n) + part);
  for (const step of tables.steps) {
    const fact = transfers.get(step.transfer_id ?? "");
    const part = amount(step.part);
    if (!fact) fault(`transfer ${step.transfer_id} is not among the facts`);
    else if (fact.amount !== step.transfer_amount || fact.currency !== currency) {
      fault(`transfer ${step.transfer_id} has another amount than at the bank`);
    } else if (fact.from_account !== step.from_account || fact.to_account !== step.to_account) {
      fault(`transfer ${step.transfer_id} has other accounts than at the bank`);
    }
    if (part <= 0n) fault(`transfer ${step.transfer_id} has no part`);
    add(parts, step.transfer_id, part);
    add(into, step.to_account, part);
    // Money paid for another currency is gone from where it arrived.
    if (step.exchanged === "yes") add(outOf, step.to_account, part);
    // The theft itself left the victim's account, it did not pass through it.
    if (step.victim !== holders.get(step.from_account ?? "")) add(outOf, step.from_account, part);
    else if (part > (decided.get(step.transfer_id ?? "") ?? part))
      fault(`more of transfer ${step.transfer_id} is traced than was stolen of it`);
  }
  for (const [id, part] of parts) {
    if (part > amount(transfers.get(id)?.amount))
      fault(`more of transfer ${id} is traced than was transferred`);
  }
  for (const row of tables.accounts) {
    const [received, passedOn, held, exited, beyond] = [
      "received",
      "passed_on",
      "held",
      "exited",
      "beyond_data",
    ].map((name) => amount(row[name])) as [bigint, bigint, bigint, bigint, bigint];
    if (received !== (into.get(row.account ?? "") ?? 0n))
      fault(`account ${row.account} did not receive ${row.received}`);
    if (row.exit_kind !== "") continue;
    if (received !== passedOn + held + exited + beyond)
      fault(`the figures of account ${row.account} do not add up`);
    // At a shop, an exchange or a pooled account the trace ends: what came in left there.
    if (row.stop === "" && passedOn + exited !== (outOf.get(row.account ?? "") ?? 0n)) {
      fault(`account ${row.account} did not pass on ${row.passed_on}`);
    }
  }
  const totals = { stolen: 0n, gone: 0n };
  for (const row of tables.victims) {
    const gone = amount(row.held) + amount(row.exited) + amount(row.beyond_data);
    if (amount(row.stolen) !== gone) fault(`the money of victim ${row.victim} does not add up`);
    totals.stolen += amount(row.stolen);
    totals.gone += gone;
  }
  const ends = tables.accounts.reduce(
    (sum, row) => sum + amount(row.held) + amount(row.exited) + amount(row.beyond_data),
    0n,
  );
  if (ends !== totals.gone) fault("where the money is does not add up over the accounts");
  return faults;
}
