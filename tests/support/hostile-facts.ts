import type { CaseFacts } from "../../server/evidence/case-facts.ts";

/** What attackers and broken bank systems put into names and purposes. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://evil.kz";"Иванов")',
  "=cmd|'/C calc'!A0",
  "+cmd|'/C calc'!A0",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "-2+3",
  "Аружан\u0000\u0001\u001f Қызы",
  "A\ufffeB\uffffC",
  "half \ud800 letter",
  "\u202eнавИ\u202c",
  "_x0041_ _x005F_",
  "Иванов;=1+1;",
  "{bank} {#x}",
  "<b>&amp;\u2028",
] as const;

/** The facts of a case in which every text a bank or person wrote is one of these. */
export function hostileFacts(facts: CaseFacts, text: string): CaseFacts {
  const claims = facts.claims.map((claim) => ({
    ...claim,
    victim: { ...claim.victim, name: text },
    defendant: { ...claim.defendant, name: text },
    lines: claim.lines.map((line) => ({ ...line, purpose: text, sourceName: text })),
  }));
  return {
    ...facts,
    case: { ...facts.case, title: text },
    claims,
    transfers: facts.transfers.map((one) => ({ ...one, purpose: text, documentNumber: text })),
    accounts: facts.accounts.map((one) => ({
      ...one,
      bank: text,
      holder: one.holder === null ? null : { ...one.holder, name: text },
    })),
    sources: facts.sources.map((one) => ({ ...one, fileName: text, loadedBy: text })),
    reports: facts.reports.map((one) => ({ ...one, lure: text, victimName: text })),
    traces: facts.traces.map((trace) => ({
      ...trace,
      accounts: trace.accounts.map((one) => ({ ...one, holderName: text })),
      holders: trace.holders.map((one) => ({ ...one, name: text })),
      victims: trace.victims.map((one) => ({ ...one, name: text })),
    })),
  };
}
