import type { SummaryWords } from "./summary-words.ts";

export const en: SummaryWords = {
  title: "Summary of the period",
  fileName: "Summary",
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
    "District",
    "Paper",
  ],
  allTime: "all time",
  since: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  template: `# SUMMARY
## of the work against money muling and internet fraud
## {period}
? district: District: {district}.

### Claims and recovery
In the victims’ interest {claimed.sum} were claimed and {recovered.sum} recovered.
? withdrawn.any: {withdrawn} claims for {withdrawn.sum} were withdrawn, returned by the court or refused.
? suits.any: {suits} suits for {suits.sum} are pending before the courts.
? demands.any: {demands} pre-trial demands were sent.
? droppers.any: {droppers} droppers were identified.

### The first hours
{blocked.sum} were blocked on accounts, and {returned.sum} of blocked money were returned to victims.
? refused.any: Banks refused {refused} payments for {refused.sum}.
? restricted.any: Urgent restrictions on property: {restricted}, {restricted.sum}.
? arrested.any: Arrests: {arrested}, {arrested.sum}.
? secured.any: Security for claims: {secured}, {secured.sum}.
? loans.any: Collection and interest on loans of {loans} victims for {loans.sum} are suspended.
? loans-stopped.any: Loans stopped before they were paid out: {loans-stopped}, {loans-stopped.sum}.
? incidents.any: {incidents} incidents were given to the Anti-Fraud centre.
? base-entries.any: {base-entries} entries were made in the centre’s base.

### Sites and criminal facts
? sites.any: {sites} sites and posts were blocked.
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

? office.signer: {office.signer}
`,
};
