import { createWriteStream, existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { cpus, homedir, totalmem, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import yazl from "yazl";
import { z } from "zod";
import { documentLanguage } from "../../../contract/document-language.ts";
import { count } from "../../../graph-queries/row-values.ts";
import { versionsOf } from "../../backup/facts.store.ts";
import { UserError } from "../../errors/user-error.ts";
import { DATA_FOLDER } from "../../neo4j/data-folder.ts";
import type { Database } from "../../neo4j/database.ts";
import { findJava } from "../../neo4j/java.ts";
import { memoryFor } from "../../neo4j/settings.ts";
import { listPeople } from "../../users/users.store.ts";
import { productVersion } from "../../versions/product-version.ts";
import type { Finding } from "../doctor-audit.ts";
import { notWritten } from "../output.ts";
import { BUNDLE_TEXTS } from "./bundle-texts.ts";
import { cleanedFinding, type Known } from "./cleaned.ts";
import { lastLines } from "./log-lines.ts";

/** The parts of a bundle that only the open database has. */
export interface DatabaseFacts {
  readonly neo4j: string;
  readonly migrations: readonly string[];
  readonly records: Readonly<Record<string, string>>;
  /** Names and logins of the people who may sign in. */
  readonly people: readonly string[];
}

const countRow = z.object({ kind: z.string(), many: count });

export async function databaseFacts(database: Database): Promise<DatabaseFacts> {
  const { neo4j, migrations } = await versionsOf(database);
  const counted = await database.queries.read("support/count-records", {}, countRow);
  const people = await listPeople(database.queries);
  return {
    neo4j,
    migrations,
    records: Object.fromEntries(counted.map(({ kind, many }) => [kind, String(many)])),
    people: people.flatMap(({ login, name }) => [login, name, ...name.split(/\s+/)]),
  };
}

/**
 * Writes the support bundle: a ZIP of plain texts without anything of anybody, and a list of what
 * is in it in each language. Answers the names of its files.
 */
export async function writeBundle(
  path: string,
  dataDir: string,
  findings: readonly Finding[],
  facts: DatabaseFacts | null,
): Promise<string[]> {
  requireNew(path);
  const known = await knownOf(dataDir, facts);
  const files: Record<string, string> = {
    "versions.json": jsonText(await versions(facts)),
    "settings.json": jsonText(await settings(dataDir)),
    "findings.json": jsonText(findings.map((one) => finding(one, known))),
    "counts.json": jsonText(facts?.records ?? "the database did not open"),
    "server-log.jsonl": await lastLines(join(dataDir, "logs"), known),
  };
  for (const language of documentLanguage.options)
    files[`READ-ME.${language}.txt`] = contents(language, Object.keys(files));
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  try {
    await pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (cause) {
    throw notWritten(path, cause);
  }
  return Object.keys(files).sort();
}

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function finding({ check, ok, detail, plain, remedy }: Finding, known: Known) {
  return {
    check,
    ok,
    detail: cleanedFinding(plain ?? detail, known),
    remedy: cleanedFinding(remedy, known),
  };
}

async function versions(facts: DatabaseFacts | null) {
  const java = await findJava().then(
    ({ version }) => version,
    () => null,
  );
  return {
    program: productVersion(),
    node: process.version,
    java,
    neo4j: facts?.neo4j ?? null,
    migrations: facts?.migrations.length ?? null,
    lastMigration: facts?.migrations.at(-1) ?? null,
    system: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    memoryMB: Math.round(totalmem() / 2 ** 20),
    madeAt: new Date().toISOString(),
  };
}

/** A variable's value may hold an address or a password: only that it is set is said. */
async function settings(dataDir: string) {
  const set = Object.keys(process.env).filter((name) => /^(DROPPER_GRAPH|NEO4J)_/.test(name));
  const names = await readdir(dataDir).catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => DATA_FOLDER.has(name))
      .map(async (name) => [name, (await stat(join(dataDir, name))).size] as const),
  );
  return {
    variablesThatAreSet: set.sort(),
    neo4jMemoryMB: memoryFor(),
    bytesInDataFolder: Object.fromEntries(sizes),
    otherThingsInDataFolder: names.length - sizes.length,
  };
}

async function knownOf(dataDir: string, facts: DatabaseFacts | null): Promise<Known> {
  const password = await readFile(join(dataDir, "neo4j/password"), "utf8").catch(() => "");
  const { username } = userInfo();
  return {
    folders: new Map([
      [resolve(dataDir), "DATA"],
      [programFolder(), "PROGRAM"],
      [homedir(), "HOME"],
    ]),
    words: [password.trim(), username === "root" ? "" : username, ...(facts?.people ?? [])],
  };
}

/** The folder that holds package.json, also for compiled code. */
function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder))
    folder = dirname(folder);
  return folder;
}

function contents(language: keyof typeof BUNDLE_TEXTS, names: readonly string[]): string {
  const { title, lead, files, removed, look } = BUNDLE_TEXTS[language];
  const list = names.flatMap((name) => (files[name] ? [`  ${name}: ${files[name]}`] : []));
  return [title, "", lead, "", ...list, "", removed, "", look, ""].join("\n");
}

/** Asked before doctor begins, which may take a minute. UserError "bundle-exists". */
export function requireNew(path: string): void {
  if (!existsSync(path)) return;
  throw new UserError({
    code: "bundle-exists",
    message: `${path} is there already.`,
    remedy: "Name a file that does not exist yet.",
  });
}
