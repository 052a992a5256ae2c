import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { cleanTexts } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { UserError } from "../../errors/user-error.ts";

/**
 * THE OFFICE THAT SENDS LETTERS AND FILES CLAIMS: the file office.json of the data folder, in each
 * language apart. What it does not say stays a blank on paper.
 */
const details = z.object({
  name: z.string().trim().min(1),
  /** The town in which papers are drawn up. */
  place: z.string().trim().min(1).optional(),
  address: z.string().trim().min(1).optional(),
  contacts: z.string().trim().min(1).optional(),
  /** Position and name of the person who signs. */
  signer: z.string().trim().min(1).optional(),
});
export type OfficeDetails = z.infer<typeof details>;

const FILE = "office.json";
const file = z.strictObject({
  ru: details.optional(),
  kk: details.optional(),
  en: details.optional(),
});

/** What the office says of itself in a language; null where it says nothing. */
export async function officeDetails(
  dataDir: string,
  language: DocumentLanguage,
): Promise<OfficeDetails | null> {
  return (await said(dataDir))[language] ?? null;
}

/** Names of the office; null where it says nothing in that language. */
export async function officeNames(
  dataDir: string,
): Promise<Record<DocumentLanguage, string | null>> {
  const { ru, kk, en } = await said(dataDir);
  return { ru: ru?.name ?? null, kk: kk?.name ?? null, en: en?.name ?? null };
}

async function said(dataDir: string): Promise<z.infer<typeof file>> {
  const text = await readFile(join(dataDir, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? {} : officeOf(text);
}

/** Reads the file; a UserError names the field that cannot be used. */
export function officeOf(text: string): z.infer<typeof file> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw badOffice("the file", (error as Error).message);
  }
  const read = file.safeParse(json);
  if (read.success) return cleanTexts(read.data);
  const [issue] = read.error.issues;
  throw badOffice(issue?.path.join(".") || "the file", issue?.message ?? "");
}

/** Name, address and contacts, a line each. */
export function senderLines({ name, address, contacts }: OfficeDetails): string {
  return [name, address, contacts].filter((line) => line !== undefined).join("\n");
}

function badOffice(field: string, why: string): UserError {
  return new UserError({
    code: "office-file",
    message: `${FILE} cannot be read at ${field}: ${why}`,
    remedy: `Write it like this: {"ru": {"name": "…", "address": "…", "contacts": "…"}, "kk": {…}}`,
    params: { field },
  });
}
