import { z } from "zod";
import type { Language } from "./languages.ts";

/** A court by both its names. */
export const courtNames = z.object({ ru: z.string(), kk: z.string() });

/** Its name in a language; English has none of its own. */
export function courtName(court: z.infer<typeof courtNames>, language: Language): string {
  return court[language === "kk" ? "kk" : "ru"];
}
