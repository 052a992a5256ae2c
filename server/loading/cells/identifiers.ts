import type { HolderKind } from "../../columns/columns.ts";
import { bankCode } from "../../identity/banks.ts";
import { hidesDigits } from "../../identity/hidden-digits.ts";
import {
  bankCodeOf,
  compactAccountNumber,
  hasValidIbanChecksum,
  looksLikeKzIban,
  normaliseAccountNumber,
} from "../../identity/iban.ts";
import { hasValidCheckDigit, isBin } from "../../identity/iin.ts";
import { latinCapitals } from "../../identity/latin-capitals.ts";
import { foldName } from "../../identity/names.ts";
import { normalisePhone } from "../../identity/phone.ts";

/**
 * What a text says as an account number. Its strings are copies: keeping one does not keep the
 * piece of file it was cut from.
 */
export interface AccountFacts {
  /** Null where the cell only looks filled ("-"), or its digits are lost. */
  readonly number: string | null;
  readonly bank: string | null;
  readonly phone: string | null;
  readonly warnings: readonly string[];
}

export interface IinFacts {
  readonly iin: string | null;
  readonly holderKind: HolderKind;
  readonly warnings: readonly string[];
}

/**
 * Texts that take some understanding are remembered; what is plainly a Kazakh IBAN or an IIN is
 * read quicker than looked up.
 */
const REMEMBERED = 20_000;

/**
 * `asWritten`: numbers stand as the canonical files have them, so a phone is not looked for in an
 * account column.
 */
export function createIdentifiers(asWritten: boolean) {
  const accounts = new Map<string, AccountFacts>();
  const iins = new Map<string, IinFacts>();
  const banks = new Map<string, string>();
  return {
    account: (text: string): AccountFacts =>
      plainIban(text) ?? remember(accounts, text, (flat) => accountFacts(flat, asWritten)),
    iin: (text: string): IinFacts => plainIin(text) ?? remember(iins, text, iinFacts),
    /** The same name, as a string of its own. */
    name: copied,
    /** Three digits where the bank is known, else its name as written. */
    bank: (text: string): string =>
      remember(banks, text, (flat) => bankCode(flat, foldName(flat)) ?? flat),
  };
}

export type Identifiers = ReturnType<typeof createIdentifiers>;

function remember<Facts>(
  known: Map<string, Facts>,
  text: string,
  find: (flat: string) => Facts,
): Facts {
  const facts = known.get(text);
  if (facts !== undefined) return facts;
  if (known.size >= REMEMBERED) known.clear();
  const flat = copied(text);
  const found = find(flat);
  known.set(flat, found);
  return found;
}

/**
 * A string of its own: V8 keeps a cut of a longer text as a window on it, and with the window the
 * whole.
 */
function copied(text: string): string {
  return `${text} `.slice(0, -1);
}

const NO_WARNINGS: readonly string[] = [];
const WRONG_IBAN: readonly string[] = ["iban-check-digit"];
const WRONG_IIN: readonly string[] = ["iin-check-digit"];

/** What accountFacts says of a Kazakh IBAN as it should be written; null for all other texts. */
function plainIban(text: string): AccountFacts | null {
  if (text.length !== 20 || !looksLikeKzIban(text) || text.includes("XXX")) return null;
  const number = copied(text);
  const warnings = hasValidIbanChecksum(number) ? NO_WARNINGS : WRONG_IBAN;
  return { number, bank: number.slice(4, 7), phone: null, warnings };
}

/** What iinFacts says of twelve digits; null for all other texts. */
function plainIin(text: string): IinFacts | null {
  if (text.length !== 12 || !/^\d{12}$/.test(text) || text === "000000000000") return null;
  const iin = copied(text);
  const warnings = hasValidCheckDigit(iin) ? NO_WARNINGS : WRONG_IIN;
  return { iin, holderKind: isBin(iin) ? "organisation" : "person", warnings };
}

