import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Table } from "../../contract/csv.ts";
import { measureTable, siteTable } from "../../fixtures/measures/office-figures.ts";
import { openCase } from "../../server/cases/cases.store.ts";
import { claimsOfCase } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { writeWorkbook } from "../../server/evidence/tables/workbook.ts";
import { importMeasures } from "../../server/measures/importing/import.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { factsOn } from "./claim-steps.ts";
import { put, type Row, reported } from "./late-money.ts";

/** Ten months of one office: what its tables of measures say, and 162 suits for 271 M. */

export const OFFICE_PERIOD = { from: "2026-01-01", until: "2026-10-31" } as const;
const SUITS = 162;
/** In tenge. */
const CLAIMED = 271_000_000n;
const LARGEST = 30_000_000n;
/** What came back of the largest. */
const PAID = 20_000_000n;

/** A workbook of a table, as a file that can be imported. */
export async function workbookFile(folder: string, name: string, table: Table) {
  const sheet = { name: "1", headings: table.columns, widths: [] };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(table, sheet)) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const path = join(folder, name);
  await writeFile(path, body);
  return { name, path, bytes: body.length };
}

/** The office's tables alone. */
export async function importOffice(database: Database): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-office-"));
  const actor = { by: "tester", at: Date.parse("2026-11-20T00:00:00Z") };
  const options = { kind: undefined, district: undefined, language: "ru" } as const;
  for (const [name, table] of [
    ["sites.xlsx", siteTable()],
    ["measures.xlsx", measureTable()],
  ] as const)
    await importMeasures(database, await workbookFile(folder, name, table), options, actor);
  await rm(folder, { recursive: true });
}

/** The suits, all in one case: filed together, and of the largest a part was paid. */
export async function fileSuits(database: Database): Promise<void> {
  const { queries } = database;
  const at = Date.parse("2026-09-10T00:00:00Z");
  const filing = { by: "tester", at };
  const part = (CLAIMED - LARGEST) / BigInt(SUITS - 1);
  const rest = CLAIMED - LARGEST - part * BigInt(SUITS - 2);
  const rows = Array.from({ length: SUITS }, (_, number): Row => {
    const tenge = number === 0 ? LARGEST : number === 1 ? rest : part;
    return [`t${number}`, `VICTIM${number}`, `DROPPER${number}`, `${tenge}.00`, number];
  });
  const reports = rows.map(([id, victim]) => reported(`R-${id}`, victim, id));
  await put(database, "suits", rows, reports);
  const wanted = { title: "Suits of ten months", reports: rows.map(([id]) => `R-${id}`) };
  const caseId = (await openCase(queries, wanted, filing)).id;
  await openClaims(queries, caseId, filing);
  const step = { ...filing, at: BigInt(at), ...factsOn("filed", at) };
  await queries.run("support/file-claims-for-tests", { case: caseId, ...step });
  const claims = await claimsOfCase(queries, caseId);
  const { id: claim = "" } = claims.find((one) => one.amount === LARGEST * 100n) ?? {};
  const paid = {
    day: "2026-10-05",
    amount: `${PAID}00`,
    source: "dropper",
    receipt: "12",
  } as const;
  const payer = { by: "tester", at: Date.parse("2026-10-10T00:00:00Z") };
  await recordPayment(queries, { caseId, claim }, paid, payer);
}
