import { existsSync } from "node:fs";
import type { Command } from "commander";
import { warningText } from "../../contract/texts/warning-texts.ts";
import { asAct, auditedDatabase } from "../audit/acts.ts";
import { audit } from "../audit/audit.ts";
import { reworkAllDrafts } from "../claims/rework.store.ts";
import { mappingPath, readMappingFile } from "../loading/columns/saved-mappings.ts";
import { mappingsFolder } from "../loading/data-folder/folders.ts";
import { load } from "../loading/load.ts";
import type { UnopenedDatabase } from "../loading/load-options.ts";
import type { LoadResult } from "../loading/load-result.ts";
import type { FileKind, Mapping } from "../loading/record/input-file.ts";
import { provenanceOf } from "../loading/sources/provenance.ts";
import type { Database } from "../neo4j/database.ts";
import { freshStore } from "../neo4j/fresh.ts";
import { openDatabase } from "../neo4j/open.ts";
import {
  action,
  type CommandAct,
  type CommandContext,
  commandLineUser,
  withCommonOptions,
} from "./context.ts";
import { EXIT, printJson, tell } from "./output.ts";
import { startProgress } from "./progress.ts";
import { WrongUse } from "./wrong-use.ts";

interface LoadFlags {
  readonly kind?: string;
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly request?: string;
  readonly requestDate?: string;
  readonly sanctionedBy?: string;
  readonly handedBy?: string;
  readonly corrects: boolean;
}

const KINDS: readonly string[] = [
  "transfers",
  "accounts",
  "statements",
  "reports",
  "labels",
  "sessions",
] satisfies FileKind[];

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("load <path...>")
      .description(
        "Load bank answers: files, folders or archives, in any of the known formats; each file once.",
      )
      .option("--kind <kind>", `what the files are, where it cannot be told: ${KINDS.join(", ")}`)
      .option(
        "--mapping <name>",
        "what the columns mean: the name of a saved mapping, or a JSON file",
      )
      .option("--dry-run", "read and judge everything, write nothing", false)
      .option("--request <number>", "number of the request these files answer")
      .option("--request-date <day>", "day of that request, YYYY-MM-DD")
      .option("--sanctioned-by <text>", "who sanctioned that request")
      .option("--handed-by <text>", "who handed these files over")
      .option(
        "--corrects",
        "crime reports: these tables correct the sums of those loaded before",
        false,
      ),
  ).action(
    action(async (context, paths: string[], flags: LoadFlags) => {
      const kind = flags.kind === undefined ? undefined : parseKind(flags.kind);
      const mapping =
        flags.mapping === undefined ? undefined : await findMapping(context.data, flags.mapping);
      const provenance = provenanceOf({ ...flags, requestNumber: flags.request });
      const result = await withUnopened(
        context,
        async (database) => {
          const progress = startProgress("Loading", "rows");
          const done = await load(database, paths, {
            loadedBy: "command line",
            signal: context.signal,
            warn: tell,
            dryRun: flags.dryRun,
            corrects: flags.corrects,
            ...(kind && { kind }),
            ...(mapping && { mapping }),
            provenance,
            report: ({ rows, totalRows }) => progress.update(rows, totalRows),
          });
          progress.finish();
          // Into an empty store nothing was claimed yet.
          if (!flags.dryRun && !database.fresh) {
            const actor = { by: "command line", at: Date.now() };
            await reworkAllDrafts(await database.open(), actor, context.signal);
          }
          return done;
        },
        flags.dryRun ? null : { what: "load", details: { files: paths.length } },
      );
      if (context.json) printJson(contractOf(result));
      else tellResult(result, flags.dryRun);
      return result.files.some((file) => file.error !== null) ? EXIT.failed : EXIT.done;
    }),
  );
}

/**
 * The database is opened when it is needed, and left however the work ends. Queries wait while it
 * recovers.
 */
async function withUnopened<Result>(
  context: CommandContext,
  work: (target: UnopenedDatabase) => Promise<Result>,
  act: CommandAct | null,
): Promise<Result> {
  let database: Promise<Database> | undefined;
  const open = () => {
    database ??= openDatabase({ dataDir: context.data, log: tell, whileRecovering: "wait" });
    return database;
  };
  const { data: dataDir } = context;
  try {
    const fresh = await freshStore(dataDir, tell);
    if (act === null) return await work({ dataDir, fresh, open });
    const event = { who: commandLineUser(), ...act };
    if (fresh === undefined) {
      const opened = await open();
      const audited = async () => auditedDatabase(opened);
      return await asAct(opened, event, () => work({ dataDir, fresh, open: audited }));
    }
    // There is no database yet that could hold an entry beside what is loaded.
    const result = await work({ dataDir, fresh, open });
    await audit(await open(), event);
    return result;
  } finally {
    await (await database?.catch(() => undefined))?.close();
  }
}

function parseKind(text: string): FileKind {
  if (KINDS.includes(text)) return text as FileKind;
  throw new WrongUse({
    code: "bad-kind",
    message: `--kind ${text} is not a kind of file.`,
    remedy: `Write one of: ${KINDS.join(", ")}.`,
  });
}

function findMapping(dataDir: string, text: string): Promise<Mapping> {
  return readMappingFile(existsSync(text) ? text : mappingPath(mappingsFolder(dataDir), text));
}

/** docs/loading.md: the document of `load --json`, exactly these names. */
function contractOf({
  files,
  read,
  loaded,
  duplicates,
  rejected,
  rejectedFile,
  seconds,
}: LoadResult) {
  return { files, read, loaded, duplicates, rejected, rejectedFile, seconds };
}

function tellResult(result: LoadResult, dryRun: boolean): void {
  const taken = dryRun ? "would be loaded" : "loaded";
  for (const { file, error, ...of } of result.files) {
    if (error !== null) {
      tell(`error: ${file}: ${error.message} What to do: ${error.remedy}`);
      continue;
    }
    const counts = of.known
      ? "loaded before, nothing added"
      : `${whole(of.loaded)} ${taken}, ${whole(of.duplicates)} known already, ${whole(of.rejected)} refused`;
    const warnings = of.warnings > 0 ? `, ${whole(of.warnings)} warnings` : "";
    process.stdout.write(`${file} (${of.format}): ${whole(of.read)} rows, ${counts}${warnings}\n`);
    for (const { code, count, row, column, value } of of.warned ?? []) {
      const first = `first in row ${row}, ${column}: "${value}"`;
      process.stdout.write(`  ${whole(count)} × ${warningText(code, "en") ?? code} (${first})\n`);
    }
    if (of.warnedFile != null) process.stdout.write(`  Each with its row: ${of.warnedFile}\n`);
  }
  tell(`${whole(result.read)} rows in ${result.seconds} s.`);
  if (result.rejectedFile !== null) tell(`Refused rows, with what to mend: ${result.rejectedFile}`);
}

function whole(value: number): string {
  return value.toLocaleString("en-US");
}