const NOTHING: AccountFacts = { number: null, bank: null, phone: null, warnings: [] };
const RUSSIAN_ACCOUNT = /^(?:30|4[0-2]|45|47)\d{18}$/;
const DIGITS_LOST = /^\d(?:[.,]\d+)?E\+\d+$/;

function accountFacts(text: string, asWritten: boolean): AccountFacts {
  if (saysNothing(text)) return NOTHING;
  const upper = asWritten ? compactAccountNumber(text) : bareNumber(compactAccountNumber(text));
  if (!asWritten) {
    // "касса", "X": a word is no number, and would make one account of strangers.
    if (!/\d/.test(upper) || /^0+$/.test(upper)) return NOTHING;
    if (DIGITS_LOST.test(upper)) return { ...NOTHING, warnings: ["account-digits-lost"] };
    const phone = normalisePhone(text);
    if (phone !== null && upper.length <= 12) return { ...NOTHING, phone };
  }
  const warnings: string[] = [];
  let number = asWritten ? normaliseAccountNumber(text) : upper;
  const latin = zeroForO(latinCapitals(upper));
  if (latin !== number && looksLikeKzIban(latin)) {
    number = latin;
    warnings.push("account-letters-mended");
  }
  const isKzIban = looksLikeKzIban(number);
  if (isKzIban && !hasValidIbanChecksum(number)) warnings.push("iban-check-digit");
  else if (!isKzIban && /^KZ\d{2}[A-Z0-9]{8,}$/.test(number) && !hidesDigits(number))
    warnings.push("iban-length");
  if (hidesDigits(number)) warnings.push("account-masked");
  return { number, bank: bankCodeOf(number) ?? bankOfMistyped(number), phone: null, warnings };
}

/** A foreign IBAN or a Russian account: abroad, where the other side is at home. */
export function isForeignAccount(number: string): boolean {
  const isForeignIban = !number.startsWith("KZ") && hasValidIbanChecksum(number);
  return isForeignIban || RUSSIAN_ACCOUNT.test(number);
}

/** Without what people write around a number: IBAN KZ…, №KZ…, KZ…/KZT, KZ… KZT, 123456.0. */
function bareNumber(upper: string): string {
  return upper
    .replace(/^(?:IBAN|ИИК|ЖСК|№)[:№]?/, "")
    .replace(/\/(?:KZT|USD|EUR|RUB|CNY|GBP)$/, "")
    .replace(/^(KZ[A-Z0-9]{18})(?:KZT|USD|EUR|RUB)$/, "$1")
    .replace(/^([A-Z0-9]{6,})[.,]0+$/, "$1");
}

/** The letter O among the digits of check and bank, where the check digits then are right. */
function zeroForO(number: string): string {
  if (!/^KZ[\dO]{5}/.test(number)) return number;
  const mended = `KZ${number.slice(2, 7).replaceAll("O", "0")}${number.slice(7)}`;
  return hasValidIbanChecksum(mended) ? mended : number;
}

const NO_WORDS: ReadonlySet<string> = new Set([
  "нет",
  "нет данных",
  "данных нет",
  "нет счета",
  "без счета",
  "не указан",
  "не указано",
  "не указана",
  "не определен",
  "не определено",
  "отсутствует",
  "неизвестно",
  "неизвестен",
  "б/н",
  "н/д",
  "#н/д",
  "n/a",
  "#n/a",
  "#знач!",
  "#value!",
  "#ref!",
  "#ссылка!",
  "null",
  "none",
  "nan",
  "undefined",
  "unknown",
  "жоқ",
  "көрсетілмеген",
  "белгісіз",
]);

/** A word that stands where nothing is known. */
export function saysNothing(text: string): boolean {
  return text.length <= 16 && NO_WORDS.has(text.trim().toLowerCase().replaceAll("ё", "е"));
}

/** A Kazakh IBAN a character too long or short still names its bank. */
function bankOfMistyped(number: string): string | null {
  return /^KZ\d{2}(\d{3})[A-Z0-9]{10,16}$/.exec(number)?.[1] ?? null;
}

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
