import { execFile } from "node:child_process";
import { join } from "node:path";
import type { Engine } from "./engine.ts";

/** neo4j-admin on a stopped database. */
export interface Neo4jAdmin {
  /** NEO4J_HOME of the stopped server: data/databases, data/transactions. */
  readonly home: string;
  /**
   * Runs neo4j-admin with these words, e.g. ["database", "dump", "neo4j", "--to-path=…"]; rejects
   * with Neo4jAdminError.
   */
  run(args: readonly string[], signal?: AbortSignal): Promise<string>;
}

/**
 * Neo4j's boot command would only start this program in a second Java. That one outlives the one we
 * know when it is killed, and goes on writing into a store that is being made anew.
 */
export const ADMIN_TOOL = "org.neo4j.cli.AdminTool";

/** neo4j-admin ended with something other than 0. */
export class Neo4jAdminError extends Error {
  readonly exitCode: number | null;
  /** Its output: standard output, then standard error. */
  readonly output: string;

  constructor(command: string, exitCode: number | null, output: string) {
    super(`neo4j-admin ${command} ended with ${exitCode}: ${output.slice(-2_000)}`);
    this.name = "Neo4jAdminError";
    this.exitCode = exitCode;
    this.output = output;
  }
}

export function openAdmin(engine: Engine, home: string): Neo4jAdmin {
  return { home, run: (args, signal) => runAdmin(engine, home, args, signal) };
}

export function runAdmin(
  engine: Pick<Engine, "java" | "jars" | "memory" | "classes">,
  home: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const words = [
    `-Xmx${engine.memory.heap}m`,
    ...engine.classes,
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    "-cp",
    `${engine.jars}/*`,
    ADMIN_TOOL,
    ...args,
  ];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
  return new Promise((resolve, reject) => {
    execFile(
      engine.java.path,
      words,
      { env, maxBuffer: 64 * 1024 * 1024, ...(signal === undefined ? {} : { signal }) },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        if (signal?.aborted === true) return reject(signal.reason);
        const code = typeof error.code === "number" ? error.code : null;
        reject(
          new Neo4jAdminError(args.slice(0, 2).join(" "), code, `${stdout}\n${stderr}`.trim()),
        );
      },
    );
  });
}
