/**
 * A Kazakhstan mobile number as 7XXXXXXXXXX ("+7 701 …", "8 701 …", "7701…", "701 …" with ten
 * digits); null for anything else.
 */
export function normalisePhone(text: string): string | null {
  const digits = text.replace(/[\s\u00a0()+.-]/g, "");
  if (/^[78]7\d{9}$/.test(digits)) return `7${digits.slice(1)}`;
  return /^7\d{9}$/.test(digits) ? `7${digits}` : null;
}
