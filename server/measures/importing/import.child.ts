import { readForServer } from "../../loading/apart/child-loop.ts";
import type { InputFile } from "../../loading/record/input-file.ts";
import { type JudgeOptions, judgedRows } from "./judged-rows.ts";
import { recogniseMeasures } from "./recognise.ts";

/** A question of the server to the process that reads a table of measures. */
export type ImportQuestion =
  | { readonly kind: "recognise"; readonly file: InputFile; readonly mappingsDir: string }
  | { readonly kind: "judge"; readonly file: InputFile; readonly options: JudgeOptions };

readForServer<ImportQuestion>({
  answer: (question) =>
    question.kind === "recognise" ? recogniseMeasures(question.file, question.mappingsDir) : null,
  items: async function* (question) {
    if (question.kind !== "judge") return;
    for await (const batch of judgedRows(question.file, question.options)) yield [batch];
  },
});
