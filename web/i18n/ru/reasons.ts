import type { RussianKeys } from "../catalogue.ts";
import type { reasons as en } from "../en/reasons.ts";

export const reasons: RussianKeys<typeof en> = {
  ruleOut: "Сначала исключить:",
  nothingAgainst: "Ничего, что говорило бы против, не найдено.",
  sentences: {},
  innocent: {},
  against: {},
};
