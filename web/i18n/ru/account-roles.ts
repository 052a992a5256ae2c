import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { roles as en } from "../en/account-roles.ts";

export const roles: RussianKeys<typeof en> = {
  victim: "Потерпевший",
  collector: "Сборщик",
  transit: "Транзит",
  distributor: "Распределитель",
  "cash-out": "Обналичивание",
  none: "Не оценён",
  possibleVictim: "Возможный потерпевший",
};
