import { join } from "node:path";
import { isUnnumberedHolder } from "../../identity/holder-key.ts";
import { openSpool } from "../memory/row-spool.ts";
import {
  type AccountFacts,
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
import { type SourceFacts, withFacts } from "../record/source-facts.ts";
import { cell, csvFile, type ImportFile } from "./import-file.ts";

/** What one row says of an account or holder. */
interface KeyedFacts<Facts> {
  readonly key: string;
  readonly sequence: number;
  readonly facts: Facts;
}

export interface AccountFiles {
  /** What a row of a source says of an account. */
  add(key: string, sequence: number, facts: AccountFacts): void;
  finish(): Promise<ImportFile[]>;
  close(): Promise<void>;
}

const ACCOUNT = {
  bank: "",
  currency: "",
  openedAt: ":long",
  kind: "",
  phone: "",
  deviceId: "",
  masked: ":boolean",
  stub: ":boolean",
  sourceRecords: ":string[]",
};
const HOLDER = { iin: "", bin: "", name: "", nameKey: "", kind: "", sourceRecords: ":string[]" };

/** Some 40 MB of facts; beyond that they go through files. */
const IN_MEMORY = 100_000;

/**
 * Accounts and holders as the import takes them, from the same facts and by the same rules as over
 * Bolt.
 */
export function accountFiles(folder: string): AccountFiles {
  const spooling = { inMemory: IN_MEMORY, plain: true, root: folder };
  const said = openSpool<KeyedFacts<AccountFacts>>(spooling);
  const saidOfHolders = openSpool<KeyedFacts<HolderFacts>>(spooling);
  const extras = new Set<string>();
  return {
    add: (key, sequence, facts) => {
      for (const name of Object.keys(facts.extra ?? {})) extras.add(`x_${name}`);
      said.add(key, { key, sequence, facts });
    },
    finish: async () => {
      const files = openFiles(folder, [...extras].sort());
      for await (const bucket of said.buckets()) {
        for (const [key, sources] of bySource(bucket)) {
          const holder = holderKeyOf(key, sources);
          files.account(key, sources, holder);
          if (holder === null) continue;
          for (const { sequence, facts } of sources) {
            if (facts.iin === undefined) continue;
            const one = { key: facts.iin, sequence, facts: holderFactsOf(facts) };
            saidOfHolders.add(one.key, one);
          }
        }
      }
      for await (const bucket of saidOfHolders.buckets()) {
        for (const [key, sources] of bySource(bucket, joinHolderFacts))
          files.holder(holderProperties(key, sources));
      }
      return files.close();
    },
    close: async () => {
      await said.close();
      await saidOfHolders.close();
    },
  };
}

/** The files of accounts, exits, holders, and who holds what. */
function openFiles(folder: string, extras: readonly string[]) {
  const accounts = csvFile(join(folder, "accounts.csv"));
  const exits = csvFile(join(folder, "exits.csv"));
  const holds = csvFile(join(folder, "holds.csv"));
  const holders = csvFile(join(folder, "holders.csv"));
  const header = [
    "number:ID(Account)",
    ...head(ACCOUNT),
    ...extras.map((name) => cell(`${name}:string`)),
  ].join(",");
  for (const file of [accounts, exits]) file.line(header);
  holds.line(":START_ID(Holder),:END_ID(Account)");
  holders.line(["key:ID(Holder)", ...head(HOLDER)].join(","));
  const accountNames = ["number", ...Object.keys(ACCOUNT), ...extras];
  const holderNames = ["key", ...Object.keys(HOLDER)];
  const holder = (properties: Readonly<Record<string, unknown>>) =>
    holders.line(line(holderNames, properties));
  return {
    holder,
    account: (
      number: string,
      sources: readonly SourceFacts<AccountFacts>[],
      holderKey: string | null,
    ) => {
      const file = exitKindOf(number) === null ? accounts : exits;
      file.line(line(accountNames, accountProperties(number, sources)));
      if (holderKey === null) return;
      holds.line(`${cell(holderKey)},${cell(number)}`);
      if (isUnnumberedHolder(holderKey)) holder(unnumberedHolderProperties(holderKey, sources));
    },
    close: (): ImportFile[] => {
      for (const file of [accounts, exits, holds, holders]) file.close();
      return [
        { file: accounts, argument: `--nodes=Account=${accounts.path}` },
        { file: exits, argument: `--nodes=Account:Exit=${exits.path}` },
        { file: holders, argument: `--nodes=Holder=${holders.path}` },
        { file: holds, argument: `--relationships=HOLDS=${holds.path}` },
      ];
    },
  };
}

function head(columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).map(([name, type]) => `${name}${type}`);
}

function line(names: readonly string[], properties: Readonly<Record<string, unknown>>): string {
  return names.map((name) => cell(properties[name])).join(",");
}

/** What each source says, by account or holder. */
function bySource<Facts extends { readonly weight: number }>(
  rows: readonly KeyedFacts<Facts>[],
  join?: (earlier: Facts, later: Facts) => Facts | undefined,
): Map<string, SourceFacts<Facts>[]> {
  const byKey = new Map<string, SourceFacts<Facts>[]>();
  for (const { key, sequence, facts } of rows) {
    const next = withFacts(byKey.get(key) ?? [], sequence, facts, join);
    if (next !== undefined) byKey.set(key, next);
  }
  return byKey;
}
