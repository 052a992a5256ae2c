/**
 * Currencies of ISO 4217 by the digits after the point (list one of the standard, with the codes
 * withdrawn since 2015, which old bank files still hold). The server, the web app and the evidence
 * package read their decimals here and nowhere else. Metals and drawing rights have no minor unit
 * in the standard; accounts in them are kept to hundredths.
 */
const CODES_BY_DIGITS: Readonly<Record<number, string>> = {
  0: "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN
    BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT
    LAK LBP LKR LRD LSL LTL MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE
    SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
    VEF VES WST XAG XAU XCD XCG XDR XPD XPT YER ZAR ZMW ZWG ZWL`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** Every code of the table, three capital letters each. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(DIGITS.keys());

/** Digits after the point of a currency; two where the code is unknown. */
export function fractionDigits(currency: string): number {
  return DIGITS.get(currency) ?? 2;
}

/** Signs that people here know; every other currency is shown by its code. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  KZT: "₸",
  USD: "$",
  EUR: "€",
  RUB: "₽",
  GBP: "£",
  CNY: "¥",
};

/** Minor units as a plain decimal with a point: 150050n KZT is "1500.50", 7n JPY is "7". */
export function formatDecimal(amount: bigint, currency: string): string {
  const digits = fractionDigits(currency);
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
