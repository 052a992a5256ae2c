import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.ts";
import { foldName } from "../../identity/names.ts";
import type { Mapping } from "../record/input-file.ts";
import { KEPT_AS_IS, MEANINGS } from "./column-meanings.ts";

/**
 * Mappings a person confirmed, one JSON file each, found again by the header they were made for.
 */

const ALL_MEANINGS: ReadonlySet<string> = new Set([...Object.values(MEANINGS).flat(), KEPT_AS_IS]);

const savedMapping = z.object({
  name: z.string().min(1),
  /** Of the header it was saved for; a file written by hand has none and is only used by name. */
  fingerprint: z.string().optional(),
  columns: z.record(z.string(), z.string()),
});

/**
 * The same for headers that differ only in letter case, spaces, look-alike letters and the order of
 * columns.
 */
function headerFingerprint(header: readonly string[]): string {
  const names = header.map(foldName).sort();
  return createHash("sha256").update(JSON.stringify(names)).digest("hex");
}

/**
 * Saves a mapping for headers like this one; an earlier one of the same name is replaced. `dir` is
 * the folder of mappings.
 */
export async function saveMapping(
  dir: string,
  mapping: Mapping,
  header: readonly string[],
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, `${fileNameOf(mapping.name)}.json`);
  const text = JSON.stringify({ ...mapping, fingerprint: headerFingerprint(header) }, null, 2);
  await writeFile(`${path}.new`, `${text}\n`);
  await rename(`${path}.new`, path);
}

/**
 * The mapping saved for a header like this one, null where there is none. Of several the first by
 * name. `meanings` are those a column may have there.
 */
export async function findMapping(
  dir: string,
  header: readonly string[],
  meanings = ALL_MEANINGS,
): Promise<Mapping | null> {
  const wanted = headerFingerprint(header);
  for (const name of await mappingFiles(dir)) {
    const { fingerprint, ...mapping } = await parseFile(join(dir, name), meanings);
    if (fingerprint === wanted) return mapping;
  }
  return null;
}

/**
 * Reads a mapping written by hand or saved earlier: {"name": "…", "columns": {"Сумма": "amount",
 * …}}.
 */
export async function readMappingFile(path: string, meanings = ALL_MEANINGS): Promise<Mapping> {
  const { name, columns } = await parseFile(path, meanings);
  return { name, columns };
}

/** The path of a saved mapping, for `--mapping NAME`. */
export function mappingPath(dir: string, name: string): string {
  return join(dir, `${fileNameOf(name)}.json`);
}

async function mappingFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(".json")).sort();
}

async function parseFile(path: string, meanings: ReadonlySet<string>) {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw badMapping(path, "it is not readable as JSON", cause);
  }
  const parsed = savedMapping.safeParse(found);
  if (!parsed.success) throw badMapping(path, "it has no name and columns", parsed.error);
  const unknown = Object.values(parsed.data.columns).find((meaning) => !meanings.has(meaning));
  if (unknown !== undefined)
    throw badMapping(path, `"${unknown}" is no meaning a column can have`, undefined);
  return parsed.data;
}

function badMapping(path: string, why: string, cause: unknown): UserError {
  return new UserError({
    code: "mapping-unreadable",
    message: `The mapping ${path} cannot be used: ${why}.`,
    remedy: `Write {"name": "…", "columns": {"<column name>": "<meaning>"}}; meanings are listed in docs/loading-formats.md.`,
    params: { file: path },
    cause,
  });
}

/** Letters and digits of any alphabet stay; anything else, above all path separators, does not. */
function fileNameOf(name: string): string {
  return (
    name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}_-]+/gu, "-")
      .slice(0, 80) || "mapping"
  );
}
