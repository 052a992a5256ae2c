import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../errors/user-error.ts";
import type { Java } from "./java.ts";

/** The compiled file sits one folder deeper, in dist. */
function projectFolder(): string {
  const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return project.endsWith("/dist") ? dirname(project) : project;
}

/** The pom that names the Neo4j version. */
function pomPath(): string {
  return join(projectFolder(), "setup/neo4j/pom.xml");
}

/** The folder of things that this user's programs keep between runs and can make again. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const cache = environment.XDG_CACHE_HOME || join(environment.HOME ?? homedir(), ".cache");
  return join(cache, "dropper-graph");
}

/**
 * One folder per Neo4j version: delivered with the program by `npm run bundle`, or one per user,
 * shared by all checkouts.
 */
export async function jarsFolder(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const pom = await readFile(pomPath(), "utf8");
  const version = /<artifactId>neo4j-bootcheck<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new Error(`${pomPath()} names no neo4j-bootcheck version`);
  const name = `neo4j-${version}`;
  const delivered = join(projectFolder(), name);
  return existsSync(delivered) ? delivered : join(cacheFolder(environment), name);
}

/**
 * The folder with the Neo4j server's jars, fetched by Maven when this user has none yet (about 125
 * MB). Written beside and renamed, so a broken download is never taken for a whole one and two runs
 * do not disturb each other.
 */
export async function provideJars(java: Java, log: (line: string) => void): Promise<string> {
  const folder = await jarsFolder();
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}.tmp`;
  log("Fetching Neo4j (about 125 MB, once per user) with Maven …");
  try {
    await mkdir(unfinished, { recursive: true });
    await maven(java, unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    // Another process may have been quicker; its folder is as good as ours.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function maven(java: Java, target: string): Promise<void> {
  const goal = "dependency:copy-dependencies";
  const options = [
    "-B",
    "-q",
    "-f",
    pomPath(),
    goal,
    "-DincludeScope=runtime",
    `-DoutputDirectory=${target}`,
  ];
  // The found path may be a link (/usr/bin/java); Maven wants the installation it points to.
  const environment = { ...process.env, JAVA_HOME: dirname(dirname(await realpath(java.path))) };
  const { code, output } = await new Promise<{ code: number | null; output: string }>(
    (resolve, reject) => {
      const child = spawn("mvn", options, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      const keep = (chunk: Buffer) => {
        output = (output + chunk.toString("utf8")).slice(-20_000);
      };
      child.stdout.on("data", keep);
      child.stderr.on("data", keep);
      child.on("error", (cause: NodeJS.ErrnoException) =>
        reject(cause.code === "ENOENT" ? mavenMissing() : cause),
      );
      child.on("close", (status) => resolve({ code: status, output }));
    },
  );
  if (code === 0) return;
  const reason =
    output.split("\n").find((line) => line.includes("[ERROR]")) ?? "Maven gave no reason.";
  throw new UserError({
    code: "neo4j-not-fetched",
    message: `Maven could not fetch the Neo4j server: ${reason
      .replaceAll(/\p{Cc}\[[\d;]*m/gu, "")
      .replace("[ERROR]", "")
      .trim()}`,
    remedy:
      "Check the network and Maven's settings.xml (mirror, proxy), then run the command again; " +
      "or set NEO4J_URI to a Neo4j server that already runs.",
    status: 503,
  });
}

function mavenMissing(): UserError {
  return new UserError({
    code: "maven-missing",
    message:
      "Maven (the command mvn) is needed once to fetch the Neo4j server, and was not found in PATH.",
    remedy:
      "Install it, on Debian or Ubuntu with: sudo apt-get install -y maven. " +
      "Or set NEO4J_URI to a Neo4j server that already runs.",
    status: 503,
  });
}
