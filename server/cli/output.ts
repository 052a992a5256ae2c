import { writeFile } from "node:fs/promises";
import { isUserError, UserError } from "../errors/user-error.ts";
import { jsonOf } from "../money/json.ts";

/** How a command ends. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/**
 * The one JSON document of a command run with --json; amounts (bigint) become decimal text of minor
 * units.
 */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonOf(value)}\n`);
}

/** Writes the output of a command; an error names the file that cannot be written, and why. */
export async function writeOut(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw notWritten(path, cause);
  }
}

export function notWritten(path: string, cause: unknown): UserError {
  const { code } = cause as NodeJS.ErrnoException;
  const why =
    code === "ENOENT"
      ? "its folder does not exist"
      : code === "ENOSPC"
        ? "the disk is full"
        : (code ?? String(cause));
  return new UserError({
    code: "not-written",
    message: `${path} cannot be written: ${why}.`,
    remedy: "Name a file in a folder that exists and that you may write to.",
    cause,
  });
}

/** A line for the person at the terminal; stdout is kept for results. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Reports why a command failed: one paragraph on stderr, with --json also a document on stdout. */
export function printFailure(error: unknown, json: boolean): void {
  if (isAbort(error)) {
    tell("Stopped. Nothing was left half-done.");
    if (json)
      printJson({
        ok: false,
        error: { code: "stopped", message: "Stopped on request.", remedy: "Run it again." },
      });
    return;
  }
  if (isUserError(error)) {
    tell(paragraph(error));
    if (json)
      printJson({
        ok: false,
        error: { code: error.code, message: error.message, remedy: error.remedy },
      });
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`error: This should not have happened; please report it with the lines below.\n${text}`);
  if (json)
    printJson({
      ok: false,
      error: { code: "internal", message: String(error), remedy: "Report this as a bug." },
    });
}

function paragraph(error: UserError): string {
  return `error: ${error.message} What to do: ${error.remedy}`;
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
