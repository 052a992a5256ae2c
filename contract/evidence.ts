import { z } from "zod";
import { documentLanguage } from "./document-language.ts";
import { endpoint } from "./endpoint.ts";
import { MAY } from "./user-roles.ts";

/** The evidence package of a case and the key it is signed with. */
export const evidence = {
  export: endpoint({
    name: "evidence",
    method: "POST",
    path: "/cases/:id/export",
    summary: "Export the evidence package as a ZIP: a signed BagIt bag (docs/evidence.md)",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      language: documentLanguage.default("ru"),
      /** A copy in which everybody but victims and defendants stands under a pseudonym. */
      disclosure: z.boolean().default(false),
    }),
    answer: z.unknown(),
    media: "application/zip",
  }),
  signer: endpoint({
    name: "signer",
    method: "GET",
    path: "/evidence/signer",
    summary:
      "The office's public key and its fingerprint, to be told to the court outside the package",
    access: "user",
    about: "nobody",
    answer: z.object({ fingerprint: z.string(), publicKey: z.string() }),
  }),
} as const;
