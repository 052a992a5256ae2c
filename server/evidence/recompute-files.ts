import { createHash } from "node:crypto";
import type { BagFile } from "./bag/bag-files.ts";
import type { Row } from "./recompute-trace.ts";

const FOLDER = "data/4-attachments";

/**
 * Files that people put into the case: each that the table names is there with the stated bytes and
 * hash, and no other lies beside them.
 */
export async function attachmentFaults(
  rows: readonly Row[],
  files: ReadonlyMap<string, BagFile>,
): Promise<string[]> {
  const faults: string[] = [];
  const named = new Set([`${FOLDER}/files.csv`]);
  for (const { file = "", sha256, bytes } of rows) {
    const path = `${FOLDER}/${file}`;
    named.add(path);
    const found = files.get(path);
    if (found === undefined) {
      faults.push(`The attachment ${file} is missing.`);
      continue;
    }
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of await found.open()) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (hash.digest("hex") !== sha256) faults.push(`The attachment ${file} has another hash.`);
    else if (String(size) !== bytes) faults.push(`The attachment ${file} has another length.`);
  }
  for (const path of files.keys())
    if (path.startsWith(`${FOLDER}/`) && !named.has(path))
      faults.push(`The attachment ${path.slice(FOLDER.length + 1)} is in no table.`);
  return faults;
}
