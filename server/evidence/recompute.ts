import { createHash } from "node:crypto";
import { z } from "zod";
import { readCsv } from "../../contract/csv.ts";
import type { BagFile, BagFiles } from "./bag/bag-files.ts";
import { openBagFiles, readWhole } from "./bag/files.ts";
import {
  checkRepayments,
  checkTaken,
  checkWholes,
  decidedFigures,
  type RecomputedClaim,
  recomputeClaim,
  type Tables,
} from "./recompute-claims.ts";
import { attachmentFaults } from "./recompute-files.ts";
import { checkLedger } from "./recompute-ledger.ts";
import {
  checkMovements,
  MOVEMENT_TABLES,
  type MovementTables,
  type TracedAgain,
} from "./recompute-movements.ts";
import { checkPenalty } from "./recompute-penalty.ts";
import { checkTengeNotCounted, checkTengePayments } from "./recompute-tenge.ts";
import { checkTotals } from "./recompute-totals.ts";
import { amountOf, type Row, type TraceTables, traceFaults } from "./recompute-trace.ts";

export interface Recomputation {
  readonly agrees: boolean;
  /** The state of the data it rests on (ISO 8601), as the package says; null where it does not. */
  readonly asOf: string | null;
  readonly claims: readonly RecomputedClaim[];
  /** The tracing rules applied again; null where the package has no movements for it. */
  readonly tracedAgain: TracedAgain | null;
  /** Statements that do not follow from the facts, one sentence each. */
  readonly faults: readonly string[];
}

/**
 * Works the amounts of a package out again from data/ alone. Every claim's lines are followed to
 * the banks' rows and the crime reports, and added up; a trace is added up from its steps, and the
 * tracing rules are applied again to the movements. It does not look at hashes; that is what verify
 * is for.
 */
export async function recomputePackage(path: string): Promise<Recomputation> {
  const bag = await openBagFiles(path);
  try {
    return await recomputeBag(bag);
  } finally {
    bag.close();
  }
}

export async function recomputeBag(bag: BagFiles): Promise<Recomputation> {
  const files = new Map(bag.files.map((file) => [file.path, file]));
  const faults: string[] = [];
  const table = async (name: string) => {
    const rows = await readTable(files.get(`data/${name}`));
    if (rows === null) faults.push(`data/${name} is missing or is no table.`);
    return rows ?? [];
  };
  // Packages made before this table was part of them have none.
  const newer = async (name: string) => (files.has(`data/${name}`) ? table(name) : []);
  const tableOrNull = async (name: string) => (files.has(`data/${name}`) ? table(name) : null);
  const byId = async (name: string, column: string) => {
    const rows = await table(name);
    const found = new Map(rows.map((row) => [row[column] ?? "", row]));
    if (found.size !== rows.length) faults.push(`data/${name} has a ${column} twice.`);
    return found;
  };
  const tables: Tables = {
    transfers: await byId("1-facts/transfers.csv", "transfer_id"),
    accounts: await byId("1-facts/accounts.csv", "account"),
    reported: new Set(
      (await table("1-facts/reports.csv")).map((row) => `${row.report_id} ${row.transfer_id}`),
    ),
    claims: [...(await byId("2-calculation/claims.csv", "claim_id")).values()],
    lines: await table("2-calculation/claim-lines.csv"),
    totals: await table("2-calculation/totals.csv"),
    differences: new Map(
      (await newer("2-calculation/differences.csv")).map((row) => [
        `${row.claim_id} ${row.transfer_id}`,
        row,
      ]),
    ),
    repayments: await newer("2-calculation/repayments.csv"),
    payments: await newer("2-calculation/payments.csv"),
    tengeNotCounted: await tableOrNull("2-calculation/tenge-not-counted.csv"),
    losses: await tableOrNull("2-calculation/losses.csv"),
    recoveries: await tableOrNull("2-calculation/recoveries.csv"),
    joint: await newer("2-calculation/joint-defendants.csv"),
    figures: await newer("2-calculation/victim-figures.csv"),
  };
  const traces: TraceTables[] = [];
  for (const name of tracesOf(bag)) {
    const [steps, accounts, victims] = [
      await table(`2-calculation/trace/steps-${name}.csv`),
      await table(`2-calculation/trace/accounts-${name}.csv`),
      await table(`2-calculation/trace/victims-${name}.csv`),
    ];
    traces.push({ name, steps, accounts, victims });
  }
  const decided = decidedFigures(tables);
  for (const trace of traces) faults.push(...traceFaults(trace, tables.transfers, decided));
  const movements = files.has(`data/${MOVEMENTS}/movements.csv`)
    ? await movementTables((name) => table(`${MOVEMENTS}/${name}.csv`))
    : null;
  const traced = movements === null ? null : checkMovements(movements, tables, traces, faults);
  // A traced claim is held against what the rule gives, not against what the package states.
  const given = traced?.traces ?? traces;
  const recomputed = tables.claims.map((claim) => recomputeClaim(claim, tables, given, faults));
  checkTaken(tables, faults);
  checkWholes(tables, faults);
  checkRepayments(tables, faults);
  checkTengePayments(tables, faults);
  checkTengeNotCounted(tables, faults);
  const balances = checkLedger(tables, faults);
  const claims = recomputed.map((one) => ({ ...one, balance: balances?.get(one.claim) ?? null }));
  checkPenalty(tables, await newer("2-calculation/penalty.csv"), faults);
  checkTotals(tables, faults);
  for (const row of await newer("2-calculation/approvals.csv"))
    faults.push(...(await approvalFaults(row, tables, files)));
  faults.push(...(await attachmentFaults(await newer("4-attachments/files.csv"), files)));
  if (files.has(`data/${WITHHELD_TRANSFERS}`))
    faults.push(
      ...citedFaults(await newer("3-indicators/reasons.csv"), {
        transfers: tables.transfers,
        withheld: await table(WITHHELD_TRANSFERS),
      }),
    );
  for (const { claim } of claims) {
    const own = await table(`2-calculation/claims/${claim}.csv`);
    const lines = tables.lines.filter((line) => line.claim_id === claim);
    if (JSON.stringify(own) !== JSON.stringify(lines))
      faults.push(`${claim}.csv differs from claim-lines.csv.`);
  }
  const agrees = faults.length === 0 && claims.every((claim) => claim.agrees);
  const asOf = await dataAsOf(files.get("bag-info.txt"));
  return { agrees, asOf, claims, tracedAgain: traced?.again ?? null, faults };
}

