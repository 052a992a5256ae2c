import { standingInSource } from "../duplicates/first-or-again.ts";
import type { WaitingRows } from "../duplicates/waiting-rows.ts";
import { type HashCounter, hash64, hashCounter, hashOf } from "../memory/hash64.ts";
import type { SeenFilter } from "../memory/seen-filter.ts";
import {
  addFacts,
  factsOfListRow,
  factsOfSession,
  factsOfSide,
  factsOfStatement,
  factsOfVictim,
  hashOfSide,
} from "../record/account-facts.ts";
import { type Ends, endsOf } from "../record/account-key.ts";
import type {
  AccountItem,
  HeldItem,
  LoadItem,
  SessionItem,
  StatementItem,
  TransferItem,
} from "../record/load-item.ts";
import { contentOf, rowRecord } from "../record/row-record.ts";
import { sessionHash, sessionRow } from "../record/session-record.ts";
import type { RefusedRows } from "../sources/refused-rows.ts";
import type { SourceCounts } from "../sources/row-counts.ts";
import type { StatementBook } from "../statements/statement-book.ts";
import { type Batch, emptyBatch } from "./batch.ts";

export interface RecorderParts {
  /** sha256 of the source. */
  readonly sourceId: string;
  /** Ids and groups of the source's rows, filled as they come. */
  readonly seen: SeenFilter;
  readonly counts: SourceCounts;
  readonly book: StatementBook;
  readonly waiting: WaitingRows;
  readonly refused: RefusedRows;
}

export interface Recorder {
  /** Most rows need no waiting, and a million needless promises cost seconds. */
  take(item: LoadItem): Promise<void> | undefined;
  readonly batch: Batch;
  /** The rows gathered so far; the next ones go into a new batch. */
  takeBatch(): Batch;
}

/** Turns what the reader yields into records, counts each data row, and puts it where it belongs. */
export function recorder(parts: RecorderParts): Recorder {
  const { counts, book, refused } = parts;
  let batch = emptyBatch();
  /** What the source said of accounts: most rows only repeat what an earlier one said. */
  const said = hashCounter();
  const records = transferRecorder(parts, said);

  /** A statement is written with its source (settle-source.store.ts); its account comes before. */
  const takeHeld = (item: HeldItem) => {
    const { account, currency, from, to, opening, closing } = item;
    const words = [account, currency, from, to, opening ?? "", closing ?? ""].map(String);
    if (said.add(hashOf(["held", ...words])) > 1) {
      counts.duplicates += 1;
      return;
    }
    book.held(item);
    addFacts(batch.accounts, account, factsOfStatement(item));
    counts.loaded += 1;
  };

  /** A row that says the same as an earlier one of the file is the same session. */
  const takeSession = (item: SessionItem) => {
    const row = sessionRow(item, counts.read);
    if (said.add(sessionHash(row)) > 1) {
      counts.duplicates += 1;
      return;
    }
    const { account } = row;
    if (said.add(hashOf(["session of", account, item.iin])) === 1)
      addFacts(batch.accounts, account, factsOfSession(item));
    batch.sessions.push(row);
  };

  const take = (item: LoadItem): Promise<void> | undefined => {
    if (item.kind === "skipped") return undefined;
    if (item.kind === "statement") {
      book.statement(item);
      addStatement(batch, item);
      return undefined;
    }
    counts.read += 1;
    if (item.kind === "refused") {
      counts.rejected += 1;
      return refused.add(item);
    }
    batch.rows += 1;
    if ("warnings" in item && item.warnings.length > 0) {
      counts.warnings += item.warnings.length;
      refused.warn(item.position, item.warnings);
    }
    if (item.kind === "transfer") {
      book.transfer(item);
      records(item, batch);
    } else if (item.kind === "account") {
      if (isNewInList(item, said)) batch.accountList.push(item);
      else counts.duplicates += 1;
    } else if (item.kind === "report") {
      const { victimAccount } = item;
      if (victimAccount !== null) addFacts(batch.accounts, victimAccount, factsOfVictim(item));
      batch.reports.push(item);
    } else if (item.kind === "held") takeHeld(item);
    else if (item.kind === "session") takeSession(item);
    else batch.labels.push(item);
    return undefined;
  };
  return {
    take,
    get batch() {
      return batch;
    },
    takeBatch: () => {
      const full = batch;
      batch = emptyBatch();
      return full;
    },
  };
}

function addStatement({ accounts }: Batch, item: StatementItem): void {
  addFacts(accounts, item.account, factsOfStatement(item));
}

/** False for a row that says the same as an earlier row of the list. */
function isNewInList(item: AccountItem, said: HashCounter): boolean {
  return said.add(hashOf(["list", item.account, JSON.stringify(factsOfListRow(item))])) === 1;
}

/** Records transfers: what they say of their accounts, and whether they are first or wait. */
function transferRecorder(
  { sourceId, seen, counts, waiting }: RecorderParts,
  said: HashCounter,
): (item: TransferItem, batch: Batch) => void {
  const contents = hashCounter();
  const addSide = (item: TransferItem, ends: Ends, which: "from" | "to", { accounts }: Batch) => {
    const key = ends[which];
    if (said.add(hashOfSide(key, item, which)) === 1)
      addFacts(accounts, key, factsOfSide(item, which));
  };
  return (item, batch) => {
    const ends = endsOf(item);
    addSide(item, ends, "from", batch);
    addSide(item, ends, "to", batch);
    const occurrence = item.id === null ? contents.add(hash64(contentOf(item, ends))) : 1;
    const row = rowRecord(item, ends, { sourceId, order: counts.read, occurrence });
    const standing = standingInSource(row, seen);
    if (standing === "first") batch.transfers.push(row);
    else if (standing === "again") waiting.deferAgain(row);
    else waiting.defer(row);
  };
}
