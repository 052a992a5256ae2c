import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { cleanTexts } from "../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import { type AuditEntry, linkText } from "../audit/chain.ts";
import { makeCheckpoint } from "../audit/checkpoints.ts";
import { type AuditExtract, extractAudit } from "../audit/extract.ts";
import { reworkDrafts } from "../claims/rework.store.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { attachmentFacts, gatherFacts } from "./case-facts.store.ts";
import type { CaseFacts } from "./case-facts.ts";
import { disclosureCopy } from "./disclosure/mask.ts";
import { officeDetails } from "./letters/office-details.ts";
import { type PackOptions, packFacts, wholeManifest } from "./pack.ts";
import { officeSigner } from "./signing.ts";
import { stampService } from "./timestamp/service.ts";

export interface ExportOptions extends Pick<PackOptions, "language" | "at" | "by" | "signal"> {
  /** Third persons stand under pseudonyms. */
  readonly disclosure?: boolean;
  readonly caseId: string;
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
  // Now, whatever time the package states: the drafts are kept.
  const actor = { by: options.by, at: Date.now() };
  await reworkDrafts(database, options.caseId, actor, options.signal);
  const found = {
    ...(await gatherFacts(database, options.caseId, options.signal)),
    attachments: await attachmentFacts(database, options.caseId, options.signal),
  };
  const checkpoint = await makeCheckpoint(database, signer, Date.now());
  const { seq } = checkpoint;
  const belongs = isAbout(options.caseId, new Set(found.sources.map((one) => one.sha256)));
  const extract = await extractAudit(database, { seq, at: options.at, signer, belongs });
  const office = await officeDetails(database.dataDir, options.language);
  const stamp = await stampService(database.dataDir);
  const whole = { facts: found, extract, disclosureOf: null };
  const { facts: packed, ...contents } = options.disclosure
    ? {
        ...shown(found, extract, options.language),
        disclosureOf: await wholeManifest(`${folder}-whole`, found, { ...options, office }, signer),
      }
    : whole;
  const more = { office, checkpoint, stamp, ...contents };
  const facts = await packFacts(folder, packed, { ...options, ...more }, signer);
  return {
    caseId: facts.case.id,
    fingerprint: signer.fingerprint,
    claims: facts.claims.length,
    transfers: facts.transfers.length,
  };
}

/**
 * What a disclosure copy holds: no entry of the audit log that names an account of others either.
 */
function shown(found: CaseFacts, extract: AuditExtract | null, language: DocumentLanguage) {
  const { facts, names } = disclosureCopy(cleanTexts(found), language);
  const entries = extract?.entries.filter(({ entry }) => !names(linkText(entry))) ?? [];
  return { facts, extract: extract && { ...extract, entries } };
}

/** Acts on the case, and on the files that its facts come from. */
function isAbout(caseId: string, files: ReadonlySet<string>): (entry: AuditEntry) => boolean {
  const opened = `"id":${JSON.stringify(caseId)}`;
  return ({ what, target, details }) => {
    const [first = ""] = target.split(" ");
    return (
      first === caseId || files.has(first) || (what === "createCase" && details.includes(opened))
    );
  };
}

/** A folder that holds anything is a UserError: nothing is mixed with other files. */
export async function refuseFull(target: string): Promise<void> {
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
