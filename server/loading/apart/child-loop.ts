import { isUserError } from "../../errors/user-error.ts";
import type { Failure, FromReader, ToReader } from "./messages.ts";

/**
 * The work of a process that reads one file for the server: it answers its one question, or sends
 * batches as they are asked for, and ends. A file made to fill the memory or to take for ever ends
 * this process and nothing else.
 */
export interface ReadingProgram<Question> {
  /** The whole answer at once; null where this question is answered by items. */
  answer(question: Question): Promise<unknown> | null;
  /** Batches of items; `onBytes` says how much of the file was read. */
  items(question: Question, onBytes: (read: number) => void): AsyncIterable<readonly unknown[]>;
}

/** Waits for the question of the server, which forked this process. */
export function readForServer<Question>(program: ReadingProgram<Question>): void {
  const wishes = wishList();
  process.on("message", (message: ToReader) => {
    if (message.kind === "more") wishes.add();
    else void run(program, message.question as Question, wishes.next);
  });
  // The server is gone: nobody waits for the answer.
  process.on("disconnect", () => process.exit(0));
}

async function run<Question>(
  program: ReadingProgram<Question>,
  question: Question,
  nextWish: () => Promise<void>,
): Promise<void> {
  try {
    const whole = program.answer(question);
    if (whole !== null) await send({ kind: "answer", answer: await whole });
    else await sendItems(program, question, nextWish);
  } catch (error) {
    await send({ kind: "failed", failure: failureOf(error) });
  }
  process.disconnect();
}

/** Batch by batch, each when it is asked for: what waits to be taken stays small. */
async function sendItems<Question>(
  program: ReadingProgram<Question>,
  question: Question,
  nextWish: () => Promise<void>,
): Promise<void> {
  let bytes = 0;
  const onBytes = (read: number) => {
    bytes = read;
  };
  for await (const items of program.items(question, onBytes)) {
    if (items.length === 0) continue;
    await nextWish();
    await send({ kind: "items", items, bytes });
  }
  await send({ kind: "end" });
}

function wishList() {
  let wanted = 0;
  let wake = () => {};
  return {
    add: () => {
      wanted += 1;
      wake();
    },
    next: async () => {
      while (wanted === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      wanted -= 1;
    },
  };
}

function send(message: FromReader): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function failureOf(error: unknown): Failure {
  if (!isUserError(error))
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  const { code, message, remedy, status, params } = error;
  return { user: { code, message, remedy, status, params: { ...params } } };
}
