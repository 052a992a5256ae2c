import type { RawRow, RawTable } from "../record/input-file.ts";
import { TABLE_LIMITS } from "./reader-limits.ts";

/** What a reader that meets its tables one after another in one stream tells. */
export type TableEvent =
  | { readonly kind: "table"; readonly name: string | null; readonly hidden?: boolean }
  | { readonly kind: "row"; readonly row: RawRow };

/** Events that go on together. */
const BATCH_EVENTS = 1_000;

/** What turns the pieces of a file into events. */
export interface EventParser {
  write(chunk: Buffer): void;
  /** The file is over; throws where it was no table. */
  end(): void;
}

/**
 * The events of a file, in batches. `refuse` throws where one piece of the file unfolds to more
 * text than any table has.
 */
export async function* eventsFrom(
  chunks: AsyncIterable<Buffer>,
  refuse: () => never,
  parserOf: (take: (event: TableEvent) => void) => EventParser,
): AsyncGenerator<readonly TableEvent[]> {
  let taken: TableEvent[] = [];
  let characters = 0;
  const parser = parserOf((event) => {
    taken.push(event);
    if (event.kind === "row") characters += event.row.raw.length + 1;
    if (characters > TABLE_LIMITS.pieceCharacters) refuse();
  });
  for await (const chunk of chunks) {
    parser.write(chunk);
    if (taken.length < BATCH_EVENTS) continue;
    yield taken;
    taken = [];
    characters = 0;
  }
  parser.end();
  if (taken.length > 0) yield taken;
}

/**
 * The stream's tables, each with its rows; what a caller leaves of a table unread is skipped when
 * it asks for the next.
 */
export async function* tablesOf(
  events: AsyncIterable<readonly TableEvent[]>,
): AsyncGenerator<RawTable> {
  const source = events[Symbol.asyncIterator]();
  let waiting: readonly TableEvent[] = [];
  let at = 0;
  const fill = async (): Promise<boolean> => {
    while (at >= waiting.length) {
      const { done, value } = await source.next();
      if (done) return false;
      waiting = value;
      at = 0;
    }
    return true;
  };
  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    while (await fill()) {
      const batch: RawRow[] = [];
      let event = waiting[at];
      while (event?.kind === "row") {
        batch.push(event.row);
        event = waiting[++at];
      }
      if (batch.length > 0) yield batch;
      if (event?.kind === "table") return;
    }
  }
  try {
    while (await fill()) {
      const event = waiting[at];
      if (event?.kind !== "table") {
        at++;
        continue;
      }
      at++;
      yield { name: event.name, hidden: event.hidden ?? false, rows: rows() };
    }
  } finally {
    await source.return?.();
  }
}
