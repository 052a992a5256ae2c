import type { SameKeys } from "../catalogue.ts";
import type { explore as en } from "../en/explore.ts";

export const explore: SameKeys<typeof en> = { title: "Байланыс" };
