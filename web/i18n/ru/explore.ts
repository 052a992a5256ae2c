import type { RussianKeys } from "../catalogue.ts";
import type { explore as en } from "../en/explore.ts";

export const explore: RussianKeys<typeof en> = { title: "Связи" };
