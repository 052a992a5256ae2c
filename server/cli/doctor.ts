import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { answerAlarm } from "../audit/audit.ts";
import { lastBackup } from "../backup/make-backup.ts";
import { Neo4jAdminError } from "../neo4j/admin.ts";
import type { Database } from "../neo4j/database.ts";
import { freeBytes, ROOM_TO_START } from "../neo4j/disk.ts";
import { readServerOf } from "../neo4j/folder.ts";
import { jarsFolder } from "../neo4j/jars.ts";
import { findJava } from "../neo4j/java.ts";
import { migrationNames } from "../neo4j/migrations.ts";
import { openDatabase } from "../neo4j/open.ts";
import { openToOthers } from "../neo4j/private-folder.ts";
import { isAlive } from "../neo4j/processes.ts";
import { DAY, formatInstant } from "../time/instant.ts";
import { beginAt } from "../users/provider-client.ts";
import { providerSettings } from "../users/provider-settings.ts";
import { action, type CommandContext, commandLineUser, withCommonOptions } from "./context.ts";
import { checkAudit, checkLooks, type Finding, failed, fine } from "./doctor-audit.ts";
import { EXIT, printJson, tell } from "./output.ts";
import { type DatabaseFacts, databaseFacts, requireNew, writeBundle } from "./support/bundle.ts";

export function register(program: Command): void {
  withCommonOptions(program.command("doctor"))
    .description("check that everything the product needs is there and in order")
    .option(
      "--deep",
      "also check the audit log and the whole store (it is stopped meanwhile)",
      false,
    )
    .option(
      "--anchor <file>",
      "a checkpoint or evidence package kept elsewhere: the audit log must still hold it",
    )
    .option(
      "--rotate",
      "give the database a new password; nothing else may use it meanwhile",
      false,
    )
    .option(
      "--bundle <file>",
      "also write a ZIP for whoever helps: versions, findings, counts and the last lines of the log, " +
        "without anybody's data; look into it before you send it",
    )
    .option("--answer <reason>", "answer what does not fit in the audit log, with the reason")
    .action(action(async (context: CommandContext, options: Asked) => doctor(context, options)));
}

interface Asked {
  readonly deep: boolean;
  readonly rotate: boolean;
  readonly anchor?: string;
  readonly answer?: string;
  readonly bundle?: string;
}

async function doctor(context: CommandContext, asked: Asked): Promise<number> {
  if (asked.bundle !== undefined) requireNew(asked.bundle);
  const findings: Finding[] = [];
  const add = (finding: Finding) => {
    findings.push(finding);
    if (!context.json) process.stdout.write(`${line(finding)}\n`);
  };
  const outside = (process.env.NEO4J_URI ?? "") !== "";
  if (!outside) {
    add(await checkJava());
    add(await checkJars());
    add(await checkServer(context.data));
  }
  add(await checkDisk(context.data));
  const open = existsSync(context.data) ? await openToOthers(context.data) : [];
  const inside: { facts: DatabaseFacts | null } = { facts: null };
  for (const finding of await checkDatabase(context, asked, inside)) add(finding);
  for (const finding of await checkProvider(context.data)) add(finding);
  add(await checkPrivacy(context.data, open));
  if (!outside) add(await checkBackup(context.data));
  const ok = findings.every((finding) => finding.ok);
  const { bundle } = asked;
  if (bundle !== undefined) {
    const names = await writeBundle(bundle, context.data, findings, inside.facts);
    tell(`Wrote ${bundle}: ${names.join(", ")}.`);
    tell("Open it and read it before you send it; READ-ME says what each file is.");
  }
  if (context.json) printJson({ ok, findings });
  return ok ? EXIT.done : EXIT.failed;
}

function line(finding: Finding): string {
  const mark = finding.ok ? "ok     " : "PROBLEM";
  return `${mark} ${finding.check}: ${finding.detail}${finding.remedy === "" ? "" : ` What to do: ${finding.remedy}`}`;
}

async function checkJava(): Promise<Finding> {
  try {
    const java = await findJava();
    return fine("Java", `version ${java.version}, ${java.path}`);
  } catch (error) {
    return failed("Java", error);
  }
}

async function checkJars(): Promise<Finding> {
  const folder = await jarsFolder();
  return fine(
    "Neo4j programs",
    existsSync(folder) ? folder : "not fetched yet; done by itself at the first start",
  );
}

async function checkServer(dataDir: string): Promise<Finding> {
  const server = await readServerOf(dataDir);
  if (server === undefined) return fine("Neo4j process", "never started in this folder");
  const text = isAlive(server)
    ? `running, process ${server.pid}, port ${server.port}`
    : "not running; started when needed";
  return fine("Neo4j process", text);
}

/**
 * The office's sign-in provider, where one is set: the sign-in page does not say why it is down.
 */
async function checkProvider(dataDir: string): Promise<Finding[]> {
  const check = "sign-in provider";
  try {
    const settings = await providerSettings(dataDir);
    if (settings === null) return [];
    await beginAt(settings);
    return [fine(check, "answers")];
  } catch (error) {
    return [failed(check, error)];
  }
}

