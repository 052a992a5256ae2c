import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { type HashCounter, hash64, hashCounter } from "./hashing.ts";
import type { Mentions } from "./mentions.ts";
import { exitKindOf } from "./numbers.ts";
import {
  type AccountFacts,
  accountProperties,
  type HolderFacts,
  holderKeyOf,
  holderProperties,
  joinHolderFacts,
  readTold,
  type Told,
  toldWith,
} from "./told.ts";

export interface AccountWriter {
  /**
   * Puts accounts into the graph with what this source tells of them. Calls must follow one
   * another: the first telling counts. Returns what was told of these accounts before; those told
   * in the same words by this source are left out.
   */
  write(mentions: Mentions): Promise<ReadonlyMap<string, readonly Told<AccountFacts>[]>>;
  /**
   * Whether another source has told of an account that was written: only then can it have transfers
   * already.
   */
  toldByOthers(number: string): boolean;
}

const accountRow = z.object({ number: z.string(), told: z.array(z.string()) });
const holderRow = z.object({ key: z.string(), told: z.array(z.string()) });

export function accountWriter(queries: Queries, sequence: number): AccountWriter {
  /**
   * Tellings that are in already: most rows only repeat what an earlier row said of the same
   * account.
   */
  const written: HashCounter = hashCounter();
  const others: HashCounter = hashCounter();
  return {
    toldByOthers: (number) => others.has(hash64(number)),
    write: async (mentions) => {
      const fresh = new Map<string, AccountFacts>();
      for (const [number, facts] of mentions) {
        const hash = hash64(`${number}|${JSON.stringify(facts)}`);
        if (written.has(hash)) continue;
        written.add(hash);
        fresh.set(number, facts);
      }
      if (fresh.size === 0) return new Map();
      const before = await saveTellings(queries, sequence, fresh);
      for (const [number, told] of before) {
        if (told.some((one) => one.sequence !== sequence)) others.add(hash64(number));
      }
      return before;
    },
  };
}

async function saveTellings(queries: Queries, sequence: number, mentions: Mentions) {
  const rows = await queries.read(
    "loading/told-accounts",
    { numbers: [...mentions.keys()] },
    accountRow,
  );
  const known = new Map(rows.map((row) => [row.number, readTold<AccountFacts>(row.told)]));
  const changed = new Map<string, Told<AccountFacts>[]>();
  for (const [number, facts] of mentions) {
    const told = toldWith(known.get(number) ?? [], sequence, facts);
    if (told !== undefined) changed.set(number, told);
  }
  const joined: Mentions = new Map();
  for (const [number, told] of changed) {
    const own = told.find((one) => one.sequence === sequence);
    if (own !== undefined) joined.set(number, own.facts);
  }
  await saveHolders(queries, sequence, joined);
  await saveAccounts(queries, changed, known);
  return new Map([...mentions.keys()].map((number) => [number, known.get(number) ?? []]));
}

/**
 * Renews accounts from what was told about them, and who holds them; `before` = what had been told
 * where that is known.
 */
export async function saveAccounts(
  queries: Queries,
  accounts: ReadonlyMap<string, readonly Told<AccountFacts>[]>,
  before: ReadonlyMap<string, readonly Told<AccountFacts>[]> = new Map(),
): Promise<void> {
  if (accounts.size === 0) return;
  const exits: object[] = [];
  const ordinary: object[] = [];
  const holdings: { number: string; key: string | null }[] = [];
  const ownHolders: object[] = [];
  for (const [number, told] of accounts) {
    const properties = accountProperties(number, told);
    if (exitKindOf(number) !== null) {
      exits.push(properties);
      continue;
    }
    ordinary.push(properties);
    const key = holderKeyOf(number, told);
    const earlier = before.get(number);
    if (earlier === undefined || holderKeyOf(number, earlier) !== key)
      holdings.push({ number, key });
    if (key?.startsWith("account:")) ownHolders.push(holderProperties(key, told.map(asHolder)));
  }
  if (exits.length > 0) await queries.run("loading/save-exits", { accounts: exits });
  if (ordinary.length > 0) await queries.run("loading/save-accounts", { accounts: ordinary });
  if (ownHolders.length > 0) await queries.run("loading/save-holders", { holders: ownHolders });
  if (holdings.length > 0) await queries.run("loading/hold-accounts", { holdings });
}

async function saveHolders(queries: Queries, sequence: number, mentions: Mentions): Promise<void> {
  const tellings = holderTellings(mentions);
  if (tellings.length === 0) return;
  const keys = [...new Set(tellings.map(([key]) => key))];
  const rows = await queries.read("loading/told-holders", { keys }, holderRow);
  const known = new Map(rows.map((row) => [row.key, readTold<HolderFacts>(row.told)]));
  const changed = new Set<string>();
  for (const [key, facts] of tellings) {
    const told = toldWith(known.get(key) ?? [], sequence, facts, joinHolderFacts);
    if (told === undefined) continue;
    known.set(key, told);
    changed.add(key);
  }
  const holders = [...changed].map((key) => holderProperties(key, known.get(key) ?? []));
  if (holders.length > 0) await queries.run("loading/save-holders", { holders });
}

/** What a source tells of persons and organisations known by IIN or BIN. */
function holderTellings(mentions: Mentions): (readonly [string, HolderFacts])[] {
  const tellings: (readonly [string, HolderFacts])[] = [];
  for (const [number, facts] of mentions) {
    if (facts.iin !== undefined && exitKindOf(number) === null)
      tellings.push([facts.iin, holderFacts(facts)]);
  }
  return tellings;
}

export function asHolder({ sequence, facts }: Told<AccountFacts>): Told<HolderFacts> {
  return { sequence, facts: holderFacts(facts) };
}

export function holderFacts({ weight, name, holderKind }: AccountFacts): HolderFacts {
  // By alphabet, as they are written (told.ts).
  return {
    ...(holderKind === undefined ? {} : { kind: holderKind }),
    ...(name === undefined ? {} : { name }),
    weight,
  };
}

/** Renews holders from what is still told about them. */
export async function holdersAgain(
  queries: Queries,
  holders: ReadonlyMap<string, readonly Told<HolderFacts>[]>,
): Promise<void> {
  if (holders.size === 0) return;
  const properties = [...holders].map(([key, told]) => holderProperties(key, told));
  await queries.run("loading/save-holders", { holders: properties });
}
