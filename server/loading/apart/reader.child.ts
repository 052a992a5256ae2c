import { describeUpload } from "../reading/describe-upload.ts";
import { previewFile } from "../reading/preview.ts";
import { readItems, recogniseFile } from "../reading/read-file.ts";
import { readForServer } from "./child-loop.ts";
import type { Answers, Question } from "./messages.ts";

/** The process that reads one file of transfers, reports and the like for the server. */
readForServer<Question>({
  answer: (question) => (question.kind === "items" ? null : answerTo(question)),
  items: ({ file, options }, onBytes) => readItems(file, { ...options, onBytes }),
});

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
