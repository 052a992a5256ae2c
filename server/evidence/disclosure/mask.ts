import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { AccountFact, CaseFacts } from "../case-facts.ts";
import { METHOD_WORDS } from "../texts/method/method-texts.ts";

export interface DisclosureCopy {
  readonly facts: CaseFacts;
  /** Whether a text names a third person, or an account of one. */
  names(text: string): boolean;
}

/**
 * The facts of a case for a disclosure copy. Everybody who is neither a victim nor a defendant
 * stands under a pseudonym, the same in every file, so that the sums and the ways of the money can
 * still be followed and added up. Numbers of transfers, files and rows stay: by them each row is
 * found again in the whole package.
 */
export function disclosureCopy(facts: CaseFacts, language: DocumentLanguage): DisclosureCopy {
  const masks = masksOf(facts, language);
  const approvals = facts.approvals.filter(({ frozen }) => masks.text(frozen) === frozen);
  const findings = facts.findings.filter(({ account }) => !masks.accounts.has(account));
  const own = (number: string) => masks.accounts.has(number);
  const purposes = facts.transfers.filter(
    ({ from, to, purpose }) => purpose !== null && (own(from) || own(to)),
  );
  const masked = {
    persons: masks.persons,
    accounts: masks.accounts.size,
    purposes: purposes.length,
    findings: facts.findings.length - findings.length,
    files: facts.attachments.length,
    approvals: facts.approvals.length - approvals.length,
  };
  const copy = masks.deep({ ...facts, findings, approvals, attachments: [] });
  return {
    facts: { ...copy, withheld: { ...facts.withheld, masked } },
    names: (text) => masks.text(text) !== text,
  };
}

interface Masks {
  readonly accounts: ReadonlySet<string>;
  readonly persons: number;
  text(text: string): string;
  deep<Value>(value: Value): Value;
}

/** Shorter names are replaced only where they are the whole of a text. */
const FOUND_WITHIN = 5;

function masksOf(facts: CaseFacts, language: DocumentLanguage): Masks {
  const parties = partiesOf(facts);
  const third = facts.accounts.filter((one) => isThird(one, parties));
  const words = METHOD_WORDS[language].masked;
  const codes = new Map<string, string>();
  const persons = new Map<string, number>();
  const numberOf = (key: string) => {
    const number = persons.get(key) ?? persons.size + 1;
    persons.set(key, number);
    return number;
  };
  // A name that a party has as well stays: the party is named.
  const hide = (text: string | null, code: string) => {
    if (text && !parties.names.has(text) && !codes.has(folded(text))) codes.set(folded(text), code);
  };
  for (const [at, { number, holder }] of third.entries()) {
    hide(number, `masked-account-${at + 1}`);
    if (holder === null) continue;
    const person = numberOf(holder.key);
    hide(holder.key, `masked-person-${person}`);
    hide(holder.iin, `masked-person-${person}`);
    hide(holder.name, words.person(person));
  }
  for (const name of facts.states.flatMap((state) => state.alternativeNames))
    if (!parties.names.has(name) && !codes.has(folded(name)))
      hide(name, words.person(numberOf(`name:${name}`)));
  // Persons whom only a victim names are in no table of accounts.
  for (const { recipient } of facts.reports.flatMap((report) => report.described)) {
    const { account, phone, name } = recipient;
    const person = () => numberOf(`described:${account ?? phone ?? name}`);
    const isNew = (one: string | null) =>
      one !== null && !parties.names.has(one) && !codes.has(folded(one));
    if (isNew(account)) hide(account, `masked-person-${person()}-account`);
    if (isNew(phone)) hide(phone, `masked-person-${person()}-phone`);
    if (isNew(name)) hide(name, words.person(person()));
  }
  const accounts = new Set(third.map((one) => one.number));
  const text = replacer(codes);
  return { accounts, persons: persons.size, text, deep: walker(accounts, text) };
}

interface Parties {
  readonly keys: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  /** Also their numbers and accounts: whatever names a party. */
  readonly names: ReadonlySet<string>;
}

/** Victims and defendants of the claims, victims of the reports and of the trace. */
function partiesOf(facts: CaseFacts): Parties {
  const ofClaims = facts.claims.flatMap((claim) => [
    claim.victim,
    claim.defendant,
    ...(claim.joint?.others ?? []),
  ]);
  const victims = facts.traces.flatMap((trace) => trace.victims);
  const accounts = new Set([
    ...ofClaims.flatMap((one) => one.accounts),
    ...victims.flatMap((one) => one.accounts),
    ...facts.reports.flatMap((report) => report.victimAccounts),
  ]);
  const keys = new Set([
    ...ofClaims.map((one) => one.key),
    ...victims.map((one) => one.victim),
    ...facts.accounts.flatMap(({ number, holder }) =>
      holder !== null && accounts.has(number) ? [holder.key] : [],
    ),
  ]);
  const holders = facts.accounts.flatMap(({ holder }) =>
    holder !== null && keys.has(holder.key) ? [holder] : [],
  );
  const named = [
    ...ofClaims.flatMap((one) => [one.name, one.iin]),
    ...holders.flatMap((one) => [one.name, one.iin]),
    ...victims.map((one) => one.name),
    ...facts.reports.flatMap((report) => [report.victimName, report.victimIin]),
  ];
  const names = [...keys, ...accounts, ...named.filter((one) => one !== null)];
  return { keys, accounts, names: new Set(names) };
}

/** An exit from the banks is nobody. */
function isThird({ number, exitKind, holder }: AccountFact, parties: Parties): boolean {
  if (exitKind !== null || parties.accounts.has(number)) return false;
  return holder === null || !parties.keys.has(holder.key);
}

function folded(text: string): string {
  return text.toLowerCase();
}

/** Replaces what is hidden wherever it stands in a text, as a word of its own. */
function replacer(codes: ReadonlyMap<string, string>): (text: string) => string {
  const within = [...codes.keys()]
    .filter((one) => one.length >= FOUND_WITHIN)
    .sort((one, other) => other.length - one.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern =
    within.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${within.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => {
    const whole = codes.get(folded(text));
    if (whole !== undefined) return whole;
    return pattern === null
      ? text
      : text.replace(pattern, (found) => codes.get(folded(found)) ?? found);
  };
}

/** Every text at any depth; the purpose of a transfer of a third person is taken out whole. */
function walker(accounts: ReadonlySet<string>, text: (text: string) => string) {
  const isTheirs = (value: unknown) => typeof value === "string" && accounts.has(value);
  const deep = <Value>(value: Value): Value => {
    if (typeof value === "string") return text(value) as Value;
    if (Array.isArray(value)) return value.map(deep) as Value;
    if (value === null || typeof value !== "object") return value;
    const fields = value as Readonly<Record<string, unknown>>;
    const hidden = "purpose" in fields && (isTheirs(fields.from) || isTheirs(fields.to));
    return Object.fromEntries(
      Object.entries(fields).map(([name, inner]) => [
        name,
        hidden && name === "purpose" ? null : deep(inner),
      ]),
    ) as Value;
  };
  return deep;
}
