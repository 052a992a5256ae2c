/** What each file of a package is, by its path below data/; the first that fits decides. */
const KINDS = [
  ["readme", /^README\.\w+\.txt$/],
  ["machines", /^ro-crate-metadata\.json$/],
  ["inventory", /^inventory\.pdf$/],
  ["letter", /^cover-letter\.\w+$/],
  ["withheld", /^withheld\.csv$/],
  ["transfers", /^1-facts\/transfers\.\w+$/],
  ["sources", /^1-facts\/sources\.csv$/],
  ["accounts", /^1-facts\/accounts\.csv$/],
  ["reports", /^1-facts\/reports\.csv$/],
  ["described", /^1-facts\/described-transfers\.csv$/],
  ["claims", /^2-calculation\/claims\.csv$/],
  ["lines", /^2-calculation\/claim-lines\.csv$/],
  ["totals", /^2-calculation\/totals\.csv$/],
  ["repayments", /^2-calculation\/repayments\.csv$/],
  ["payments", /^2-calculation\/payments\.csv$/],
  ["tengeNotCounted", /^2-calculation\/tenge-not-counted\.csv$/],
  ["losses", /^2-calculation\/losses\.csv$/],
  ["recoveries", /^2-calculation\/recoveries\.csv$/],
  ["penalty", /^2-calculation\/penalty\.csv$/],
  ["joint", /^2-calculation\/joint-defendants\.csv$/],
  ["differences", /^2-calculation\/differences\.csv$/],
  ["figures", /^2-calculation\/victim-figures\.csv$/],
  ["approvals", /^2-calculation\/approvals(\.csv|\/.+\.json)$/],
  ["calculation", /^2-calculation\/claims\/.+\.(csv|pdf)$/],
  ["method", /^2-calculation\/method\.\w+\.txt$/],
  ["trace", /^2-calculation\/trace\/.+$/],
  ["movements", /^2-calculation\/movements\/.+$/],
  ["flow", /^2-calculation\/flow-.+$/],
  ["findings", /^3-indicators\/findings\.csv$/],
  ["reasons", /^3-indicators\/reasons\.csv$/],
  ["withheldTransfers", /^3-indicators\/withheld-transfers\.csv$/],
  ["runs", /^3-indicators\/runs\.json$/],
  ["limits", /^3-indicators\/method-and-limits\.\w+\.txt$/],
  ["attachments", /^4-attachments\/files\.csv$/],
  ["attachment", /^4-attachments\/.+$/],
] as const;

export type FileKind = (typeof KINDS)[number][0];

/** null: no file that a package has. */
export function kindOf(path: string): FileKind | null {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}
