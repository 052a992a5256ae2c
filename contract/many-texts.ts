import { z } from "zod";
import { sharedTexts } from "./dossier.ts";
import { endpoint, problem } from "./endpoint.ts";
import { MOST_CLAIMS } from "./papers.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** Words of the dossier written into many claims of a case at once. */

export type SharedTexts = z.infer<typeof sharedTexts>;
export const sharedText = sharedTexts.keyof();
export type SharedText = z.infer<typeof sharedText>;

const textsOfClaim = z.object({ claim: z.string(), version, texts: sharedTexts });
export type TextsOfClaim = z.infer<typeof textsOfClaim>;

export const manyTexts = {
  texts: endpoint({
    name: "textsOfClaims",
    method: "GET",
    path: "/cases/:id/claims/texts",
    summary: "The words of the dossiers of all claims of a case, to be taken over or replaced",
    access: "user",
    about: "case",
    params: z.object({ id: z.string() }),
    answer: z.object({ claims: z.array(textsOfClaim) }),
  }),
  write: endpoint({
    name: "writeTexts",
    method: "PUT",
    path: "/cases/:id/claims/texts",
    summary: "Write the same words into the dossiers of many claims; each is done or says why not",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string() }),
    body: z.object({
      texts: sharedTexts.partial(),
      claims: z
        .array(
          z.object({
            id: z.string(),
            /** As the person saw it. */
            version,
            /** The words that this claim takes; its others stay. */
            fields: z.array(sharedText).min(1),
          }),
        )
        .min(1)
        .max(MOST_CLAIMS),
    }),
    answer: z.object({
      /** A problem is why nothing was written into the claim; null = it was. */
      results: z.array(z.object({ claim: z.string(), problem: problem.nullable() })),
    }),
  }),
} as const;