const MOVEMENTS = "2-calculation/movements";

async function movementTables(
  table: (name: string) => Promise<readonly Row[]>,
): Promise<MovementTables> {
  const [movements, accounts, balances, days, victims, traces] = await Promise.all(
    MOVEMENT_TABLES.map(table),
  );
  return {
    ...{ movements: movements ?? [], accounts: accounts ?? [], balances: balances ?? [] },
    ...{ days: days ?? [], victims: victims ?? [], traces: traces ?? [] },
  };
}

const WITHHELD_TRANSFERS = "3-indicators/withheld-transfers.csv";

/** Each transfer that a reason cites is in the package, or is listed as withheld. */
function citedFaults(
  reasons: readonly Row[],
  known: { readonly transfers: ReadonlyMap<string, Row>; readonly withheld: readonly Row[] },
): string[] {
  // A bank's own number may hold a space, as the list in a cell does.
  const words = (ids: readonly (string | undefined)[]) =>
    new Set(ids.flatMap((id) => (id ?? "").split(" ")));
  const listed = known.withheld.map((row) => row.transfer_id);
  const found = words([...known.transfers.keys(), ...listed, ""]);
  return [...words(reasons.map((row) => row.transfers))]
    .filter((id) => !found.has(id))
    .map((id) => `A reason cites transfer ${id}, which is neither here nor listed as withheld.`);
}

/** What was approved lies in the package, has the stated hash, and asks for the claim's sum. */
async function approvalFaults(
  row: Row,
  tables: Tables,
  files: ReadonlyMap<string, BagFile>,
): Promise<string[]> {
  const { claim_id: id = "", sha256 = "" } = row;
  const file = files.get(`data/2-calculation/approvals/${id}.json`);
  if (file === undefined) return [`What was approved of claim ${id} is missing.`];
  const bytes = await readWhole(file);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    return [`What was approved of claim ${id} has another hash.`];
  const claim = tables.claims.find((one) => one.claim_id === id);
  const approved = approvedAmount(bytes.toString("utf8"));
  return amountOf(approved, claim?.currency) === amountOf(claim?.amount, claim?.currency)
    ? []
    : [`Claim ${id} asks for another sum than was approved.`];
}

function approvedAmount(text: string): string | undefined {
  try {
    return z.object({ amount: z.string() }).parse(JSON.parse(text)).amount;
  } catch {
    return undefined;
  }
}

async function dataAsOf(info: BagFile | undefined): Promise<string | null> {
  if (info === undefined) return null;
  const text = (await readWhole(info)).toString("utf8");
  return /^Data-As-Of: *(.+?) *$/m.exec(text)?.[1] ?? null;
}

/** Traces of which any table is there, so that a missing one is noticed. */
function tracesOf(bag: BagFiles): string[] {
  const names = bag.files.map(
    (file) => /^data\/2-calculation\/trace\/[a-z]+-(.+)\.(csv|json)$/.exec(file.path)?.[1],
  );
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

async function readTable(file: BagFile | undefined): Promise<Row[] | null> {
  return file ? readCsv((await readWhole(file)).toString("utf8")) : null;
}
