import { z } from "zod";
import { text } from "../../graph-queries/row-values.ts";
import type { ClaimDossier } from "./dossier.store.ts";
import { type FiledPerson, type FiledWords, filedWords } from "./filed-words.ts";
import type { ClaimPerson } from "./parties.ts";

/** The words of a dossier for its filing to keep. */
export function wordsOf(dossier: ClaimDossier): FiledWords {
  const { fields, court, victim, defendant, coDefendants, sources } = dossier;
  // The schema leaves out what papers of a filing do not state.
  return filedWords.parse({
    fields,
    court,
    victim,
    defendant,
    coDefendants: coDefendants.map(({ party }) => party),
    sources,
  });
}

/**
 * A dossier with the words that were filed; papers for the court state these. A filing of an older
 * version kept none: the text that was approved before it has them (frozen-dossier.ts). null = not
 * filed, or nothing was kept.
 */
export function wordsFiled(dossier: ClaimDossier, approved: string | null): FiledWords | null {
  if (dossier.filedOn === null) return null;
  return dossier.filing?.words ?? (approved === null ? null : wordsApproved(approved, dossier));
}

export function asFiled(dossier: ClaimDossier, words: FiledWords | null): ClaimDossier {
  if (words === null) return dossier;
  const person = (now: ClaimPerson, then: FiledPerson): ClaimPerson => ({ ...now, ...then });
  const { court } = dossier;
  return {
    ...dossier,
    fields: { ...dossier.fields, ...words.fields },
    court: words.court && {
      ...(court ?? { juvenile: false, source: "", checked: false }),
      ...words.court,
    },
    victim: person(dossier.victim, words.victim),
    defendant: person(dossier.defendant, words.defendant),
    coDefendants: dossier.coDefendants.map((one, at) => {
      const then = words.coDefendants[at];
      return then === undefined ? one : { ...one, party: person(one.party, then) };
    }),
  };
}

const approvedPerson = z.object({
  name: z.string(),
  iin: text,
  birth_date: text,
  address: text,
  address_kk: text,
  phone: text,
  email: text,
  representative: text,
  representative_kk: text,
});
const approvedText = z.object({
  dossier: z.object({
    court: text,
    court_kk: text,
    consent: text,
    consent_kk: text,
    why_not_self: text,
    why_not_self_kk: text,
    circumstances: text,
    circumstances_kk: text,
    fee_basis_kk: text,
    rate_source_kk: text,
    victim: approvedPerson,
    defendant: approvedPerson,
    co_defendants: z.array(approvedPerson),
    attachments: z.array(
      z.object({
        sha256: z.string(),
        request_number: text,
        request_date: text,
        sanctioned_by: text,
      }),
    ),
  }),
});

/** The words of an approved text; null where an older version froze no dossier. */
function wordsApproved(frozen: string, { court }: ClaimDossier): FiledWords | null {
  const found = approvedText.safeParse(JSON.parse(frozen));
  if (!found.success) return null;
  const { dossier: then } = found.data;
  // Approved is one court, chosen or proposed: that of the table has its name in both languages.
  const isProposed = court !== null && then.court === court.ru;
  return {
    fields: {
      court: isProposed ? null : then.court,
      courtKk: then.court_kk,
      consent: then.consent,
      consentKk: then.consent_kk,
      whyNotSelf: then.why_not_self,
      whyNotSelfKk: then.why_not_self_kk,
      circumstances: then.circumstances,
      circumstancesKk: then.circumstances_kk,
      feeBasisKk: then.fee_basis_kk,
      rateSourceKk: then.rate_source_kk,
    },
    court: isProposed ? { ru: court.ru, kk: court.kk } : null,
    victim: personApproved(then.victim),
    defendant: personApproved(then.defendant),
    coDefendants: then.co_defendants.map(personApproved),
    sources: then.attachments.map((one) => ({
      id: one.sha256,
      requestNumber: one.request_number,
      requestDate: one.request_date,
      sanctionedBy: one.sanctioned_by,
    })),
  };
}

function personApproved(one: z.output<typeof approvedPerson>): FiledPerson {
  return {
    id: one.birth_date === null ? null : "approved",
    name: one.name,
    iin: one.iin,
    birthDate: one.birth_date,
    address: one.address,
    addressKk: one.address_kk,
    phone: one.phone,
    email: one.email,
    representative: one.representative,
    representativeKk: one.representative_kk,
  };
}
