import type { SameKeys } from "../catalogue.ts";
import type { reasons as en } from "../en/reasons.ts";

export const reasons: SameKeys<typeof en> = {
  ruleOut: "Алдымен жоққа шығарыңыз:",
  nothingAgainst: "Қарсы айтатын ештеңе табылмады.",
  sentences: {},
  innocent: {},
  against: {},
};
