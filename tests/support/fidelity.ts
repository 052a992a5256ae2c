import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type {
  BankFormat,
  Carries,
  SideField,
  WrittenFile,
  WrittenRow,
} from "../../fixtures/banks/format.ts";
import type { Party } from "../../fixtures/banks/parties.ts";
import { hasValidCheckDigit } from "../../server/identity/iin.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import type { LoadItem, Side, TransferItem } from "../../server/loading/record/load-item.ts";
import { formatInstant } from "../../server/time/instant.ts";

/**
 * Compares what was read with what was written, field by field, as far as the format carries the
 * field.
 */

export interface Deviation {
  readonly format: string;
  readonly field: string;
  readonly at: string;
  readonly written: string;
  readonly read: string;
}

/** Puts the file into `folder` and tells where it is, as the reading seam wants it. */
export async function store(folder: string, file: WrittenFile): Promise<InputFile> {
  const path = join(folder, file.name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file.bytes);
  return { name: file.name, path, bytes: (await stat(path)).size };
}

export async function readAll(file: InputFile): Promise<LoadItem[]> {
  const items: LoadItem[] = [];
  for await (const batch of readItems(file, {})) items.push(...batch);
  return items;
}

/** Writes the format's files, reads them back and lists what differs. */
export async function deviationsOf(
  format: BankFormat,
  files: readonly WrittenFile[],
  folder: string,
): Promise<Deviation[]> {
  const found: Deviation[] = [];
  for (const file of files)
    found.push(...(await deviationsInFile(format, file, await store(folder, file))));
  return found;
}

export async function deviationsInFile(
  format: BankFormat,
  file: WrittenFile,
  input: InputFile,
): Promise<Deviation[]> {
  const found: Deviation[] = [];
  const tell = (field: string, row: number | null, written: unknown, read: unknown) => {
    const at = `${file.name}#${row ?? "-"}`;
    found.push({ format: format.name, field, at, written: shown(written), read: shown(read) });
  };
  const items = await readAll(input).catch((failure: unknown) => {
    tell("file", null, "readable", failure);
    return null;
  });
  if (items === null) return found;
  for (const item of items)
    if (item.kind === "refused")
      tell(
        "refused",
        item.position.row,
        "a transfer",
        `${item.code}: ${item.column} ${item.value}`,
      );
  const transfers = items.filter((item) => item.kind === "transfer");
  if (transfers.length === file.rows.length)
    transfers.forEach((item, index) => {
      const row = file.rows[index];
      if (row === undefined) return;
      for (const [field, written, read] of differences(row, item, format.carries))
        tell(field, item.position.row, written, read);
    });
  else tell("rows", null, file.rows.length, transfers.length);
  for (const [field, written, read] of statementDifferences(file, items))
    tell(field, null, written, read);
  return found;
}

type Difference = readonly [field: string, written: unknown, read: unknown];

