import { z } from "zod";
import { CallProblem } from "../api/problem.ts";

const fault = z.object({ code: z.string(), message: z.string(), remedy: z.string() });
const file = z.object({
  file: z.string(),
  id: z.string().nullable(),
  rejected: z.number(),
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
