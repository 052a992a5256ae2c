import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { DocumentLanguage } from "../../contract/cases.ts";
import { codeVersion } from "../detection/store/runs.store.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { formatInstant } from "../time/instant.ts";
import { startBag } from "./bag/write.ts";
import { gatherFacts } from "./case-facts.store.ts";
import { addContents } from "./contents.ts";
import { officeSigner } from "./signing.ts";

export interface ExportOptions {
  readonly caseId: string;
  /** Of the documents inside. */
  readonly language: DocumentLanguage;
  /** Stated time of the export: the only thing in which two exports of one case differ. */
  readonly at: number;
  readonly by: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Exported {
  readonly caseId: string;
  /** Fingerprint of the office's key; it must reach the court outside the package. */
  readonly fingerprint: string;
  readonly claims: number;
  readonly transfers: number;
}

/**
 * Writes the evidence package of a case into a new folder: into a hidden one beside it first,
 * renamed when whole. A folder with anything in it is refused.
 */
export async function exportCase(
  database: Database,
  out: string,
  options: ExportOptions,
): Promise<Exported> {
  const target = resolve(out);
  await refuseFull(target);
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const exported = await writePackage(database, folder, options);
    options.signal?.throwIfAborted();
    await rename(folder, target);
    return exported;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Writes the package into an empty folder. */
export async function writePackage(
  database: Database,
  folder: string,
  options: ExportOptions,
): Promise<Exported> {
  const signer = await officeSigner(database.dataDir);
  const facts = await gatherFacts(database, options.caseId, options.signal);
  const bag = startBag(folder);
  await addContents(bag, facts, options.language, options.signal);
  await bag.finish(
    [
      ["Bag-Software-Agent", `dropper-graph ${codeVersion()}`],
      ["External-Identifier", facts.case.id],
      ["External-Description", facts.case.title],
      ["Document-Language", options.language],
      ["Data-As-Of", formatInstant(facts.asOf)],
      ["Signer-Fingerprint-SHA256", signer.fingerprint],
      ["Exported-By", options.by],
      ["Export-Time", formatInstant(options.at)],
    ],
    signer,
  );
  return {
    caseId: facts.case.id,
    fingerprint: signer.fingerprint,
    claims: facts.claims.length,
    transfers: facts.transfers.length,
  };
}

async function refuseFull(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw notEmpty(target, "is not a folder");
  });
  if (entries.length > 0) throw notEmpty(target, "is not empty");
}

function notEmpty(path: string, why: string): UserError {
  return new UserError({
    code: "out-not-empty",
    message: `${path} ${why}; an evidence package is never mixed with other files.`,
    remedy: "Name a folder that does not exist yet.",
    params: { path },
  });
}
