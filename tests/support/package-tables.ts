import { PROGRAM_CSV, type Table, writeCsv } from "../../contract/csv.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { recomputeBag } from "../../server/evidence/recompute.ts";
import {
  approvalsTable,
  claimsTable,
  differencesTable,
  figuresTable,
  linesTable,
  paymentsTable,
  repaymentsTable,
  totalsTable,
} from "../../server/evidence/tables/calculation-tables.ts";
import { accountsTable, reportsTable } from "../../server/evidence/tables/fact-tables.ts";
import {
  lossesTable,
  recoveriesTable,
  tengeNotCountedTable,
} from "../../server/evidence/tables/ledger-tables.ts";
import { movementTables } from "../../server/evidence/tables/movement-tables.ts";
import { penaltyTable } from "../../server/evidence/tables/penalty-table.ts";
import {
  stepsTable,
  traceAccountsTable,
  traceName,
  victimsTable,
} from "../../server/evidence/tables/trace-tables.ts";
import { transfersTable } from "../../server/evidence/tables/transfers-table.ts";
import { inMemory } from "./bags.ts";

/** The tables recompute reads, without the rest of a package. */
export function tablesOf(facts: CaseFacts, dialect = PROGRAM_CSV): Map<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, table: Table) =>
    files.set(`data/${name}.csv`, writeCsv(table, dialect));
  add("1-facts/transfers", transfersTable(facts));
  add("1-facts/accounts", accountsTable(facts));
  add("1-facts/reports", reportsTable(facts));
  add("2-calculation/claims", claimsTable(facts));
  add("2-calculation/claim-lines", linesTable(facts.claims));
  add("2-calculation/totals", totalsTable(facts));
  add("2-calculation/repayments", repaymentsTable(facts));
  add("2-calculation/payments", paymentsTable(facts));
  add("2-calculation/tenge-not-counted", tengeNotCountedTable(facts));
  add("2-calculation/losses", lossesTable(facts));
  add("2-calculation/recoveries", recoveriesTable(facts));
  add("2-calculation/penalty", penaltyTable(facts));
  add("2-calculation/differences", differencesTable(facts));
  add("2-calculation/victim-figures", figuresTable(facts));
  add("2-calculation/approvals", approvalsTable(facts));
  for (const { claim, frozen } of facts.approvals)
    files.set(`data/2-calculation/approvals/${claim}.json`, frozen);
  for (const claim of facts.claims) add(`2-calculation/claims/${claim.id}`, linesTable([claim]));
  for (const trace of facts.traces) {
    add(`2-calculation/trace/steps-${traceName(trace)}`, stepsTable(trace));
    add(`2-calculation/trace/accounts-${traceName(trace)}`, traceAccountsTable(trace));
    add(`2-calculation/trace/victims-${traceName(trace)}`, victimsTable(trace));
  }
  for (const [name, table] of Object.entries(facts.basis ? movementTables(facts.basis) : {}))
    add(`2-calculation/movements/${name}`, table);
  return files;
}

/** What recompute says of a package of these tables. */
export const recompute = (tables: ReadonlyMap<string, string>) =>
  recomputeBag(inMemory(new Map([...tables].map(([path, text]) => [path, Buffer.from(text)]))));
