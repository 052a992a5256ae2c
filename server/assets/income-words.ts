import type { z } from "zod";
import type { IncomeKind, incomeProtection } from "../../contract/assets.ts";

/**
 * WORDS BY WHICH A RECEIPT IS TOLD TO BE INCOME, and what of it a bailiff may take. Source: Law of
 * Kazakhstan 261-IV of 2 April 2010, articles 95 (wages and other income) and 98 (what may not be
 * taken), on kodeksy-kz.com, edition of April and May 2024. Words are folded
 * (server/identity/names.ts) and looked for as the start of a word; the first kind that fits is
 * taken.
 */
export interface KindOfIncome {
  readonly kind: IncomeKind;
  readonly words: readonly string[];
  readonly protection: z.infer<typeof incomeProtection>;
  readonly article: string | null;
  /** Persons pay it too; everything else comes from an organisation. */
  readonly fromPersons?: boolean;
}

export const KINDS_OF_INCOME: readonly KindOfIncome[] = [
  {
    kind: "breadwinner",
    words: ["потере кормильца", "потеря кормильца", "потерей кормильца", "асыраушысынан"],
    protection: "whole",
    article: "261-IV, 98 (2)",
  },
  {
    kind: "disabled-child",
    words: ["ребенка инвалид", "ребенку инвалид", "детям инвалид", "мугедектиги бар бала"],
    protection: "whole",
    article: "261-IV, 98 (3)",
  },
  {
    kind: "harm",
    words: ["возмещение вреда", "возмещения вреда", "зиянды отеу", "зиян отеу"],
    protection: "whole",
    article: "261-IV, 98 (1)",
  },
  {
    kind: "alimony",
    words: ["алимент"],
    protection: "unclear",
    article: null,
    fromPersons: true,
  },
  {
    kind: "pension",
    words: ["пенси", "зейнетакы"],
    protection: "half",
    article: "261-IV, 95 (1)",
  },
  {
    kind: "scholarship",
    words: ["стипенди", "шакиртакы"],
    protection: "half",
    article: "261-IV, 95 (1)",
  },
  {
    kind: "benefit",
    words: ["пособи", "жардемакы", "социальная выплата", "социальной выплаты", "алеуметтик толем"],
    protection: "unclear",
    article: null,
  },
  {
    kind: "salary",
    words: [
      "заработн",
      "зарплат",
      "зар плат",
      "жалакы",
      "енбекакы",
      "оклад",
      "отпускн",
      "salary",
      "payroll",
      "wages",
    ],
    protection: "half",
    article: "261-IV, 95 (1)",
  },
];
