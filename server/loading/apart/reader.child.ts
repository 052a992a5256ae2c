import { isUserError } from "../../errors/user-error.ts";
import { describeUpload } from "../reading/describe-upload.ts";
import { previewFile } from "../reading/preview.ts";
import { readItems, recogniseFile } from "../reading/read-file.ts";
import type { Answers, Failure, FromReader, Question, ToReader } from "./messages.ts";

/**
 * The process that reads one file for the server: a file made to fill the memory or to take for
 * ever ends this process and nothing else.
 */
let wanted = 0;
let wake = () => {};

process.on("message", (message: ToReader) => {
  if (message.kind === "more") {
    wanted += 1;
    wake();
  } else void answer(message.question);
});
// The server is gone: nobody waits for the answer.
process.on("disconnect", () => process.exit(0));

async function answer(question: Question): Promise<void> {
  try {
    if (question.kind === "items") await sendItems(question);
    else await send({ kind: "answer", answer: await answerTo(question) });
  } catch (error) {
    await send({ kind: "failed", failure: failureOf(error) });
  }
  process.disconnect();
}

function answerTo(question: Exclude<Question, { kind: "items" }>): Promise<Answers[keyof Answers]> {
  const { file, options } = question;
  switch (question.kind) {
    case "describe":
      return describeUpload(file, question.unpackInto, options);
    case "recognise":
      return recogniseFile(file, options);
    case "preview":
      return previewFile(file, options, question.corrected);
  }
}

/** Batch by batch, each when it is asked for: what waits to be taken stays small. */
async function sendItems({ file, options }: Question): Promise<void> {
  let bytes = 0;
  const onBytes = (read: number) => {
    bytes = read;
  };
  for await (const items of readItems(file, { ...options, onBytes })) {
    if (items.length === 0) continue;
    while (wanted === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    wanted -= 1;
    await send({ kind: "items", items, bytes });
  }
  await send({ kind: "end" });
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
