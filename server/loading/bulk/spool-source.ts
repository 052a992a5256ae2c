import type { AccountItem, LoadItem, TransferItem } from "../items.ts";
import { groupKey, tellerOf } from "../pairs/telling.ts";
import { readItems } from "../read.ts";
import type { InputFile, ReadOptions } from "../reading.ts";
import { noCounts } from "../sources/counts.ts";
import { refusedFile } from "../sources/refused-file.ts";
import { type BookedStatement, statementBook } from "../statements/book.ts";
import type { Deferred } from "../writing/deferred.store.ts";
import { type HashCounter, hash64, hashCounter } from "../writing/hashing.ts";
import { factsOfAccount, factsOfSide } from "../writing/mentions.ts";
import { accountNumber } from "../writing/numbers.ts";
import { openSpool, type Spool, spoolOfSource } from "../writing/spool.ts";
import { WEIGHT } from "../writing/told.ts";
import { contentOf, type TransferRow, transferRow } from "../writing/transfer-row.ts";
import type { AccountFiles } from "./account-files.ts";
import type { TransferFiles } from "./transfer-files.ts";

/** What all sources of one import share. */
export interface BulkFiles {
  readonly accounts: AccountFiles;
  readonly transfers: TransferFiles;
  /** By which source an id or a group of rows was told first; null where only one source tells of transfers. */
  readonly first: { readonly ids: HashCounter; readonly groups: HashCounter } | null;
  /** Rows of account lists. */
  readonly listed: HashCounter;
}

export interface SpooledSource {
  readonly counts: { read: number; loaded: number; duplicates: number; rejected: number; warnings: number };
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
export async function spoolSource(input: InputFile, files: BulkFiles, options: SpoolOptions): Promise<SpooledSource> {
  const counts = { ...noCounts(), warnings: 0 };
  const refused = refusedFile(options.refusedPath, input.name, options.header);
  const book = statementBook();
  const contents = hashCounter();
  const ids = hashCounter();
  const deferred = openSpool<Deferred>(spoolOfSource(input.bytes, options.scratch));
  const again = openSpool<Deferred>(spoolOfSource(input.bytes, options.scratch));
  const { sequence } = options;

  /** No earlier source told of this id, nor of a transfer between these accounts with this amount. */
  const firstOfSources = (row: TransferRow) =>
    files.first === null ||
    (files.first.ids.claim(hash64(row.id), sequence) === sequence &&
      files.first.groups.claim(hash64(groupKey(row)), sequence) === sequence);
  /** Groups of this file by the side whose statement told of them first: the other side's rows are settled, as another source's. */
  const sides = hashCounter();
  const isFirst = (row: TransferRow, ownSide: TransferItem["ownSide"]) => {
    if (!firstOfSources(row)) return false;
    const teller = tellerOf(1, ownSide);
    return ownSide === null || sides.claim(hash64(groupKey(row)), teller) === teller;
  };
  /** Most rows need no waiting, and a million needless promises cost seconds. */
  type Waiting = Promise<void> | undefined;
  const tellSide = (number: string, item: TransferItem, which: "from" | "to"): Waiting => {
    const [side, other] = which === "from" ? [item.from, item.to] : [item.to, item.from];
    const hearsay = item.ownSide !== null && item.ownSide !== which;
    const { account, exit, bank, iin, name, phone, holderKind } = side;
    // Everything factsOfSide looks at, as a text: made for every side of every row, so without objects.
    const text =
      exit === null
        ? `${sequence}|${number}|${hearsay || account === null}|${bank}|${iin}|${name}|${phone}|${holderKind}`
        : `${sequence}|${number}|${bank ?? other.bank}`;
    if (files.accounts.isKnown(text)) return undefined;
    return files.accounts.add(number, sequence, factsOfSide(side, item, which, other));
  };
  const takeTransfer = (item: TransferItem): Waiting => {
    const from = accountNumber(item.from, item.to);
    const to = accountNumber(item.to, item.from);
    const told = tellSide(from, item, "from");
    const toldToo = tellSide(to, item, "to");
    const occurrence = item.id === null ? contents.add(hash64(contentOf(item, from, to))) : 1;
    const row = transferRow(item, options.id, counts.read, occurrence);
    const given = item.id !== null;
    const repeated = given && ids.add(hash64(row.id)) > 1;
    let aside: Waiting;
    if (!repeated && isFirst(row, item.ownSide)) {
      counts.loaded += 1;
      files.transfers.add(row);
    } else {
      const put = { ...row, given, raw: given ? item.raw : "" };
      aside = repeated ? again.add(row.id, put) : deferred.add(groupKey(row), put);
    }
    if (told === undefined && toldToo === undefined) return aside;
    return Promise.all([told, toldToo, aside]).then(() => {});
  };
  const takeAccount = (item: AccountItem): Waiting => {
    const facts = factsOfAccount(item);
    const text = `${item.account}|${JSON.stringify(facts)}`;
    if (files.listed.add(hash64(text)) === 1) counts.loaded += 1;
    else counts.duplicates += 1;
    return files.accounts.isKnown(`${sequence}|${text}`)
      ? undefined
      : files.accounts.add(item.account, sequence, facts);
  };
  const take = (item: LoadItem): Waiting => {
    if (item.kind === "skipped") return undefined;
    if (item.kind === "statement") {
      book.statement(item);
      const { account, bank, currency } = item;
      return files.accounts.add(account, sequence, {
        weight: WEIGHT.own,
        currency,
        ...(bank === null ? {} : { bank }),
      });
    }
    counts.read += 1;
    if (item.kind === "refused") {
      counts.rejected += 1;
      return refused.add(item);
    }
    if ("warnings" in item) counts.warnings += item.warnings.length;
    if (item.kind === "account") return takeAccount(item);
    if (item.kind !== "transfer") throw new Error(`A file of transfers or accounts holds a ${item.kind}`);
    book.transfer(item);
    return takeTransfer(item);
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
  await deferred.seal();
  await again.seal();
  const rejectedFile = await refused.close();
  const { refusedPath } = options;
  return { counts, deferred, again, statements: book.statements(), rejectedFile, refusedPath };
}
