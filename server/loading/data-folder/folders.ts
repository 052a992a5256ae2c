import { join } from "node:path";

/** Where loading keeps its files in a data folder. */

/** Mappings people saved, one JSON file each. */
export function mappingsFolder(dataDir: string): string {
  return join(dataDir, "mappings");
}

/** The same for tables of measures. */
export function measureMappingsFolder(dataDir: string): string {
  return join(dataDir, "measure-mappings");
}

/** Refused rows, one file a source. */
export function refusedFolder(dataDir: string): string {
  return join(dataDir, "refused");
}

/** The file of a source's refused rows. */
export function refusedPath(dataDir: string, id: string): string {
  return join(refusedFolder(dataDir), `${id.slice(0, 16)}.csv`);
}

/** The file of the same source's warnings, beside that of its refused rows. */
export function warnedPath(refused: string): string {
  return refused.replace(/\.csv$/, ".warnings.csv");
}

/** Unpacked files while a process works on them (scratch.ts). */
export function scratchFolder(dataDir: string): string {
  return join(dataDir, "scratch");
}
