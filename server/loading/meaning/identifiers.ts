import type { HolderKind } from "../../columns/columns.ts";
import { bankCode } from "../../identity/banks.ts";
import {
  bankCodeOf,
  compactAccountNumber,
  hasValidIbanChecksum,
  looksLikeKzIban,
  normaliseAccountNumber,
} from "../../identity/iban.ts";
import { hasValidCheckDigit, isBin } from "../../identity/iin.ts";
import { foldName } from "../../identity/names.ts";
import { normalisePhone } from "../../identity/phone.ts";

/**
 * What a text says as an account number, IIN or bank, remembered: the same few thousand stand in millions of rows. The remembered
 * copies are flat strings, so that keeping one does not keep the whole piece of file it was cut from.
 */
export interface AccountFacts {
  /** Null where the cell only looks filled ("-"), or its digits are lost. */
  readonly number: string | null;
  readonly bank: string | null;
  readonly isKzIban: boolean;
  /** A foreign IBAN or a Russian account: abroad, where the other side is at home. */
  readonly isForeign: boolean;
  readonly phone: string | null;
  readonly warnings: readonly string[];
}

export interface IinFacts {
  readonly iin: string | null;
  readonly holderKind: HolderKind;
  readonly warnings: readonly string[];
}

const REMEMBERED = 200_000;

/** `asWritten`: numbers stand as the canonical files have them, so a phone is not looked for in an account column. */
export function createIdentifiers(asWritten: boolean) {
  const accounts = new Map<string, AccountFacts>();
  const iins = new Map<string, IinFacts>();
  const banks = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    account: (text: string): AccountFacts => remember(accounts, text, (flat) => accountFacts(flat, asWritten)),
    iin: (text: string): IinFacts => remember(iins, text, iinFacts),
    /** The same name, as a string of its own. */
    name: (text: string): string => remember(names, text, (flat) => flat),
    /** Three digits where the bank is known, else its name as written. */
    bank: (text: string): string => remember(banks, text, (flat) => bankCode(flat, foldName(flat)) ?? flat),
  };
}

export type Identifiers = ReturnType<typeof createIdentifiers>;

function remember<Facts>(known: Map<string, Facts>, text: string, find: (flat: string) => Facts): Facts {
  const facts = known.get(text);
  if (facts !== undefined) return facts;
  if (known.size >= REMEMBERED) known.clear();
  const flat = Buffer.from(text, "utf8").toString("utf8");
  const found = find(flat);
  known.set(flat, found);
  return found;
}

const NOTHING: AccountFacts = {
  number: null,
  bank: null,
  isKzIban: false,
  isForeign: false,
  phone: null,
  warnings: [],
};
const RUSSIAN_ACCOUNT = /^(?:30|4[0-2]|45|47)\d{18}$/;
const DIGITS_LOST = /^\d(?:[.,]\d+)?E\+\d+$/;
const MASKED = /[*•]|X{3,}/;

function accountFacts(text: string, asWritten: boolean): AccountFacts {
  const upper = compactAccountNumber(text);
  if (!asWritten) {
    if (!/[A-Z0-9А-Я]/.test(upper) || upper === "0") return NOTHING;
    if (DIGITS_LOST.test(upper)) return { ...NOTHING, warnings: ["account-digits-lost"] };
    const phone = normalisePhone(text);
    if (phone !== null && upper.length <= 12) return { ...NOTHING, phone };
  }
  const warnings: string[] = [];
  let number = asWritten ? normaliseAccountNumber(text) : upper.replace(/^(\d{6,})[.,]0+$/, "$1");
  const latin = upper.replace(/[АВЕКМНОРСТУХ]/g, (letter) => LATIN[letter] ?? letter);
  if (latin !== number && looksLikeKzIban(latin)) {
    number = latin;
    warnings.push("account-letters-mended");
  }
  const isKzIban = looksLikeKzIban(number);
  if (isKzIban && !hasValidIbanChecksum(number)) warnings.push("iban-check-digit");
  else if (!isKzIban && /^KZ\d{2}[A-Z0-9]{8,}$/.test(number) && !MASKED.test(number)) warnings.push("iban-length");
  if (MASKED.test(number)) warnings.push("account-masked");
  const isForeign = (!number.startsWith("KZ") && hasValidIbanChecksum(number)) || RUSSIAN_ACCOUNT.test(number);
  return { number, bank: bankCodeOf(number) ?? bankOfMistyped(number), isKzIban, isForeign, phone: null, warnings };
}

/** A Kazakh IBAN a character too long or short still names its bank. */
function bankOfMistyped(number: string): string | null {
  return /^KZ\d{2}(\d{3})[A-Z0-9]{10,16}$/.exec(number)?.[1] ?? null;
}

/** Cyrillic capitals typed for the Latin ones they look like. */
const LATIN: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
};

const IIN_LENGTH = 12;
const NO_IIN: IinFacts = { iin: null, holderKind: "unknown", warnings: [] };

function iinFacts(text: string): IinFacts {
  const compact = text.replace(/[\s\u00a0'`’-]/g, "").replace(/^(\d+)[.,]0+$/, "$1");
  if (/^0*$/.test(compact)) return NO_IIN;
  if (DIGITS_LOST.test(compact.toUpperCase())) return { ...NO_IIN, warnings: ["iin-digits-lost"] };
  if (!/^\d{6,12}$/.test(compact)) return { ...NO_IIN, warnings: ["iin-not-understood"] };
  const warnings: string[] = [];
  const iin = compact.padStart(IIN_LENGTH, "0");
  if (compact.length < IIN_LENGTH) warnings.push("leading-zeros-restored");
  if (!hasValidCheckDigit(iin)) warnings.push("iin-check-digit");
  return { iin, holderKind: isBin(iin) ? "organisation" : "person", warnings };
}
