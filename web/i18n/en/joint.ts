/** Several defendants who answer for one loss together. */
export const joint = {
  title: "Several defendants, one loss",
  none: "each answers alone",
  basis:
    "Jointly caused harm (Civil Code art. 932 and 287): all of them answer for the whole loss.",
  said: "{{person}}, {{date}}:",
  hint: "Unjust enrichment knows no joint liability. Say who caused the harm together, and what shows it. Drafts of this victim against them are taken into this claim.",
  others: "Who caused the harm together with the defendant",
  find: "Find by name or IIN",
  notFound: "Nobody of the case is called so.",
  nobody: "Write down people of the case first: there is nobody else yet.",
  why: "How they acted together, and what shows it",
  save: "Answer together",
  divide: "Each answers alone again",
  whyDivide: "Why each answers alone",
  saved: "Saved.",
  more_one: "and {{formatted}} more together",
  more_other: "and {{formatted}} more together",
  defendant: "Defendant {{number}}",
  court: "Court of one of the defendants",
  chooseCourt: "Choose one",
};
