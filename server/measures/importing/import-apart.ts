import { patienceFor, READER_LIMITS, startReader } from "../../loading/apart/reader.process.ts";
import { takeTurns } from "../../loading/apart/turns.ts";
import type { InputFile } from "../../loading/record/input-file.ts";
import type { ImportQuestion } from "./import.child.ts";
import { type JudgedBatch, type JudgeOptions, judgedRows } from "./judged-rows.ts";
import { type RecognisedFile, recogniseMeasures } from "./recognise.ts";

/**
 * Tables of measures are read for the server in a process of its own, within the limits of loading:
 * no file holds up the answers to others (server/loading/apart). The command line reads them itself.
 */
const PROGRAM = new URL("./import.child.js", import.meta.url);
/** From sources (tests) there is no compiled file to start: the same work is done here. */
const COMPILED = !import.meta.url.endsWith(".ts");

const inTurn = takeTurns(READER_LIMITS.atOnce);

export function recogniseApart(
  file: InputFile,
  mappingsDir: string,
  signal?: AbortSignal,
): Promise<RecognisedFile> {
  if (!COMPILED) return recogniseMeasures(file, mappingsDir, signal);
  const question: ImportQuestion = { kind: "recognise", file, mappingsDir };
  return inTurn(async () => {
    const reader = startReader(question, file.name, signal, PROGRAM);
    try {
      const message = await reader.next(patienceFor(file.bytes));
      if (message.kind !== "answer") throw new Error("recognise was answered by no answer");
      return message.answer as RecognisedFile;
    } finally {
      await reader.kill();
    }
  }, signal);
}

/** Batches asked for ahead: one is written while the next is read. */
const AHEAD = 2;

/** The rows of a file; `apart` = in a process of its own. */
export async function* judgedApart(
  file: InputFile,
  options: JudgeOptions,
  { apart, signal }: { readonly apart: boolean; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<JudgedBatch> {
  if (!apart || !COMPILED) {
    yield* judgedRows(file, options, signal);
    return;
  }
  const question: ImportQuestion = { kind: "judge", file, options };
  const reader = startReader(question, file.name, signal, PROGRAM);
  const patience = Math.max(READER_LIMITS.silentSeconds * 1_000, patienceFor(file.bytes));
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) reader.more();
    for (;;) {
      const message = await reader.next(patience);
      if (message.kind !== "items") return;
      reader.more();
      yield* message.items as readonly JudgedBatch[];
    }
  } finally {
    await reader.kill();
  }
}
