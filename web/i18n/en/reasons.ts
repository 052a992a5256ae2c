export const reasons = {
  ruleOut: "Rule out first:",
  nothingAgainst: "Nothing found that speaks against.",
  sentences: {},
  innocent: {},
  against: {},
};
