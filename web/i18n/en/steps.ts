/** Steps of a claim: what is written down of each, approval, ledger. */
export const steps = {
  fact: {
    of: {
      how: "How it was sent",
      day: "Day",
      term: "Term ends",
      court: "Court",
      reference: "Number",
      outcome: "Outcome",
      sum: "Sum awarded",
      bailiff: "Bailiff",
    },
    writ: {
      how: "How it was sent",
      day: "Day of the writ",
      term: "Term ends",
      court: "Court",
      reference: "Number of the writ",
      outcome: "Outcome",
      sum: "Sum awarded",
      bailiff: "Bailiff",
    },
  },
  outcome: {
    granted: "Granted",
    "in-part": "Granted in part",
    settled: "Settled",
  },
  noSum: "This is no sum. Write it like this: 1500000.50",
  approval: {
    title: "Approval",
    by: "Approved by {{person}}, {{date}}",
    matches: "The data still give exactly what was approved.",
    changed: "The data have changed since the approval.",
    role: "A prosecutor or the head of the office approves this claim.",
    another: "You sent this claim to review; another person approves it.",
  },
};
