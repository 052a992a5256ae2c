import { join } from "node:path";
import type { NewSource } from "../sources/sources.store.ts";
import { cell, csvFile, type ImportFile } from "./import-file.ts";

/** A source as it stands in a newly made store. */
export interface ImportedSource extends NewSource {
  readonly sequence: number;
  readonly state: "loaded" | "loading";
  readonly read: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly refusedFile: string | null;
}

const COLUMNS = {
  sha256: "string",
  fileName: "string",
  format: "string",
  kind: "string",
  bytes: "long",
  loadedAt: "long",
  loadedBy: "string",
  requestNumber: "string",
  requestDate: "string",
  sanctionedBy: "string",
  handedBy: "string",
  sequence: "long",
  state: "string",
  read: "long",
  loaded: "long",
  duplicates: "long",
  rejected: "long",
  warnings: "long",
  refusedFile: "string",
} as const;

/** The sources of a newly made store: they come into being with their transfers, in one step. */
export function sourceFile(folder: string, sources: readonly ImportedSource[]): ImportFile {
  const file = csvFile(join(folder, "sources.csv"));
  file.line(
    ["id:ID(Source)", ...Object.entries(COLUMNS).map(([name, type]) => `${name}:${type}`)].join(
      ",",
    ),
  );
  for (const source of sources) {
    const properties: Record<string, unknown> = { ...source, sha256: source.id };
    file.line([source.id, ...Object.keys(COLUMNS).map((name) => cell(properties[name]))].join(","));
  }
  file.close();
  return { file, argument: `--nodes=Source=${file.path}` };
}
