import { z } from "zod";
import { endpoint, instant } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/**
 * Files of a case: consents, receipts, answers on paper. Their bytes lie in the data folder under
 * their SHA-256; the package takes them along.
 */

const caseFile = z.object({
  id: z.string(),
  /** As the person's computer calls it. */
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** Kind of the file: "receipt", "consent of 3 March". */
  about: z.string(),
  /** The claim it belongs to; null = the whole case. */
  claim: z.string().nullable(),
  /** The payment that it is the receipt of. */
  payment: z.string().nullable(),
  at: instant,
  by: z.string(),
  /** A file put in by mistake is taken out with a reason; no package has it any more. */
  removed: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
});
export type CaseFile = z.infer<typeof caseFile>;

const files = z.object({
  /** Of the case, read together with what follows: a change of it starts from this state. */
  version,
  files: z.array(caseFile),
});
const ofCase = z.object({ id: z.string() });
const ofFile = ofCase.extend({ file: z.string() });

export const caseFiles = {
  list: endpoint({
    name: "caseFiles",
    method: "GET",
    path: "/cases/:id/files",
    summary: "Files of a case with their SHA-256; those taken out with the reason",
    access: "user",
    about: "case",
    params: ofCase,
    answer: files,
  }),
  add: endpoint({
    name: "addCaseFile",
    method: "POST",
    path: "/cases/:id/files",
    summary: "Stream a file into a case, of a claim or a payment where it belongs to one",
    access: MAY.workOnCases,
    about: "case",
    params: ofCase,
    query: z.object({
      /** Of the case. */
      version: z.coerce.number().pipe(version),
      name: z.string().min(1).max(400),
      about: z.string().trim().max(500),
      claim: z.string().max(100).optional(),
      payment: z.string().max(100).optional(),
    }),
    answer: files,
  }),
  get: endpoint({
    name: "caseFile",
    method: "GET",
    path: "/cases/:id/files/:file",
    summary: "The bytes of a file, compared with its SHA-256 first",
    access: "user",
    about: "case",
    params: ofFile,
    answer: z.unknown(),
    media: "application/octet-stream",
  }),
  remove: endpoint({
    name: "removeCaseFile",
    method: "POST",
    path: "/cases/:id/files/:file/removed",
    summary: "Take a file out of a case, with the reason",
    access: MAY.workOnCases,
    about: "case",
    params: ofFile,
    body: z.object({ version, reason: z.string().trim().max(2_000) }),
    answer: files,
  }),
} as const;
