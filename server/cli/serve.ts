import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { nightlyBackups } from "../backup/nightly.ts";
import { recipientsOf } from "../backup/recipients.ts";
import { isLoopback, serve } from "../http/serve.ts";
import type { Database } from "../neo4j/database.ts";
import { openDatabase } from "../neo4j/open.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import { ensureFirstAdmin } from "../users/first-admin.ts";
import { parseKeep } from "./backup.ts";
import { action, type CommandContext, withCommonOptions } from "./context.ts";
import { printJson, tell } from "./output.ts";

export interface ServeFlags {
  readonly port?: number;
  readonly host: string;
  readonly proxies: number;
  readonly open: boolean;
  readonly watch?: string;
  readonly metricsPort?: number;
  readonly backupTo?: string;
  readonly backupAt: number;
  readonly backupKeep: number;
}

/** The address and login a person needs. */
export interface Login {
  readonly login: string;
  readonly password: string;
  /** Printed beside the password. */
  readonly note: string;
  /** Others who can sign in, with what each is there for. */
  readonly others?: readonly { login: string; password: string; what: string }[];
}

export function register(program: Command): void {
  withServeOptions(withCommonOptions(program.command("serve")))
    .description("serve the web app and its API, on this machine only unless --host says otherwise")
    .action(
      action(async (context, flags: ServeFlags) => {
        // A missing key is said before the database takes its time to start.
        if (flags.backupTo !== undefined) await recipientsOf(context.data);
        await withServedDatabase(context, (database) =>
          serveUntilStopped(context, flags, database, () => firstLogin(database)),
        );
      }),
    );
}

/** The options serve and demo share. */
export function withServeOptions(command: Command): Command {
  return command
    .option(
      "--port <number>",
      "port to listen on; without it 7400, or another where that is taken",
      parsePort,
    )
    .option(
      "--host <address>",
      "address to listen on; other than loopback needs an https proxy in front",
      "127.0.0.1",
    )
    .option(
      "--proxies <number>",
      "how many proxies of yours stand in front and speak https",
      parseProxies,
      0,
    )
    .option("--open", "open the page in the browser", false)
    .option(
      "--watch <folder>",
      "load what is put into this folder; loaded files move to its done/, others to its refused/",
    )
    .option(
      "--metrics-port <number>",
      "serve figures for Prometheus at http://127.0.0.1:PORT/metrics (docs/operations.md)",
      parsePort,
    )
    .option("--backup-to <folder>", "make an encrypted backup into this folder every night")
    .option("--backup-at <time>", "when, as 02:00 in Kazakhstan's time", parseTime, 2 * HOUR)
    .option("--backup-keep <number>", "how many backups stay there", parseKeep, 14);
}

/** The server refuses while its database recovers, instead of keeping people waiting. */
export async function withServedDatabase<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({
    dataDir: context.data,
    log: tell,
    whileRecovering: "refuse",
  });
  try {
    context.signal.throwIfAborted();
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Serves until the person stops the program; then ends requests and jobs in order. */
export async function serveUntilStopped(
  context: CommandContext,
  flags: ServeFlags,
  database: Database,
  login: () => Promise<Login | undefined>,
): Promise<void> {
  const served = await serve(database, {
    host: flags.host,
    port: flags.port,
    proxies: flags.proxies,
    watch: flags.watch,
    metricsPort: flags.metricsPort,
    tell,
  });
  let backups: Awaited<ReturnType<typeof nightlyBackups>> | undefined;
  try {
    if (flags.backupTo !== undefined)
      backups = await nightlyBackups({
        dataDir: database.dataDir,
        to: resolve(flags.backupTo),
        at: flags.backupAt,
        keep: flags.backupKeep,
        program: process.argv[1] ?? "",
        signal: context.signal,
        tell,
      });
    const found = await login();
    tell(invitation(served.address, found));
    if (context.json)
      printJson({
        ok: true,
        address: served.address,
        port: served.port,
        metricsPort: served.metricsPort ?? null,
        login: found ?? null,
      });
    if (!isLoopback(flags.host) && flags.proxies === 0)
      tell(
        "Browsers sign in over https only here: put an https proxy in front and say so with --proxies 1.",
      );
    if (flags.open) openInBrowser(served.address);
    if (!context.signal.aborted) await once(context.signal, "abort");
  } finally {
    await Promise.all([served.close(), backups?.done]);
  }
}

function invitation(address: string, login: Login | undefined): string {
  const lines = ["", `  Dropper Graph is ready:  ${address}`];
  if (login) {
    lines.push(
      "",
      `  login     ${login.login}`,
      `  password  ${login.password}`,
      `            ${login.note}`,
    );
    for (const { login: other, password, what } of login.others ?? [])
      lines.push("", `  login     ${other}`, `  password  ${password}`, `            ${what}`);
  }
  return [...lines, "", "  Ctrl-C stops it.", ""].join("\n");
}

async function firstLogin(database: Database): Promise<Login | undefined> {
  const made = await ensureFirstAdmin(database);
  return (
    made && {
      ...made,
      note: [
        "for the first sign-in only: the page asks for a password of your own.",
        "Then add the others under Users: a claim is approved by a prosecutor or the head.",
      ].join("\n            "),
    }
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a number from 0 to 65535.");
}

function parseTime(text: string): number {
  const [hours = 24, minutes = 60] = /^\d{1,2}:\d{2}$/.test(text)
    ? text.split(":").map(Number)
    : [];
  if (hours < 24 && minutes < 60) return hours * HOUR + minutes * MINUTE;
  throw new InvalidArgumentError("A time of day is written as 02:00.");
}

function parseProxies(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a number from 0 to 9.");
}

/** The address stays on the terminal where there is no browser. */
function openInBrowser(address: string): void {
  const command =
    process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  const child = spawn(command, [address], { detached: true, stdio: "ignore" });
  child.on("error", () => tell("No browser could be opened; use the address above."));
  child.unref();
}
