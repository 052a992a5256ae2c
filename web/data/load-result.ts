import { z } from "zod";
import { loading } from "../../contract/loading.ts";
import { addressOf } from "../api/call.ts";
import { download } from "../api/download.ts";
import { CallProblem } from "../api/problem.ts";

const fault = z.object({ code: z.string(), message: z.string(), remedy: z.string() });
const file = z.object({
  file: z.string(),
  id: z.string().nullable(),
  read: z.number(),
  loaded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  /** Of a table of reports: numbers of those that it states, the first of them. */
  reports: z.array(z.string()).default([]),
  /** Its warnings kind by kind; a file that was loaded before was not read again. */
  warned: z
    .array(
      z.object({
        code: z.string(),
        count: z.number(),
        row: z.string(),
        column: z.string(),
        value: z.string(),
      }),
    )
    .default([]),
  error: fault.nullable(),
});

/**
 * The result of a finished loading job; the same words as `load --json`. An archive is several
 * files.
 */
const result = z.object({
  loaded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  files: z.array(file),
});

export type LoadedFile = z.infer<typeof file>;

/** The refused rows of a loaded file, into the browser's downloads. */
export function saveRefused({ id, file: name }: LoadedFile): Promise<string> {
  return download(addressOf(loading.refused, { params: { id: id ?? "" } }), `${name}.refused.csv`);
}

export function loadResult(value: unknown): z.infer<typeof result> | null {
  const parsed = result.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/**
 * The failure of a job or of one file in it, to be told as any refusal is: in the reader's language
 * where there are words.
 */
export function problemOfJob({ code, message, remedy }: z.infer<typeof fault>): CallProblem {
  return new CallProblem({
    type: "about:blank",
    title: message,
    detail: message,
    status: 500,
    code,
    remedy,
  });
}
