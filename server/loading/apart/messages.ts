import type { Preview } from "../../../contract/loading.ts";
import type { DescribedUpload } from "../reading/describe-upload.ts";
import type { InputFile, ReadOptions, Recognised } from "../record/input-file.ts";

/** What crosses between the server and the process that reads a file; no functions, no signals. */
export type PlainOptions = Omit<ReadOptions, "signal" | "onBytes" | "apart">;

interface About {
  readonly file: InputFile;
  readonly options: PlainOptions;
}

export type Question =
  | (About & { readonly kind: "describe"; readonly unpackInto: string })
  | (About & { readonly kind: "recognise" })
  | (About & {
      readonly kind: "preview";
      readonly corrected: Readonly<Record<string, string>> | undefined;
    })
  | (About & { readonly kind: "items" });

/** The answer to each kind of question; items come in batches instead. */
export interface Answers {
  readonly describe: DescribedUpload;
  readonly recognise: Recognised;
  readonly preview: Preview;
}

/**
 * To the reading process: its one question, then (for items) the wish for one more batch. What is
 * asked and answered is the business of the two programs.
 */
export type ToReader = { readonly kind: "ask"; readonly question: unknown } | { kind: "more" };

/** A UserError in its parts, or the stack of a fault of ours. */
export type Failure =
  | {
      readonly user: {
        readonly code: string;
        readonly message: string;
        readonly remedy: string;
        readonly status: number;
        readonly params: Record<string, string | number>;
      };
    }
  | { readonly fault: string };

export type FromReader =
  | { readonly kind: "answer"; readonly answer: unknown }
  /** `bytes`: read of the file so far. */
  | { readonly kind: "items"; readonly items: readonly unknown[]; readonly bytes: number }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly failure: Failure };
