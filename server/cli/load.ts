import type { Command } from "commander";
import { UserError } from "../errors/user-error.ts";
import { type LoadResult, load } from "../loading/load.ts";
import type { FileKind } from "../loading/reading.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { startProgress } from "./progress.ts";

interface LoadFlags {
  readonly kind?: string;
  readonly request?: string;
}

const KINDS: readonly string[] = ["transfers", "accounts", "reports", "labels"] satisfies FileKind[];

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("load <path...>")
      .description("Load bank answers: files, folders or archives, in any of the known formats; each file once.")
      .option("--kind <kind>", `what the files are, where it cannot be told: ${KINDS.join(", ")}`)
      .option("--request <number>", "number of the request these files answer"),
  ).action(
    action(async (context, paths: string[], flags: LoadFlags) => {
      const kind = flags.kind === undefined ? undefined : parseKind(flags.kind);
      const result = await withDatabase(context, async (database) => {
        const progress = startProgress("Loading", "rows");
        const done = await load(database, paths, {
          loadedBy: "command line",
          signal: context.signal,
          warn: tell,
          ...(kind && { kind }),
          ...(flags.request === undefined ? {} : { requestNumber: flags.request }),
          report: ({ rows, bytes, totalBytes }) => progress.update(rows, estimate(rows, bytes, totalBytes)),
        });
        progress.finish();
        return done;
      });
      if (context.json) printJson(contractOf(result));
      else tellResult(result);
    }),
  );
}

function parseKind(text: string): FileKind {
  if (KINDS.includes(text)) return text as FileKind;
  throw new UserError({
    code: "bad-kind",
    message: `--kind ${text} is not a kind of file.`,
    remedy: `Write one of: ${KINDS.join(", ")}.`,
  });
}

/** Rows there will be, judged by the bytes read so far. */
function estimate(rows: number, bytes: number, totalBytes: number): number | null {
  return bytes === 0 ? null : Math.max(rows, Math.round((rows * totalBytes) / bytes));
}

/** docs/loading.md: the document of `load --json`, exactly these names. */
function contractOf({ files, read, loaded, duplicates, rejected, rejectedFile, seconds }: LoadResult) {
  return { files, read, loaded, duplicates, rejected, rejectedFile, seconds };
}

function tellResult(result: LoadResult): void {
  for (const file of result.files) {
    const counts = file.known
      ? "loaded before, nothing added"
      : `${whole(file.loaded)} loaded, ${whole(file.duplicates)} known already, ${whole(file.rejected)} refused`;
    process.stdout.write(`${file.file}: ${whole(file.read)} rows, ${counts}\n`);
  }
  tell(`${whole(result.read)} rows in ${result.seconds} s.`);
  if (result.rejectedFile !== null) tell(`Refused rows, with what to mend: ${result.rejectedFile}`);
}

function whole(value: number): string {
  return value.toLocaleString("en-US");
}
