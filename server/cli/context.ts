import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import { asAct, auditedDatabase } from "../audit/acts.ts";
import type { AuditEvent } from "../audit/chain.ts";
import { recordedFields } from "../audit/recorded-fields.ts";
import { type Database, defaultDataDir } from "../neo4j/database.ts";
import { openDatabase } from "../neo4j/open.ts";
import { EXIT, isAbort, printFailure, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

/** Ctrl-C, a service manager's stop, a closed terminal. */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Options that every command takes. */
export interface CommonOptions {
  /** Data folder: one folder = one database and its files. */
  readonly data: string;
  /** One JSON document on stdout, everything else on stderr. */
  readonly json: boolean;
}

export interface CommandContext extends CommonOptions {
  /** True where the person named the data folder, false where it is the usual one. */
  readonly dataNamed: boolean;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/**
 * Adds --data and --json; every command calls it once. `dataDir`: where data is kept unless --data
 * says otherwise.
 */
export function withCommonOptions(command: Command, dataDir: string = defaultDataDir()): Command {
  return command
    .option("--data <dir>", "data folder: one folder is one database and its files", dataDir)
    .option("--json", "print one JSON document on stdout, everything else on stderr", false);
}

/**
 * Wraps a command's work: signals become an AbortSignal, errors a paragraph and exit code 1 (2 for
 * wrong words).
 * `work` may return an exit code itself (verify: 1 when the package does not verify).
 */
export function action<Args extends unknown[]>(
  work: (context: CommandContext, ...args: Args) => Promise<number | undefined> | Promise<void>,
): (this: Command, ...words: unknown[]) => Promise<void> {
  return async function run(this: Command, ...words: unknown[]) {
    const options = this.optsWithGlobals<CommonOptions>();
    const stop = new AbortController();
    const onSignal = () => {
      // The second time means now; the database's server is taken over by the next command.
      if (stop.signal.aborted) process.exit(130);
      tell("Stopping … (once more to leave at once)");
      stop.abort(new DOMException("Stopped on request.", "AbortError"));
    };
    for (const name of STOP_SIGNALS) process.on(name, onSignal);
    try {
      const context = {
        data: resolve(options.data),
        dataNamed: this.getOptionValueSourceWithGlobals("data") === "cli",
        json: options.json,
        signal: stop.signal,
      };
      // Commander hands over arguments, then options, then the command itself.
      const args = words.slice(0, -1) as Args;
      process.exitCode = (await work(context, ...args)) ?? EXIT.done;
    } catch (error) {
      printFailure(error, options.json);
      process.exitCode = isAbort(error)
        ? 130
        : error instanceof WrongUse
          ? EXIT.wrongUse
          : EXIT.failed;
    } finally {
      for (const name of STOP_SIGNALS) process.off(name, onSignal);
    }
  };
}

/**
 * Opens the database for one command and leaves it however the work ends. Queries wait while it
 * recovers. With `act` the work is in the audit log, in the transaction of its first change.
 */
export async function withDatabase<Result>(
  options: Pick<CommonOptions, "data"> & Partial<Pick<CommandContext, "signal">>,
  work: (database: Database) => Promise<Result>,
  act?: CommandAct,
): Promise<Result> {
  const database = await openDatabase({
    dataDir: options.data,
    log: tell,
    whileRecovering: "wait",
  });
  try {
    // Stopped while the server was starting: leave again without beginning.
    options.signal?.throwIfAborted();
    return await (act === undefined ? work(database) : asCommand(database, act, work));
  } finally {
    await database.close();
  }
}

/** Work of a command that is in the audit log, in the transaction of its first change. */
export function asCommand<Result>(
  database: Database,
  act: CommandAct,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const audited = auditedDatabase(database);
  const event = { who: commandLineUser(), ...act };
  return asAct(database, event, () => work(audited), recordedFields);
}

/** The act of a command in the audit log, by the name that the API has for it. */
export type CommandAct = Omit<AuditEvent, "who">;

/** The operating system's user, whom the audit log names: the command line asks no login. */
export function commandLineUser(): string {
  try {
    return `${userInfo().username} (command line)`;
  } catch {
    // A user whom the system has no name for.
    return `user ${process.getuid?.() ?? "unknown"} (command line)`;
  }
}
