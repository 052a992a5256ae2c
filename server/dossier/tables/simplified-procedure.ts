/**
 * THE SIMPLIFIED WRITTEN PROCEDURE: claims for money up to this limit are heard without a hearing.
 * A court order is for claims the code lists by name; money received without ground is not among
 * them, so none is ever proposed. Source: Code of Civil Procedure, art. 267-1.
 */
export const SIMPLIFIED_PROCEDURE = {
  /** Monthly calculation indices; a claim of exactly this sum is still within. */
  limitInIndices: 1_000,
  article: "267-1",
  source: "Code of Civil Procedure of Kazakhstan, art. 267-1",
  checked: true,
} as const;
