/** Files of a case. */
export const files = {
  title: "Files of the case",
  none: "No file yet. Consents, receipts and answers on paper belong here; the evidence package takes them along.",
  choose: "Choose a file",
  about: "What it is",
  claim: "Belongs to",
  wholeCase: "the whole case",
  ofClaim: "claim {{claim}}",
  ofPayment: "payment {{payment}}",
  add: "Put in",
  added: "The file is in the case.",
  remove: "Take out",
  removeWhy: "Why {{name}} does not belong to the case",
  removed: "Taken out by {{person}}, {{date}}:",
  by: "{{person}}, {{date}}",
  receipt: "Attach the receipt",
  receiptAbout: "Receipt {{receipt}}",
};
