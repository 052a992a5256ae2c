/** "+7 701 555 44 33" of 77015554433; what is no phone of Kazakhstan or Russia stays as it is. */
export function formatPhone(number: string): string {
  return number.replace(
    /(?<![\p{L}\d])\+?7(\d{3})(\d{3})(\d{2})(\d{2})(?!\d)/gu,
    "+7\u00a0$1\u00a0$2\u00a0$3\u00a0$4",
  );
}
