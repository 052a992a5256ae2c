import { readItems } from "../apart/read-apart.ts";
import type { AccountItem, LoadItem, TransferItem } from "../items.ts";
import { groupKey } from "../pairs/telling.ts";
import type { InputFile, ReadOptions } from "../reading.ts";
import { noCounts } from "../sources/counts.ts";
import { refusedFile } from "../sources/refused-file.ts";
import { type BookedStatement, statementBook } from "../statements/book.ts";
import type { Deferred } from "../writing/deferred.store.ts";
import { type Hash64, type HashCounter, hash64, hashCounter, hashOf } from "../writing/hashing.ts";
import { factsOfAccount, factsOfSide } from "../writing/mentions.ts";
import { accountNumber } from "../writing/numbers.ts";
import { otherSideTold, type SeenFilter, seenFilter } from "../writing/seen-filter.ts";
import { openSpool, type Spool, spoolOfSource } from "../writing/spool.ts";
import { WEIGHT } from "../writing/told.ts";
import { contentOf, type TransferRow, transferRow } from "../writing/transfer-row.ts";
import type { AccountFiles } from "./account-files.ts";
import type { TransferFiles } from "./transfer-files.ts";

/** What all sources of one import share. */
export interface BulkFiles {
  readonly accounts: AccountFiles;
  readonly transfers: TransferFiles;
  /**
   * The ids and groups of rows earlier sources told of; null where only one source tells of
   * transfers.
   */
  readonly earlier: SeenFilter | null;
  /** Of all sources together. */
  readonly bytes: number;
  /** Rows of account lists. */
  readonly listed: HashCounter;
}

export interface SpooledSource {
  readonly counts: {
    read: number;
    loaded: number;
    duplicates: number;
    rejected: number;
    warnings: number;
  };
  /** Rows that may tell of what another row told: settled after the import, as over Bolt. */
  readonly deferred: Spool<Deferred>;
  readonly again: Spool<Deferred>;
  readonly statements: readonly BookedStatement[];
  readonly rejectedFile: string | null;
  readonly refusedPath: string;
}

export interface SpoolOptions extends ReadOptions {
  readonly id: string;
  readonly sequence: number;
  readonly header: readonly string[];
  readonly refusedPath: string;
  readonly onProgress: (rows: number, bytes: number) => void;
}

/** Reads one file of transfers or accounts into the files of the import. */
export async function spoolSource(
  input: InputFile,
  files: BulkFiles,
  options: SpoolOptions,
): Promise<SpooledSource> {
  const counts = { ...noCounts(), warnings: 0 };
  const refused = refusedFile(options.refusedPath, input.name, options.header);
  const book = statementBook();
  const contents = hashCounter();
  /** Ids and groups of this source, the latter also with whose statement told of them. */
  const seen = seenFilter(files.earlier === null ? input.bytes : files.bytes);
  const deferred = openSpool<Deferred>(spoolOfSource(input.bytes, options.scratch));
  const again = openSpool<Deferred>(spoolOfSource(input.bytes, options.scratch));
  const { sequence } = options;
  const source = String(sequence);

  /**
   * No earlier source told of this id, nor of a transfer between these accounts with this amount,
   * and in this file none of the other side's statement: such rows are settled, as those of another
   * source. Notes the row.
   */
  const isFirst = (row: TransferRow, id: Hash64, ownSide: TransferItem["ownSide"]) => {
    const { earlier } = files;
    if (earlier === null && ownSide === null) return true;
    const group = groupKey(row);
    const hash = hash64(group);
    if (earlier !== null && (earlier.has(id) || earlier.has(hash))) return false;
    if (ownSide !== null && otherSideTold(seen, group, ownSide)) return false;
    seen.add(hash);
    return true;
  };
  const tellSide = (number: string, item: TransferItem, which: "from" | "to") => {
    const [side, other] = which === "from" ? [item.from, item.to] : [item.to, item.from];
    const hearsay = item.ownSide !== null && item.ownSide !== which;
    const { account, exit, bank, iin, name, phone, holderKind } = side;
    // Everything factsOfSide looks at.
    const told =
      exit === null
        ? [
            source,
            number,
            hearsay || account === null ? "" : null,
            bank,
            iin,
            name,
            phone,
            holderKind,
          ]
        : [source, number, bank ?? other.bank];
    if (!files.accounts.isKnown(hashOf(told))) {
      files.accounts.add(number, sequence, factsOfSide(side, item, which, other));
    }
  };
  const takeTransfer = (item: TransferItem) => {
    const from = accountNumber(item.from, item.to);
    const to = accountNumber(item.to, item.from);
    tellSide(from, item, "from");
    tellSide(to, item, "to");
    const occurrence = item.id === null ? contents.add(hash64(contentOf(item, from, to))) : 1;
    const row = transferRow(item, options.id, counts.read, occurrence);
    const given = item.id !== null;
    const id = hash64(row.id);
    const repeated = given && seen.add(id);
    if (!repeated && isFirst(row, id, item.ownSide)) {
      counts.loaded += 1;
      files.transfers.add(row);
    } else {
      const put = { ...row, given, raw: given ? item.raw : "" };
      if (repeated) again.add(row.id, put);
      else deferred.add(groupKey(row), put);
    }
  };
  const takeAccount = (item: AccountItem) => {
    const facts = factsOfAccount(item);
    const text = `${item.account}|${JSON.stringify(facts)}`;
    if (files.listed.add(hash64(text)) === 1) counts.loaded += 1;
    else counts.duplicates += 1;
    if (!files.accounts.isKnown(hashOf([source, text])))
      files.accounts.add(item.account, sequence, facts);
  };
  /** Most rows need no waiting, and a million needless promises cost seconds. */
  const take = (item: LoadItem): Promise<void> | undefined => {
    if (item.kind === "skipped") return undefined;
    if (item.kind === "statement") {
      book.statement(item);
      const { account, bank, currency } = item;
      files.accounts.add(account, sequence, {
        weight: WEIGHT.own,
        currency,
        ...(bank === null ? {} : { bank }),
      });
      return undefined;
    }
    counts.read += 1;
    if (item.kind === "refused") {
      counts.rejected += 1;
      return refused.add(item);
    }
    if ("warnings" in item) counts.warnings += item.warnings.length;
    if (item.kind === "account") takeAccount(item);
    else if (item.kind === "transfer") {
      book.transfer(item);
      takeTransfer(item);
    } else throw new Error(`A file of transfers or accounts holds a ${item.kind}`);
    return undefined;
  };

  let bytes = 0;
  const onBytes = (read: number) => {
    bytes = read;
  };
  try {
    for await (const items of readItems(input, { ...options, onBytes })) {
      options.signal?.throwIfAborted();
      for (const item of items) {
        const waiting = take(item);
        if (waiting !== undefined) await waiting;
      }
      options.onProgress(counts.read, bytes);
    }
  } catch (error) {
    await deferred.close();
    await again.close();
    throw error;
  } finally {
    await refused.close();
  }
  files.earlier?.join(seen);
  const rejectedFile = await refused.close();
  const { refusedPath } = options;
  return { counts, deferred, again, statements: book.statements(), rejectedFile, refusedPath };
}
