import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { roles as en } from "../en/account-roles.ts";

export const roles: SameKeys<typeof en> = {
  victim: "Жәбірленуші",
  collector: "Жинаушы",
  transit: "Транзит",
  distributor: "Таратушы",
  "cash-out": "Қолма-қол шығару",
  none: "Бағаланбаған",
  possibleVictim: "Ықтимал жәбірленуші",
};
