import { isUserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { recogniseFile } from "./apart/read-apart.ts";
import { explained } from "./data-folder/disk-full.ts";
import { mappingsFolder } from "./data-folder/folders.ts";
import { withLoadingLock } from "./data-folder/loading-lock.ts";
import { sweepScratch, withScratch } from "./data-folder/scratch.ts";
import { loadFiles, type PreparedFile } from "./load-files.ts";
import type { LoadOptions, UnopenedDatabase } from "./load-options.ts";
import { failedFile, type LoadedFile, type LoadResult, loadResult } from "./load-result.ts";
import { expandInputs } from "./reading/read-file.ts";
import type { FileKind, InputFile, ReadOptions } from "./record/input-file.ts";

/**
 * Accounts first, so that transfers find them with all their facts; what an import can take comes
 * before the rest (load-files.ts), and what refers to transfers last.
 */
const ORDER: Readonly<Record<FileKind, number>> = {
  accounts: 0,
  transfers: 1,
  sessions: 2,
  statements: 3,
  reports: 4,
  labels: 5,
};

/**
 * Files, folders and archives into the graph, each file once and whole. Of several files one that
 * cannot be read does not hold up the others; a single one is thrown as UserError.
 */
export async function load(
  target: Database | UnopenedDatabase,
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadResult> {
  const begun = performance.now();
  const { dataDir } = target;
  const { signal } = options;
  try {
    await sweepScratch(dataDir);
    return await withScratch(dataDir, async (unpackInto) => {
      const found = await expandInputs(paths, unpackInto, signal && { signal });
      const inputs = found.map((input) => ({
        ...input,
        name: options.nameOf?.(input.name) ?? input.name,
      }));
      const read = {
        ...readOptions(options),
        mappingsDir: mappingsFolder(dataDir),
        scratch: unpackInto,
      };
      const { prepared, failed } = await prepare(inputs, read);
      const work = () => loadFiles(target, prepared, failed, { ...options, read });
      const isFree = options.dryRun === true || options.isLocked === true;
      const files = isFree ? await work() : await withLoadingLock(target, work);
      const seconds = Math.round(performance.now() - begun) / 1000;
      return loadResult(dataDir, files, seconds);
    });
  } catch (error) {
    throw explained(error, dataDir);
  }
}

/** Recognises every file; one that cannot be read is among the failed ones, or thrown if alone. */
async function prepare(inputs: readonly InputFile[], read: ReadOptions) {
  const prepared: PreparedFile[] = [];
  const failed: LoadedFile[] = [];
  for (const input of inputs) {
    try {
      if (input.problem !== undefined) throw input.problem;
      prepared.push({ input, as: await recogniseFile(input, read) });
    } catch (error) {
      if (!isUserError(error) || inputs.length === 1) throw error;
      failed.push(failedFile(input, undefined, error));
    }
  }
  prepared.sort((left, right) => ORDER[left.as.kind] - ORDER[right.as.kind]);
  return { prepared, failed };
}

function readOptions({ kind, mapping, signal, apart }: LoadOptions): ReadOptions {
  return {
    ...(kind && { kind }),
    ...(mapping && { mapping }),
    ...(signal && { signal }),
    ...(apart && { apart }),
  };
}