function differences(row: WrittenRow, item: TransferItem, carries: Carries): Difference[] {
  const { transfer } = row;
  const row_ = new Set(carries.row);
  const found: Difference[] = [];
  const check = (field: string, written: unknown, read: unknown) => {
    if (written !== read) found.push([field, written, read]);
  };
  check("amount", transfer.amount, item.amount);
  check("currency", transfer.currency, item.currency);
  check("dayOnly", !row_.has("time"), item.dayOnly);
  if (row_.has("time")) check("time", formatInstant(transfer.at), formatInstant(item.bookedAt));
  else
    check(
      "day",
      formatInstant(transfer.at).slice(0, 10),
      formatInstant(item.bookedAt).slice(0, 10),
    );
  if (row_.has("purpose"))
    check("purpose", inTexts(row.purpose, carries), inTexts(item.purpose ?? "", carries));
  if (row_.has("purposeCode")) check("purposeCode", transfer.purposeCode, item.purposeCode);
  if (row_.has("id")) check("id", transfer.id, item.id);
  if (row_.has("documentNumber"))
    check("documentNumber", transfer.documentNumber, item.documentNumber);
  if (row_.has("channel")) check("channel", transfer.channel, item.channel);
  if (row_.has("reversal")) check("reversal", transfer.reversal, item.reversal);
  if (row.ownSide !== null) check("ownSide", row.ownSide, item.ownSide);
  const fee = row.ownSide === "from" ? transfer.fee : 0n;
  if (row_.has("fee")) check("fee", fee, item.fee ?? 0n);
  if (row_.has("accountAmount"))
    check("accountAmount", transfer.amount + fee, item.accountAmount?.amount ?? item.amount);
  const fieldsOf = (side: "from" | "to") =>
    row.ownSide === null || row.ownSide === side ? carries.own : carries.other;
  for (const side of ["from", "to"] as const) {
    const name = side === "from" ? row.fromName : row.toName;
    found.push(...sideDifferences(side, transfer[side], name, item[side], fieldsOf(side), carries));
  }
  // The statement's own IIN may stand once above the table: only the other side's has to be doubted
  // in the row.
  const doubtful = (side: "from" | "to") => {
    const { iin } = transfer[side];
    return fieldsOf(side).includes("iin") && iin !== null && !hasValidCheckDigit(iin);
  };
  const warned = item.warnings.some((warning) => warning.code === "iin-check-digit");
  const ownDoubtful = row.ownSide !== null && doubtful(row.ownSide);
  const otherDoubtful = (["from", "to"] as const).some(
    (side) => side !== row.ownSide && doubtful(side),
  );
  check("iin-check-digit warning", otherDoubtful || (ownDoubtful && warned), warned);
  return found;
}

function sideDifferences(
  side: string,
  party: Party,
  name: string,
  read: Side,
  fields: readonly SideField[],
  carries: Carries,
): Difference[] {
  const found: Difference[] = [];
  const check = (field: string, written: unknown, got: unknown) => {
    if (written !== got) found.push([`${side}.${field}`, written, got]);
  };
  if (fields.includes("account")) {
    check("account", party.account, read.account);
    // An account abroad may count as a way out or as an account; a way out without a number is
    // always one.
    check("exit", party.exit, party.exit === "foreign" ? (read.exit ?? "foreign") : read.exit);
    if (party.account !== null && party.exit === null) check("bank", party.bank.code, read.bank);
  }
  if (fields.includes("name"))
    check("name", inTexts(name, carries), inTexts(read.name ?? "", carries));
  if (fields.includes("iin")) check("iin", party.iin, read.iin);
  return found;
}

function inTexts(text: string, { texts }: Carries): string {
  if (texts === "exact") return text;
  return text.replace(/\s+/g, texts === "wrapped" ? "" : " ");
}

/**
 * Opening and closing balance of every account whose balances the file gives; a statement in pages
 * is one from its first to its last.
 */
function statementDifferences(file: WrittenFile, items: readonly LoadItem[]): Difference[] {
  const read = items.filter((item) => item.kind === "statement");
  return file.statements.flatMap((statement): Difference[] => {
    const pages = read.filter((item) => item.account === statement.account);
    const [first, last] = [pages[0], pages.at(-1)];
    if (first === undefined || last === undefined)
      return [["statement", statement.account, "none"]];
    const both: Difference[] = [
      ["statement.opening", statement.opening, first.opening],
      ["statement.closing", statement.closing, last.closing],
      ["statement.currency", statement.currency, first.currency],
    ];
    return both.filter(([, written, got]) => written !== got);
  });
}

/**
 * One line a format and field, with how often and the first examples: what a person needs to find
 * the mistake.
 */
export function summary(deviations: readonly Deviation[]): string[] {
  const groups = new Map<string, Deviation[]>();
  for (const deviation of deviations) {
    const key = `${deviation.format} ${deviation.field}`;
    groups.set(key, [...(groups.get(key) ?? []), deviation]);
  }
  return [...groups].map(([key, group]) => {
    const examples = group
      .slice(0, 2)
      .map(({ at, written, read }) => `${at} wrote ${written} read ${read}`);
    return `${key} × ${group.length}: ${examples.join("; ")}`;
  });
}

function shown(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
