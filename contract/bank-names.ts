/**
 * Banks of Kazakhstan by the three digits that their IBANs carry, as they call themselves in Latin
 * letters. For persons to read; data keeps the digits. Source: the banks' own requisites.
 */
const BANK_NAMES: Readonly<Record<string, string>> = {
  "125": "National Bank of Kazakhstan",
  "432": "VTB Bank (Kazakhstan)",
  "435": "Shinhan Bank Kazakhstan",
  "551": "Freedom Bank Kazakhstan",
  "563": "Kazpost",
  "601": "Halyk Bank",
  "722": "Kaspi Bank",
  "821": "Bank RBK",
  "826": "ATFBank",
  "832": "Citibank Kazakhstan",
  "849": "Nurbank",
  "856": "Bank CenterCredit",
  "886": "Home Credit Bank",
  "914": "Bereke Bank",
  // Merged into Halyk Bank in 2018; older files still have its accounts.
  "926": "Kazkommertsbank",
  "948": "Eurasian Bank",
  "949": "Altyn Bank",
  "965": "ForteBank",
  "972": "Otbasy Bank",
  "998": "Alatau City Bank",
};

/** Every bank that has a name here. */
export const BANK_CODES: readonly string[] = Object.keys(BANK_NAMES).sort();

/**
 * The bank's name for its three digits. What is no known code stays as it is: an unknown bank, or a
 * foreign bank's name as a file wrote it.
 */
export function bankName<Code extends string | null>(code: Code): Code | string {
  return code === null ? code : (BANK_NAMES[code] ?? code);
}
