import { z } from "zod";

/**
 * The fields of answers that say who somebody is. Roles without need of them get them masked
 * (docs/api.md, "Who sees what"). "key" is the number that holders are grouped by: an IIN, a BIN or
 * an account; "text" may hold an IIN among its words.
 */
export type PersonalKind = "name" | "iin" | "key" | "phone" | "text";

/** A text that is personal data of this kind. */
export function personal(kind: PersonalKind): z.ZodString {
  return z.string().meta({ personal: kind });
}

/** What a schema's texts are, where they are personal data. */
export function personalKindOf(schema: z.core.$ZodType): PersonalKind | undefined {
  return z.globalRegistry.get(schema)?.personal as PersonalKind | undefined;
}
