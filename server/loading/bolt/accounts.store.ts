import { z } from "zod";
import type { Queries } from "../../../graph-queries/runner.ts";
import { isUnnumberedHolder } from "../../identity/holder-key.ts";
import { type HashCounter, hash64, hashCounter } from "../memory/hash64.ts";
import {
  type AccountFacts,
  type FactsByAccount,
  type HolderFacts,
  holderFactsOf,
  joinHolderFacts,
} from "../record/account-facts.ts";
import { exitKindOf } from "../record/account-key.ts";
import {
  accountProperties,
  holderKeyOf,
  holderProperties,
  unnumberedHolderProperties,
} from "../record/account-properties.ts";
import { readSourceFacts, type SourceFacts, withFacts } from "../record/source-facts.ts";

type FactsOfSources<Facts> = ReadonlyMap<string, readonly SourceFacts<Facts>[]>;

export interface AccountWriter {
  /**
   * Puts accounts into the graph with what this source says of them. Calls must follow one another:
   * the first row counts. Returns what was known of these accounts before.
   */
  write(facts: FactsByAccount): Promise<FactsOfSources<AccountFacts>>;
  /**
   * Whether another source has said anything of an account that was written: only then can it have
   * transfers already.
   */
  knownToOthers(account: string): boolean;
}

const factsRow = z.object({ key: z.string(), facts: z.array(z.string()) });

export function accountWriter(queries: Queries, sequence: number): AccountWriter {
  const others: HashCounter = hashCounter();
  return {
    knownToOthers: (account) => others.has(hash64(account)),
    write: async (facts) => {
      const before = await saveFacts(queries, sequence, facts);
      for (const [key, sources] of before) {
        if (sources.some((one) => one.sequence !== sequence)) others.add(hash64(key));
      }
      return before;
    },
  };
}

async function saveFacts(queries: Queries, sequence: number, byAccount: FactsByAccount) {
  const numbers = [...byAccount.keys()];
  const rows = await queries.read("loading/account-facts", { numbers }, factsRow);
  const known = new Map(rows.map((row) => [row.key, readSourceFacts<AccountFacts>(row.facts)]));
  const changed = new Map<string, SourceFacts<AccountFacts>[]>();
  const own = new Map<string, AccountFacts>();
  for (const [key, facts] of byAccount) {
    let sources = known.get(key) ?? [];
    for (const row of facts) sources = withFacts(sources, sequence, row) ?? sources;
    if (sources === known.get(key)) continue;
    changed.set(key, sources);
    const ours = sources.find((one) => one.sequence === sequence);
    if (ours !== undefined) own.set(key, ours.facts);
  }
  await saveHoldersByNumber(queries, sequence, own);
  await saveAccounts(queries, changed, known);
  return new Map(numbers.map((key) => [key, known.get(key) ?? []]));
}

/**
 * Renews accounts and who holds them from what sources say; `before` = what they said until now,
 * where that is known.
 */
export async function saveAccounts(
  queries: Queries,
  accounts: FactsOfSources<AccountFacts>,
  before: FactsOfSources<AccountFacts> = new Map(),
): Promise<void> {
  if (accounts.size === 0) return;
  const exits: object[] = [];
  const ordinary: object[] = [];
  const holdings: { number: string; key: string | null }[] = [];
  const ownHolders: object[] = [];
  for (const [number, sources] of accounts) {
    const properties = accountProperties(number, sources);
    if (exitKindOf(number) !== null) {
      exits.push(properties);
      continue;
    }
    ordinary.push(properties);
    const key = holderKeyOf(number, sources);
    const earlier = before.get(number);
    if (earlier === undefined || holderKeyOf(number, earlier) !== key)
      holdings.push({ number, key });
    if (key !== null && isUnnumberedHolder(key))
      ownHolders.push(unnumberedHolderProperties(key, sources));
  }
  if (exits.length > 0) await queries.run("loading/save-exits", { accounts: exits });
  if (ordinary.length > 0) await queries.run("loading/save-accounts", { accounts: ordinary });
  if (ownHolders.length > 0) await queries.run("loading/save-holders", { holders: ownHolders });
  if (holdings.length > 0) await queries.run("loading/hold-accounts", { holdings });
}

/** Saves what a source says of persons and organisations known by IIN or BIN. */
async function saveHoldersByNumber(
  queries: Queries,
  sequence: number,
  accounts: ReadonlyMap<string, AccountFacts>,
): Promise<void> {
  const said: { key: string; facts: HolderFacts }[] = [];
  for (const [number, facts] of accounts) {
    if (facts.iin !== undefined && exitKindOf(number) === null)
      said.push({ key: facts.iin, facts: holderFactsOf(facts) });
  }
  if (said.length === 0) return;
  const keys = [...new Set(said.map(({ key }) => key))];
  const rows = await queries.read("loading/holder-facts", { keys }, factsRow);
  const known = new Map(rows.map((row) => [row.key, readSourceFacts<HolderFacts>(row.facts)]));
  const changed = new Map<string, SourceFacts<HolderFacts>[]>();
  for (const { key, facts } of said) {
    const sources = withFacts(known.get(key) ?? [], sequence, facts, joinHolderFacts);
    if (sources === undefined) continue;
    known.set(key, sources);
    changed.set(key, sources);
  }
  await saveHolders(queries, changed);
}

/** Renews holders from what sources say of them. */
export async function saveHolders(
  queries: Queries,
  holders: FactsOfSources<HolderFacts>,
): Promise<void> {
  if (holders.size === 0) return;
  const properties = [...holders].map(([key, sources]) => holderProperties(key, sources));
  await queries.run("loading/save-holders", { holders: properties });
}
