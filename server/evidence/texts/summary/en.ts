import type { SummaryWords } from "./summary-words.ts";

export const en: SummaryWords = {
  title: "Summary of the period",
  fileName: "Summary",
  overview: {
    sheet: "Summary",
    period: "Period",
    before: "Period before",
    district: "District",
    everyDistrict: "all districts",
    madeBy: "Made by",
    madeAt: "Made",
    columns: [
      "Figure",
      "Number",
      "Sum",
      "Currency",
      "Number before",
      "Sum before",
      "Change of number",
      "Change of sum",
      "Number in the records",
      "Sum of the records",
    ],
    others: "Records of other people’s cases are counted in the figures and left out of the list.",
  },
  sheet: "Records",
  columns: [
    "Figure",
    "Day",
    "About",
    "Number",
    "Sum",
    "Currency",
    "Case",
    "Claim",
    "Measure",
    "Account",
    "Bank",
    "District",
    "Paper",
    "Letter to the bank",
    "Court of the decision",
    "Number of the decision",
    "Day of the decision",
  ],
  letter: (number, day) => `No ${number} of ${day}`,
  allTime: "all time",
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  blanks: {
    "office.name": "name of the office",
    "office.signer": "position and name",
  },
  template: `{office.name}
No. ____________ of ______________ 20___

# SUMMARY
## of the work against money muling and internet fraud
## {period}
? as-of: As of {as-of}.
? district: District: {district}.

### Claims and recovery
In the victims’ interest {claimed.sum} were claimed and {recovered.sum} recovered.
? penalty-claimed.any: Penalty claimed in court beside that: {penalty-claimed.sum}. The price of a suit is debt and penalty together.
? penalty-recovered.any: Penalty recovered: {penalty-recovered.sum}.
? withdrawn.any: Claims withdrawn, returned by the court or refused: {withdrawn}, for {withdrawn.sum}.
? claimed-again.any: Claims made again after a withdrawal, return or refusal: {claimed-again}, for {claimed-again.sum}.
? suits.any: Suits pending before the courts: {suits}, for {suits.sum}.
? demands.any: Pre-trial demands sent: {demands}.
? droppers.any: Droppers identified: {droppers}.

### The first hours
{blocked.sum} were blocked on accounts, and {returned.sum} of blocked money were returned to victims.
? refused.any: Payments refused by banks: {refused}, for {refused.sum}.
? restricted.any: Urgent restrictions on property: {restricted}, {restricted.sum}.
? arrested.any: Arrests: {arrested}, {arrested.sum}.
? secured.any: Security for claims: {secured}, {secured.sum}.
? loans.any: Victims for whom collection and interest of loans are suspended: {loans}, for {loans.sum}.
? loans-stopped.any: Loans stopped before they were paid out: {loans-stopped}, {loans-stopped.sum}.
? incidents.any: Incidents given to the Anti-Fraud centre: {incidents}.
? base-entries.any: Entries made in the centre’s base: {base-entries}.

### Sites and criminal facts
? sites.any: Sites and posts blocked: {sites}.
? facts.any: Facts of money muling: {facts}; convicted: {facts-convicted}, in court: {facts-in-court}, under investigation: {facts-investigated}.

### Prevention
? messages.any: - messages sent: {messages}
? brochures.any: - brochures handed out: {brochures}
? posts.any: - posts published: {posts}
? meetings.any: - meetings held: {meetings}
? billboards.any: - billboards put up: {billboards}
? robot.any: - people reached by the outreach robot: {robot}

? before: ### Beside the period before, {before}
! before: ### All figures
| Figure | Number | Sum | Before | Sum before |
| {figures.name} | {figures.count} | {figures.sum} | {figures.before} | {figures.before-sum} |

Signature ____________________ {office.signer}
`,
};
