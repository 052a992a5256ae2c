import type { WrittenParty } from "../statement-items.ts";

/** A document or account section of a 1CClientBankExchange file: keys folded to lower case. */
export type Section = ReadonlyMap<string, string>;

/**
 * Keys banks use for one meaning, Kazakh dialect first; "*" stands for the party. All in lower
 * case.
 */
const PARTY_KEYS = {
  account: ["*иик", "*счет", "*расчсчет", "*счёт"],
  name: ["*наименование", "*1", "*"],
  iin: [
    "*бин_иин",
    "*иин_бин",
    "*бинииин",
    "*иин/бин",
    "*бин/иин",
    "*биниин",
    "*иинбин",
    "*иин",
    "*бин",
    "*инн",
  ],
  bank: ["*банкбик", "*бик", "*банкнаименование", "*банк1", "*банк"],
  residence: ["*кбе"],
} as const;

/** Keys beside the parties that have a meaning of their own; all others are kept as they stand. */
export const DOCUMENT_KEYS = {
  amountIn: ["суммаприход", "суммакредит"],
  amountOut: ["суммарасход", "суммадебет"],
  amount: ["сумма", "суммадокумента"],
  currency: ["валюта", "кодвалюты", "валютадокумента"],
  paidOn: ["датасписано"],
  receivedOn: ["датапоступило"],
  bookedOn: ["датаоперации", "датапроведения", "датавалютирования", "дата", "датадокумента"],
  time: ["времяоперации", "времядокумента"],
  number: ["номердокумента", "номер"],
  purpose: ["назначениеплатежа"],
  purposeCode: ["кодназначенияплатежа", "кнп"],
  kind: ["виддокумента"],
} as const;

export const ACCOUNT_KEYS = {
  account: ["расчсчет", "иик", "счет"],
  from: ["датаначала"],
  to: ["датаконца"],
  opening: ["начальныйостаток"],
  closing: ["конечныйостаток"],
  totalIn: ["всегопоступило"],
  totalOut: ["всегосписано"],
  currency: ["валюта", "кодвалюты"],
} as const;

/** The first of the keys that has a value; "" where none has. */
export function fieldOf(section: Section, keys: readonly string[]): string {
  for (const key of keys) {
    const value = section.get(key);
    if (value !== undefined && value.trim() !== "") return value;
  }
  return "";
}

export const PARTIES = ["плательщик", "получатель"] as const;

export function partyOf(section: Section, party: (typeof PARTIES)[number]): WrittenParty {
  const value = (keys: readonly string[]) =>
    fieldOf(
      section,
      keys.map((key) => key.replace("*", party)),
    );
  return {
    account: value(PARTY_KEYS.account),
    name: value(PARTY_KEYS.name).replace(/^ИНН\s+\d+\s+/i, ""),
    iin: value(PARTY_KEYS.iin),
    bank: value(PARTY_KEYS.bank),
    holderKind: kindByResidence(value(PARTY_KEYS.residence)),
  };
}

/** КБе: first digit residence, second the sector; 9 = private person. */
function kindByResidence(code: string) {
  return /^[12]9$/.test(code) ? "person" : /^[12][1-8]$/.test(code) ? "organisation" : "unknown";
}

const READ: ReadonlySet<string> = new Set([
  ...Object.values(DOCUMENT_KEYS).flat(),
  ...PARTIES.flatMap((party) =>
    Object.values(PARTY_KEYS)
      .flat()
      .map((key) => key.replace("*", party)),
  ),
]);

export function isDate(key: string): boolean {
  return DATES.has(key);
}

const DATES: ReadonlySet<string> = new Set([
  ...DOCUMENT_KEYS.paidOn,
  ...DOCUMENT_KEYS.receivedOn,
  ...DOCUMENT_KEYS.bookedOn,
]);

/** True for keys whose value went into a field of the transfer. */
export function isRead(key: string): boolean {
  return READ.has(key);
}