async function checkDisk(dataDir: string): Promise<Finding> {
  if (!existsSync(dataDir)) return fine("disk", "the data folder does not exist yet");
  const free = await freeBytes(dataDir);
  const detail = `${Math.floor(free / 1024 ** 3)} GB free at ${dataDir}.`;
  if (free >= ROOM_TO_START) return fine("disk", detail);
  return {
    check: "disk",
    ok: false,
    detail,
    remedy: "Free some space, or use another data folder with --data.",
  };
}

/** `before`: what others could read until the database was opened, which closes it to them. */
async function checkPrivacy(dataDir: string, before: readonly string[]): Promise<Finding> {
  const open = existsSync(dataDir) ? await openToOthers(dataDir) : [];
  if (open.length > 0) {
    return {
      check: "private",
      ok: false,
      detail: `other users of this computer can read ${open.length} files, for example ${open[0]}.`,
      remedy: `Let their owner run: chmod -R go-rwx ${dataDir}`,
    };
  }
  const mended =
    before.length === 0
      ? ""
      : `; until now other users could read ${before.length} files and folders`;
  return fine("private", `only you can read the data folder${mended}`);
}

/** Older than this, a backup is no answer to a broken disk. */
const STALE = 3 * DAY;

async function checkBackup(dataDir: string): Promise<Finding> {
  const last = await lastBackup(dataDir);
  const made = await stat(join(dataDir, "neo4j/password")).catch(() => undefined);
  const detail =
    last === null
      ? "none was made yet."
      : `the last is of ${formatInstant(last.at)}: ${last.file}.`;
  if (Date.now() - (last?.at ?? made?.mtimeMs ?? Date.now()) < STALE) return fine("backup", detail);
  return {
    check: "backup",
    ok: false,
    detail,
    remedy:
      "Make one now with: dropper-graph backup --to FOLDER, and every night with: dropper-graph serve --backup-to FOLDER.",
  };
}

async function checkDatabase(
  context: CommandContext,
  asked: Asked,
  inside: { facts: DatabaseFacts | null },
): Promise<Finding[]> {
  let database: Database;
  try {
    database = await openDatabase({ dataDir: context.data, log: tell });
  } catch (error) {
    return [failed("database", error)];
  }
  try {
    const findings = [fine("database", `${database.kind}, answers`), await checkSchema(database)];
    if (asked.rotate) findings.push(await changePassword(database));
    if (asked.answer !== undefined) await answerAlarm(database, commandLineUser(), asked.answer);
    if (asked.bundle !== undefined) inside.facts = await databaseFacts(database);
    if (asked.deep || asked.anchor !== undefined || asked.answer !== undefined)
      findings.push(await checkAudit(database, asked.anchor));
    if (asked.deep) findings.push(await checkLooks(database), await checkStore(database));
    return findings;
  } finally {
    await database.close();
  }
}

async function changePassword(database: Database): Promise<Finding> {
  if (database.rotatePassword === undefined)
    return fine("password", "not changed: an outside server has its own administrator");
  try {
    await database.rotatePassword();
    return fine("password", "the database has a new one, known to this data folder only");
  } catch (error) {
    return failed("password", error);
  }
}

async function checkSchema(database: Database): Promise<Finding> {
  const names = z.object({ name: z.string() });
  const applied = (await database.queries.read("support/applied-migrations", {}, names)).map(
    (row) => row.name,
  );
  const missing = migrationNames().filter((name) => !applied.includes(name));
  const states = z.object({ name: z.string(), state: z.string() });
  const indexes = await database.queries.read("support/index-states", {}, states);
  const broken = indexes.filter((index) => index.state !== "ONLINE").map((index) => index.name);
  const constraints = await database.queries.read("support/schema-names", {}, names);
  if (missing.length === 0 && broken.length === 0) {
    return fine(
      "schema",
      `${applied.length} migrations, ${constraints.length} constraints, ${indexes.length} indexes`,
    );
  }
  return {
    check: "schema",
    ok: false,
    detail: `migrations not run: ${missing.join(", ") || "none"}; indexes not usable: ${broken.join(", ") || "none"}.`,
    remedy: "Run the command again in a minute; if it stays, restore the last backup.",
  };
}

/** neo4j-admin's own consistency check of a managed store. */
async function checkStore(database: Database): Promise<Finding> {
  if (database.offline === undefined) {
    return fine(
      "store",
      "not checked: an outside server checks its own store (neo4j-admin database check)",
    );
  }
  try {
    await database.offline((admin) => admin.run(["database", "check", "neo4j"]));
    return fine("store", "consistent");
  } catch (error) {
    if (!(error instanceof Neo4jAdminError)) throw error;
    return {
      check: "store",
      ok: false,
      detail: `the database is inconsistent: ${error.output.split("\n").at(-1) ?? ""}.`,
      remedy: "Restore the last backup with: dropper-graph restore FILE --key KEYFILE.",
    };
  }
}
