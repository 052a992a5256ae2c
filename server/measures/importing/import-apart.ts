import { answersInTurn, batchesApart, COMPILED } from "../../loading/apart/exchange.ts";
import type { InputFile } from "../../loading/record/input-file.ts";
import type { ImportQuestion } from "./import.child.ts";
import { type JudgedBatch, type JudgeOptions, judgedRows } from "./judged-rows.ts";
import { type RecognisedFile, recogniseMeasures } from "./recognise.ts";

/**
 * Tables of measures are read for the server in a process of its own, within the limits of loading:
 * no file holds up the answers to others (server/loading/apart). The command line reads them
 * itself.
 */
const PROGRAM = new URL("./import.child.js", import.meta.url);
const answered = answersInTurn(PROGRAM);

export function recogniseApart(
  file: InputFile,
  mappingsDir: string,
  signal?: AbortSignal,
): Promise<RecognisedFile> {
  if (!COMPILED) return recogniseMeasures(file, mappingsDir, signal);
  const question: ImportQuestion = { kind: "recognise", file, mappingsDir };
  return answered(question, signal) as Promise<RecognisedFile>;
}

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
  for await (const { items } of batchesApart(question, signal, PROGRAM))
    yield* items as readonly JudgedBatch[];
}
