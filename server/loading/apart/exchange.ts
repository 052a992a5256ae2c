import type { InputFile } from "../record/input-file.ts";
import { patienceFor, READER_LIMITS, startReader } from "./reader.process.ts";
import { takeTurns } from "./turns.ts";

/**
 * From sources (tests) there is no compiled file to start: the same work is done in this process.
 */
export const COMPILED = !import.meta.url.endsWith(".ts");

/** A question about a file to a process of its own, which `program` answers (child-loop.ts). */
interface Asked {
  readonly kind: string;
  readonly file: InputFile;
}

/** Asks in turn: as many files at once as READER_LIMITS.atOnce. */
export function answersInTurn(program?: URL) {
  const inTurn = takeTurns(READER_LIMITS.atOnce);
  return (question: Asked, signal: AbortSignal | undefined): Promise<unknown> =>
    inTurn(async () => {
      const { file, kind } = question;
      const reader = startReader(question, file.name, signal, program);
      try {
        const message = await reader.next(patienceFor(file.bytes));
        if (message.kind !== "answer") throw new Error(`${kind} was answered by no answer`);
        return message.answer;
      } finally {
        await reader.kill();
      }
    }, signal);
}

/** Batches asked for ahead: one is taken in while the next is read. */
const AHEAD = 2;

/** Everything that is read of the file, batch by batch, with the bytes read by then. */
export async function* batchesApart(
  question: Asked,
  signal: AbortSignal | undefined,
  program?: URL,
): AsyncGenerator<{ readonly items: readonly unknown[]; readonly bytes: number }> {
  const { file } = question;
  const reader = startReader(question, file.name, signal, program);
  const patience = Math.max(READER_LIMITS.silentSeconds * 1000, patienceFor(file.bytes));
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) reader.more();
    for (;;) {
      const message = await reader.next(patience);
      if (message.kind !== "items") return;
      reader.more();
      yield message;
    }
  } finally {
    await reader.kill();
  }
}
