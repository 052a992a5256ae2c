import type { RawRow, RawTable } from "../record/input-file.ts";

/** What a reader that meets its tables one after another in one stream tells. */
export type TableEvent =
  | { readonly kind: "table"; readonly name: string | null; readonly hidden?: boolean }
  | { readonly kind: "row"; readonly row: RawRow };

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
