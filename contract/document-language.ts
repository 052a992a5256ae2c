import { z } from "zod";
import { LANGUAGES } from "./languages.ts";

/** The language of what leaves the program for a person: documents, letters, files of tables. */
export const documentLanguage = z.enum(LANGUAGES);
export type DocumentLanguage = z.infer<typeof documentLanguage>;
