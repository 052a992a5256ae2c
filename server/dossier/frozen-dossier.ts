import type { ClaimDossier } from "./dossier.store.ts";
import type { ClaimPerson } from "./parties.ts";

/**
 * The part of an approval that the dossier gives (claims/approval.ts): court, texts, fee, rate, all
 * parties, and the banks' answers that are attached. A day of birth that only the IIN gives is
 * nobody's word yet.
 */
export function frozenDossier(dossier: ClaimDossier) {
  const { fields, court, sources } = dossier;
  const { penalty } = dossier;
  const person = ({ id, ...one }: ClaimPerson) => ({
    name: one.name,
    iin: one.iin,
    birth_date: id === null ? null : one.birthDate,
    address: one.address,
    phone: one.phone,
    email: one.email,
    representative: one.representative,
    // Approvals of older versions have no such fields.
    ...(one.addressKk !== null && { address_kk: one.addressKk }),
    ...(one.representativeKk !== null && { representative_kk: one.representativeKk }),
  });
  return {
    court: fields.court ?? court?.ru ?? null,
    consent: fields.consent,
    why_not_self: fields.whyNotSelf,
    circumstances: fields.circumstances,
    fee: fields.fee,
    fee_basis: fields.feeBasis,
    ...(fields.courtKk !== null && { court_kk: fields.courtKk }),
    ...(fields.consentKk !== null && { consent_kk: fields.consentKk }),
    ...(fields.whyNotSelfKk !== null && { why_not_self_kk: fields.whyNotSelfKk }),
    ...(fields.circumstancesKk !== null && { circumstances_kk: fields.circumstancesKk }),
    ...(fields.feeBasisKk !== null && { fee_basis_kk: fields.feeBasisKk }),
    ...(fields.rateSourceKk !== null && { rate_source_kk: fields.rateSourceKk }),
    rate: fields.rate && `${fields.rate.rate}, ${fields.rate.day}, ${fields.rate.source}`,
    ...(fields.penalty && {
      penalty: `${fields.penalty.from} – ${fields.penalty.until}: ${(penalty?.rates ?? [])
        .map((one) => `${one.rate / 100} % (${one.rateFrom})`)
        .join(", ")}`,
    }),
    victim: person(dossier.victim),
    defendant: person(dossier.defendant),
    co_defendants: dossier.coDefendants.map(({ party }) => person(party)),
    attachments: sources.map((source) => ({
      file: source.fileName,
      sha256: source.id,
      request_number: source.requestNumber,
      request_date: source.requestDate,
      sanctioned_by: source.sanctionedBy,
    })),
  };
}

export type FrozenDossier = ReturnType<typeof frozenDossier>;
