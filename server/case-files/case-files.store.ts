import type { Readable } from "node:stream";
import { z } from "zod";
import type { CaseFile } from "../../contract/case-files.ts";
import { cleanText, saysSomething } from "../../contract/clean-text.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { TransactionQueries } from "../../graph-queries/runner.ts";
import { changeCase, oneCase } from "../cases/cases.store.ts";
import { unknown } from "../cases/unknown.ts";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import { storeBytes, storedPath } from "./stored-bytes.ts";

type Files = Pick<Database, "queries" | "dataDir">;

const fileRow = z
  .object({
    id: z.string(),
    name: z.string(),
    bytes: count,
    sha256: z.string(),
    about: z.string(),
    claim: text,
    payment: text,
    at: count,
    by: z.string(),
    removedReason: text,
    removedAt: count.nullish(),
    removedBy: text,
  })
  .transform(
    ({ removedReason, removedAt, removedBy, ...file }): CaseFile => ({
      ...file,
      removed:
        removedAt == null
          ? null
          : { reason: removedReason ?? "", at: removedAt, by: removedBy ?? "" },
    }),
  );

/** The files of a case, those taken out included; an unknown case is a UserError. */
export async function filesOfCase(
  { queries }: Pick<Files, "queries">,
  id: string,
): Promise<{ version: number; files: CaseFile[] }> {
  const { version } = await oneCase(queries, id);
  return { version, files: await queries.read("case-files/list", { id, file: null }, fileRow) };
}

/** A file that comes in, as a person describes it. */
export interface NewFile {
  readonly name: string;
  readonly about: string;
  readonly claim?: string | undefined;
  readonly payment?: string | undefined;
}

/** Takes a file into a case; the case is held still only once all its bytes are there. */
export async function addFile(
  { queries, dataDir }: Files,
  id: string,
  wanted: NewFile,
  bytes: Readable,
  actor: Actor,
  signal?: AbortSignal,
): Promise<{ version: number; files: CaseFile[] }> {
  const { claim = null, payment = null } = wanted;
  const about = cleanText(wanted.about).trim();
  const name = plainName(wanted.name);
  if (!saysSomething(about)) {
    throw new UserError({
      code: "case-file-needs-about",
      message: `Nobody says what ${name} is.`,
      remedy: "Say in a few words what the document is.",
      params: { name },
    });
  }
  // Before the bytes come: a wrong claim or a closed case is said at once.
  await changeCase(queries, id, actor, (transaction) => refuseForeign(transaction, id, wanted));
  const stored = await storeBytes(dataDir, name, bytes, { ...(signal && { signal }) });
  await changeCase(queries, id, actor, async (transaction) => {
    await refuseForeign(transaction, id, wanted);
    const there = await transaction.run("case-files/list", { id, file: null }, fileRow);
    const same = there.find(
      (one) =>
        one.removed === null &&
        one.sha256 === stored.sha256 &&
        one.claim === claim &&
        one.payment === payment,
    );
    if (same) throw alreadyThere(name, same.id);
    const file = {
      name,
      bytes: BigInt(stored.bytes),
      sha256: stored.sha256,
      about,
      claim,
      payment,
      at: BigInt(actor.at),
      by: actor.by,
    };
    await transaction.run("case-files/add", { id, file }, z.object({ id: z.string() }));
    await recordChanges(transaction, [id], "file-added", actor, name);
  });
  return filesOfCase({ queries }, id);
}

/** Takes a file out of a case; the reason and its hash stay written down. */
export async function removeFile(
  { queries }: Pick<Files, "queries">,
  at: { readonly caseId: string; readonly file: string },
  reason: string,
  actor: Actor,
): Promise<{ version: number; files: CaseFile[] }> {
  if (!saysSomething(reason)) {
    throw new UserError({
      code: "case-file-needs-reason",
      message: "Taking a file out of a case needs a reason.",
      remedy: "Write in a sentence why it does not belong to the case.",
    });
  }
  await changeCase(queries, at.caseId, actor, async (transaction) => {
    const parameters = {
      id: at.caseId,
      file: at.file,
      reason: cleanText(reason).trim(),
      at: BigInt(actor.at),
      by: actor.by,
    };
    const row = z.object({ name: z.string() });
    const [removed] = await transaction.run("case-files/remove", parameters, row);
    if (!removed) throw unknown("file", at.file);
    await recordChanges(transaction, [at.caseId], "file-removed", actor, removed.name);
  });
  return filesOfCase({ queries }, at.caseId);
}

/** A file with the path of its bytes, which are compared with the hash first. */
export async function fileWithPath(
  { queries, dataDir }: Files,
  at: { readonly caseId: string; readonly file: string },
): Promise<CaseFile & { readonly path: string }> {
  const parameters = { id: at.caseId, file: at.file };
  const [file] = await queries.read("case-files/list", parameters, fileRow);
  if (!file) throw unknown("file", at.file);
  return { ...file, path: await storedPath(dataDir, file) };
}

/** A claim of another case, or a payment of another claim. */
async function refuseForeign(
  transaction: TransactionQueries,
  id: string,
  wanted: NewFile,
): Promise<void> {
  const { claim = null, payment = null } = wanted;
  if (claim === null && payment === null) return;
  const row = z.object({ claim: z.string() });
  const [found] = await transaction.run("case-files/belongs", { id, claim, payment }, row);
  if (!found) throw unknown(payment === null ? "claim" : "payment", payment ?? claim ?? "");
}

/** The last part of the name as the person's computer has it, without what no document can show. */
function plainName(name: string): string {
  const last = cleanText(name).replaceAll("\\", "/").split("/").at(-1)?.trim() ?? "";
  return saysSomething(last) ? last.slice(-200) : "file";
}

function alreadyThere(name: string, id: string): UserError {
  return new UserError({
    code: "case-file-there",
    status: 409,
    message: `${name} is in the case already, as ${id}.`,
    remedy: "Choose another file.",
    params: { name, id },
  });
}
