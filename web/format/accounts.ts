/** IBAN in groups of four, as banks print it: "KZ86 601K ZT31 9376 8896"; other keys stay as they are. */
export function formatAccount(number: string): string {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(number) ? number.replace(/(.{4})(?=.)/g, "$1\u00a0") : number;
}

/** "…8896": enough to recognise an account beside its holder's name. */
export function shortAccount(number: string): string {
  return number.length <= 6 ? number : `…${number.slice(-4)}`;
}
