import { z } from "zod";
import { courtNames } from "../../contract/court-names.ts";
import { text } from "../../graph-queries/row-values.ts";

const person = z.object({
  /** null = a day of birth that only the IIN gives is nobody's word yet. */
  id: text,
  name: z.string(),
  iin: text,
  birthDate: text,
  address: text,
  addressKk: text,
  phone: text,
  email: text,
  representative: text,
  representativeKk: text,
});
export type FiledPerson = z.output<typeof person>;

/** The words that the papers of a filing had beside its sums: later changes are not in them. */
export const filedWords = z.object({
  fields: z.object({
    court: text,
    courtKk: text,
    consent: text,
    consentKk: text,
    whyNotSelf: text,
    whyNotSelfKk: text,
    circumstances: text,
    circumstancesKk: text,
    feeBasisKk: text,
    rateSourceKk: text,
  }),
  /** The court that was proposed then. */
  court: courtNames.nullable(),
  victim: person,
  defendant: person,
  coDefendants: z.array(person),
  /** Requests that the attached answers of banks name. */
  sources: z.array(
    z.object({ id: z.string(), requestNumber: text, requestDate: text, sanctionedBy: text }),
  ),
});
export type FiledWords = z.output<typeof filedWords>;
