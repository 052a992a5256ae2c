import { z } from "zod";
import { claim } from "./claims.ts";
import { endpoint } from "./endpoint.ts";
import type { Written } from "./foreign-text.ts";
import { MAY } from "./user-roles.ts";
import { version } from "./versions.ts";

/** Jointly caused harm: several defendants answer for one loss (Civil Code art. 932 with 287). */
export const joint = {
  setJoint: endpoint({
    name: "setJoint",
    method: "PUT",
    path: "/cases/:id/claims/:claim/joint",
    summary:
      "Say who caused the harm of a draft together with its defendant, and why; nobody = each answers alone",
    access: MAY.workOnCases,
    about: "case",
    params: z.object({ id: z.string(), claim: z.string() }),
    body: z.object({
      /** Of the claim. */
      version,
      /** Ids of people of the case, or holder keys of other parties of its claims. */
      others: z.array(z.string().min(1).max(100)).max(50),
      why: z.string().trim().max(2_000),
      /** The same for papers in Kazakh; one of both is needed. */
      whyKk: z.string().trim().max(2_000).nullable().default(null),
    }),
    answer: claim,
  }),
} as const;

/** The reason of joint liability, as it came and in Kazakh beside it; null = each answers alone. */
export function wordsOfJoint(
  said: { readonly why: string; readonly whyKk: string | null } | null,
): Written | null {
  return said && { text: said.why || null, kazakh: said.whyKk || null };
}
