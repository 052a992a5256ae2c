import { join } from "node:path";
import { asHolder, holderFacts } from "../writing/accounts.store.ts";
import { type Hash64, type HashCounter, hashCounter } from "../writing/hashing.ts";
import { exitKindOf } from "../writing/numbers.ts";
import { openSpool } from "../writing/spool.ts";
import {
  type AccountFacts,
  accountProperties,
  type HolderFacts,
  holderKeyOf,
  holderProperties,
  joinHolderFacts,
  type Told,
  toldWith,
} from "../writing/told.ts";
import { cell, csvFile } from "./csv-file.ts";
import type { ImportFile } from "./transfer-files.ts";

interface Telling<Facts> {
  readonly key: string;
  readonly sequence: number;
  readonly facts: Facts;
}

export interface AccountFiles {
  /**
   * Notes a telling by its hash; true where it was noted before: most rows only repeat an earlier
   * one.
   */
  isKnown(telling: Hash64): boolean;
  /** What a source tells of an account. */
  add(number: string, sequence: number, facts: AccountFacts): void;
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
  told: ":string[]",
};
const HOLDER = { iin: "", bin: "", name: "", nameKey: "", kind: "", told: ":string[]" };

/** Some 40 MB of tellings; beyond that they go through files. */
const IN_MEMORY = 100_000;

/**
 * Accounts and holders as the import takes them, from the same tellings and by the same rules as
 * over Bolt.
 */
export function accountFiles(folder: string): AccountFiles {
  const written: HashCounter = hashCounter();
  const tellings = openSpool<Telling<AccountFacts>>({
    inMemory: IN_MEMORY,
    plain: true,
    root: folder,
  });
  const holders = openSpool<Telling<HolderFacts>>({
    inMemory: IN_MEMORY,
    plain: true,
    root: folder,
  });
  const extras = new Set<string>();
  return {
    isKnown: (telling) => written.add(telling) > 1,
    add: (number, sequence, facts) => {
      for (const name of Object.keys(facts.extra ?? {})) extras.add(`x_${name}`);
      tellings.add(number, { key: number, sequence, facts });
    },
    finish: async () => {
      const extraNames = [...extras].sort();
      const accounts = csvFile(join(folder, "accounts.csv"));
      const exits = csvFile(join(folder, "exits.csv"));
      const holds = csvFile(join(folder, "holds.csv"));
      const people = csvFile(join(folder, "holders.csv"));
      const header = [
        "number:ID(Account)",
        ...head(ACCOUNT),
        ...extraNames.map((name) => cell(`${name}:string`)),
      ].join(",");
      for (const file of [accounts, exits]) file.line(header);
      holds.line(":START_ID(Holder),:END_ID(Account)");
      people.line(["key:ID(Holder)", ...head(HOLDER)].join(","));
      const person = (key: string, told: readonly Told<HolderFacts>[]) =>
        people.line(line(["key", ...Object.keys(HOLDER)], holderProperties(key, told)));

      for await (const bucket of tellings.buckets()) {
        for (const [number, told] of byKey(bucket)) {
          const file = exitKindOf(number) === null ? accounts : exits;
          file.line(
            line(
              ["number", ...Object.keys(ACCOUNT), ...extraNames],
              accountProperties(number, told),
            ),
          );
          const key = holderKeyOf(number, told);
          if (key === null) continue;
          holds.line(`${cell(key)},${cell(number)}`);
          if (key.startsWith("account:")) person(key, told.map(asHolder));
          for (const { sequence, facts } of told) {
            if (facts.iin === undefined) continue;
            holders.add(facts.iin, { key: facts.iin, sequence, facts: holderFacts(facts) });
          }
        }
      }
      for await (const bucket of holders.buckets()) {
        for (const [key, told] of byKey(bucket, joinHolderFacts)) person(key, told);
      }
      for (const file of [accounts, exits, holds, people]) file.close();
      return [
        { file: accounts, argument: `--nodes=Account=${accounts.path}` },
        { file: exits, argument: `--nodes=Account:Exit=${exits.path}` },
        { file: people, argument: `--nodes=Holder=${people.path}` },
        { file: holds, argument: `--relationships=HOLDS=${holds.path}` },
      ];
    },
    close: async () => {
      await tellings.close();
      await holders.close();
    },
  };
}

function head(columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).map(([name, type]) => `${name}${type}`);
}

function line(names: readonly string[], properties: Readonly<Record<string, unknown>>): string {
  return names.map((name) => cell(properties[name])).join(",");
}

function byKey<Facts extends { readonly weight: number }>(
  bucket: readonly Telling<Facts>[],
  join?: (earlier: Facts, later: Facts) => Facts | undefined,
): Map<string, Told<Facts>[]> {
  const told = new Map<string, Told<Facts>[]>();
  for (const { key, sequence, facts } of bucket) {
    const next = toldWith(told.get(key) ?? [], sequence, facts, join);
    if (next !== undefined) told.set(key, next);
  }
  return told;
}
