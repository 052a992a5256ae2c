/**
 * IBAN, ISO 13616. A Kazakh one is KZ, two check digits, a three-digit bank code and thirteen
 * letters or digits.
 */

/** Of digits and capital letters, A = 10 to Z = 35. */
export function mod97(text: string): number {
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

/** Written like a Kazakh IBAN, spaces aside, with check digits that do not fit: misheard or mistyped. */
export function isDoubtfulIban(written: string): boolean {
  const number = written.replace(/[\s-]/g, "").toUpperCase();
  return looksLikeKzIban(number) && !hasValidIbanChecksum(number);
}
