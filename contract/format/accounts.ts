/**
 * IBAN in groups of four, as banks print it: "KZ86 601K ZT31 9376 8896"; other keys stay as they
 * are.
 */
export function formatAccount(number: string): string {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(number)
    ? number.replace(/(.{4})(?=.)/g, "$1\u00a0")
    : number;
}

/** "Бөкейханов Ү." of "Бөкейханов Үміт Қанатұлы"; names of organisations stay whole. */
export function shortName(name: string): string {
  const [surname, given, ...rest] = name.trim().split(/\s+/);
  const person =
    surname &&
    given &&
    rest.length <= 2 &&
    /^[\p{L}-]+$/u.test(surname) &&
    /^\p{Lu}[\p{L}-]*\.?$/u.test(given);
  const organisation = /^(ТОО|ЖШС|АО|АҚ|ИП|ЖК|LLP|JSC|LLC)$/i.test(surname ?? "");
  return person && !organisation ? `${surname} ${given.charAt(0)}.` : name;
}

/** "…8896": enough to recognise an account beside its holder's name. */
export function shortAccount(number: string): string {
  return number.length <= 6 ? number : `…${number.slice(-4)}`;
}
