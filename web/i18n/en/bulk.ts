/** Claims and documents for all droppers of a case in one step. */
export const bulk = {
  title: "For all droppers: claims and documents",
  method: "Claims",
  direct: "Received directly from the victim",
  documents: "Documents",
  usual: "Claim statement, calculation, list of transfers, demand",
  fresh: "new",
  below: "below the smallest sum: left out",
  ready: "nothing is missing",
  lacks: "Missing: {{what}}",
  none: "No claim follows.",
  plan_one: "{{formatted}} claim, {{fresh}} of them new; {{below}} left out.",
  plan_other: "{{formatted}} claims, {{fresh}} of them new; {{below}} left out.",
  submit: "Open the claims and download the archive",
  done: "The archive is in the downloads: {{name}}",
};
