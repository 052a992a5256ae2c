/**
 * IBAN, ISO 13616. A Kazakh one is KZ, two check digits, a three-digit bank code and thirteen
 * letters or digits.
 */

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

/** Of digits and capital letters, A = 10 to Z = 35. */
function mod97(text: string): number {
  let remainder = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    remainder = code < 65 ? (remainder * 10 + code - 48) % 97 : (remainder * 100 + code - 55) % 97;
  }
  return remainder;
}

export function looksLikeKzIban(number: string): boolean {
  return /^KZ\d{2}\d{3}[A-Z0-9]{13}$/.test(number);
}

export function hasValidIbanChecksum(number: string): boolean {
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(number) &&
    mod97(number.slice(4) + number.slice(0, 4)) === 1
  );
}

/** The check digits that make `country` + digits + `body` a valid IBAN. */
export function ibanCheckDigits(country: string, body: string): string {
  return String(98 - mod97(`${body}${country}00`)).padStart(2, "0");
}

/** The three-digit bank code of a Kazakh IBAN, or null for any other number. */
export function bankCodeOf(number: string): string | null {
  return looksLikeKzIban(number) ? number.slice(4, 7) : null;
}
