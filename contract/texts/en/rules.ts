import type { ClaimMethod } from "../../claims.ts";

/**
 * The tracing rules, and a claim that needs none, as the screen and the papers for a court name
 * them: words within a sentence.
 */
export const rules = {
  direct: "the victim’s own transfer",
  fifo: "first in, first out (FIFO)",
  lifo: "last in, first out (LIFO)",
  "pro-rata": "pro rata",
  libr: "lowest intermediate balance",
  "pari-passu": "pari passu by contribution",
  "victim-favourable": "in the victim’s favour",
} satisfies Record<ClaimMethod, string>;
