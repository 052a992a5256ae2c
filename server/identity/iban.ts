import { hasValidIbanChecksum, looksLikeKzIban, mod97 } from "../../contract/iban.ts";

export { hasValidIbanChecksum, looksLikeKzIban };

/** Upper case without spaces and hyphens: how an IBAN is compared. */
export function compactAccountNumber(text: string): string {
  return text.replace(/[\s\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff-]/g, "").toUpperCase();
}

/**
 * The form account numbers are stored in: an IBAN compact, whatever its length and check digits; a
 * bank's own key as it is written.
 */
export function normaliseAccountNumber(text: string): string {
  const compact = compactAccountNumber(text);
  return /^KZ\d{5}[A-Z0-9*]{8,18}$/.test(compact) || hasValidIbanChecksum(compact)
    ? compact
    : text.trim();
}

/** The check digits that make `country` + digits + `body` a valid IBAN. */
export function ibanCheckDigits(country: string, body: string): string {
  return String(98 - mod97(`${body}${country}00`)).padStart(2, "0");
}

/** The three-digit bank code of a Kazakh IBAN, or null for any other number. */
export function bankCodeOf(number: string): string | null {
  return looksLikeKzIban(number) ? number.slice(4, 7) : null;
}
