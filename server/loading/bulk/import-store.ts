import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Neo4jAdmin } from "../../neo4j/admin.ts";
import { beginImport, dropStore, endImport } from "../../neo4j/half-import.ts";
import type { ImportFile } from "./import-file.ts";

/**
 * Makes the store of the stopped, empty database from prepared files. A store that was not
 * finished, whatever the reason, is thrown away: here when the import fails, at the next start when
 * this process is killed.
 */
export async function importStore(
  admin: Neo4jAdmin,
  folder: string,
  files: readonly ImportFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const reports = join(folder, "report");
  await mkdir(reports, { recursive: true });
  await beginImport(admin.home);
  try {
    await admin.run(
      [
        "database",
        "import",
        "full",
        "neo4j",
        "--overwrite-destination",
        "--array-delimiter=U+001E",
        ...(files.some(({ file }) => file.multiline()) ? ["--multiline-fields=true"] : []),
        "--bad-tolerance=0",
        `--report-file=${join(reports, "bad.log")}`,
        ...files.map(({ argument }) => argument),
      ],
      signal,
    );
  } catch (error) {
    await dropStore(admin.home);
    throw error;
  } finally {
    await endImport(admin.home);
  }
  await rm(reports, { recursive: true, force: true });
}
