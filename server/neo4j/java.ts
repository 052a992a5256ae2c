import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../errors/user-error.ts";

const run = promisify(execFile);

/**
 * The Java versions Neo4j 5.26 supports. A newer default Java on the machine is passed over, not an
 * error.
 */
const SUITABLE = [17, 21];

/** Folders that hold one Java installation each, on Linux and macOS. */
const USUAL_PLACES = [
  "/usr/lib/jvm",
  "/usr/java",
  "/opt/java",
  "/Library/Java/JavaVirtualMachines",
];

export interface Java {
  readonly path: string;
  readonly version: number;
  /** As Java writes it, e.g. 17.0.15. */
  readonly release: string;
}

/**
 * The first Java 17 or 21 in JAVA_HOME, PATH and the usual places; UserError when there is none.
 */
export async function findJava(
  environment: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = [...USUAL_PLACES, join(homedir(), ".sdkman/candidates/java")],
): Promise<Java> {
  const unsuitable: string[] = [];
  for (const path of candidates(environment, places)) {
    const release = await javaRelease(path);
    if (release === undefined) continue;
    const version = Number(/^(?:1\.)?(\d+)/.exec(release)?.[1]);
    if (SUITABLE.includes(version)) return { path, version, release };
    unsuitable.push(`Java ${version} (${path})`);
  }
  const remedy =
    "Install Java 17, on Debian or Ubuntu with: sudo apt-get install -y openjdk-17-jre-headless. " +
    "Or set JAVA_HOME to a Java 17 or 21, or NEO4J_URI to a Neo4j server that already runs.";
  if (unsuitable.length > 0) {
    throw new UserError({
      code: "java-unsuitable",
      message: `The local Neo4j needs Java 17 or 21; this machine has only ${unsuitable.join(", ")}.`,
      remedy,
      status: 503,
    });
  }
  throw new UserError({
    code: "java-missing",
    message:
      "The local Neo4j needs Java 17 or 21; no Java was found in JAVA_HOME, PATH or the usual folders.",
    remedy,
    status: 503,
  });
}

function candidates(environment: NodeJS.ProcessEnv, places: readonly string[]): string[] {
  const home = environment.JAVA_HOME;
  const onPath = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = [
    ...(home === undefined || home === "" ? [] : [join(home, "bin/java")]),
    ...onPath.map((folder) => join(folder, "java")),
    ...places.flatMap(installations),
  ];
  return [...new Set(found)].filter((path) => existsSync(path));
}

function installations(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .sort()
    .flatMap((name) => [
      join(place, name, "bin/java"),
      join(place, name, "Contents/Home/bin/java"),
    ]);
}

/** 17.0.15 for `openjdk version "17.0.15"`; undefined when it does not run. */
async function javaRelease(path: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(path, ["-version"], { timeout: 20_000 });
    return /version "((?:1\.)?\d[\w.+-]*)"/.exec(`${stderr}\n${stdout}`)?.[1];
  } catch {
    return undefined;
  }
}
