import type { HolderKind } from "../../columns/columns.ts";
import { bankCodeOf, hasValidIbanChecksum, looksLikeKzIban, normaliseAccountNumber } from "../../identity/iban.ts";
import { hasValidCheckDigit, isBin } from "../../identity/iin.ts";

/**
 * What a text says as an account number or as an IIN, remembered: the same few thousand numbers stand in millions of rows. The remembered
 * copies are flat strings, so that keeping one does not keep the whole piece of file it was cut from.
 */
export interface AccountFacts {
  readonly number: string;
  readonly bank: string | null;
  /** "iban-check-digit" or null. */
  readonly warning: string | null;
}

export interface IinFacts {
  readonly iin: string | null;
  readonly holderKind: HolderKind;
  readonly warnings: readonly string[];
}

const REMEMBERED = 200_000;

export function createIdentifiers() {
  const accounts = new Map<string, AccountFacts>();
  const iins = new Map<string, IinFacts>();
  return {
    account: (text: string): AccountFacts => remember(accounts, text, accountFacts),
    iin: (text: string): IinFacts => remember(iins, text, iinFacts),
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

function accountFacts(text: string): AccountFacts {
  const number = normaliseAccountNumber(text);
  const wrong = looksLikeKzIban(number) && !hasValidIbanChecksum(number);
  return { number, bank: bankCodeOf(number), warning: wrong ? "iban-check-digit" : null };
}

const IIN_LENGTH = 12;

function iinFacts(text: string): IinFacts {
  const compact = text.replace(/[\s\u00a0'`’]/g, "").replace(/^(\d+)[.,]0+$/, "$1");
  if (!/^\d{1,12}$/.test(compact)) return { iin: null, holderKind: "unknown", warnings: ["iin-not-a-number"] };
  const warnings: string[] = [];
  const iin = compact.padStart(IIN_LENGTH, "0");
  if (compact.length < IIN_LENGTH) warnings.push("leading-zeros-restored");
  if (!hasValidCheckDigit(iin)) warnings.push("iin-check-digit");
  return { iin, holderKind: isBin(iin) ? "organisation" : "person", warnings };
}
