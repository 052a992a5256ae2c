/** Claims and documents for all droppers of a case in one step. */
export const bulk = {
  title: "Claims and documents for all droppers",
  method: "Claims",
  direct: "Received directly from the victim",
  documents: "Documents",
  usual: "Claim statement, calculation, list of transfers, demand",
  fresh: "new",
  below: "below the smallest sum: left out",
  ready: "nothing is missing",
  none: "No claim follows.",
  plan_one: "{{formatted}} claim for {{sum}}; {{fresh}} of them new.",
  plan_other: "{{formatted}} claims for {{sum}}; {{fresh}} of them new.",
  leftOut_one:
    "Below the smallest sum, left out without documents: {{formatted}} claim for {{sum}}.",
  leftOut_other:
    "Below the smallest sum, left out without documents: {{formatted}} claims for {{sum}}.",
  alsoVictim: "the defendant is a victim of report {{reports}}",
  leftOutOpen: "Of these, already prepared: {{list}}.",
  missing: "Missing (in brackets: in how many claims): {{list}}.",
  lacks_one: "{{count}} item is missing",
  lacks_other: "{{count}} items are missing",
  submit: "Open the claims and download the archive",
  done: "The archive is in the downloads: {{name}}",
  steps: {
    title: "Hand over or approve several claims",
    review: "Send {{formatted}} to review",
    approved: "Approve {{formatted}}",
    done: "Done: {{done}} of {{all}}.",
  },
};
