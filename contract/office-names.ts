import { z } from "zod";

/** The office as it calls itself; null = it says nothing of itself in that language. */
export const officeNames = z.object({
  ru: z.string().nullable(),
  kk: z.string().nullable(),
  en: z.string().nullable(),
});
