import { join } from "node:path";
import type { TransferRow } from "../writing/transfer-row.ts";
import { type CsvFile, cell, csvFile } from "./csv-file.ts";

/** Properties of TRANSFER with their types for the import (docs/ARCHITECTURE.md, graph model). */
const COLUMNS = {
  id: "string",
  amount: "long",
  currency: "string",
  bookedAt: "long",
  zone: "string",
  channel: "string",
  sourceId: "string",
  row: "long",
  order: "long",
  dayOnly: "boolean",
  purpose: "string",
  purposeCode: "string",
  documentNumber: "string",
  fee: "long",
  accountAmount: "long",
  accountCurrency: "string",
  reversal: "boolean",
  ownSide: "string",
  sheet: "string",
  member: "string",
  warnings: "string[]",
} as const;
const NAMES = Object.keys(COLUMNS);

/** A file with what the import is told about it. */
export interface ImportFile {
  readonly file: CsvFile;
  readonly argument: string;
}

export interface TransferFiles {
  add(row: TransferRow): void;
  close(): ImportFile[];
}

/**
 * Transfers as the import takes them. Unknown columns of the sources are columns here too: a new
 * set of them, a new file.
 */
export function transferFiles(folder: string): TransferFiles {
  const files = new Map<string, { file: CsvFile; extras: readonly string[] }>();
  const fileFor = (extras: readonly string[]) => {
    const key = extras.join("\n");
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = csvFile(join(folder, `transfers-${files.size + 1}.csv`));
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name}:${type}`);
    file.line(
      [
        ":START_ID(Account)",
        ":END_ID(Account)",
        ...columns,
        ...extras.map((name) => cell(`${name}:string`)),
      ].join(","),
    );
    const made = { file, extras };
    files.set(key, made);
    return made;
  };
  return {
    add: ({ from, to, properties }) => {
      const { file, extras } = fileFor(extrasOf(properties));
      let line = `${cell(from)},${cell(to)}`;
      for (const name of NAMES) line += `,${cell(properties[name])}`;
      for (const name of extras) line += `,${cell(properties[name])}`;
      file.line(line);
    },
    close: () =>
      [...files.values()].map(({ file }) => {
        file.close();
        return { file, argument: `--relationships=TRANSFER=${file.path}` };
      }),
  };
}

const NO_EXTRAS: readonly string[] = [];

function extrasOf(properties: TransferRow["properties"]): readonly string[] {
  let extras = NO_EXTRAS as string[];
  for (const name in properties) {
    if (name.startsWith("x_")) extras = [...extras, name];
  }
  return extras.sort();
}
