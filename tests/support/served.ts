import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { keepForTheEnd } from "./kept-for-the-end.ts";

const PROGRAM = fileURLToPath(new URL("../../setup/dropper-graph.mjs", import.meta.url));

/** A `serve` or `demo` of the real command line, as a person starts it. */
export interface Served {
  readonly address: string;
  readonly port: number;
  readonly login: { readonly login: string; readonly password: string } | null;
  readonly process: ChildProcess;
  /** What it said to the person so far. */
  told(): string;
  /** Ends it with a signal and waits; answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function environment(): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, ...kept } = process.env;
  return { ...kept, DROPPER_GRAPH_HEAP_MB: "512" };
}

/**
 * Starts it and waits until its address is printed; rejects with its words when it ends before
 * that.
 */
export async function startServed(words: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [PROGRAM, ...words, "--json"], {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let told = "";
  const log = join(words[words.indexOf("--data") + 1] ?? "", "logs/server.log");
  child.once("exit", () => {
    keepForTheEnd("a log", `${out}\n${told}`);
    if (existsSync(log)) keepForTheEnd("a log", readFileSync(log, "utf8"));
  });
  child.stderr.on("data", (chunk: Buffer) => {
    told += chunk.toString();
  });
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("\n")) resolve(out.split("\n")[0] ?? "");
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  const { address, port, login } = JSON.parse(await line);
  // Two pipes: the words for the person may come a moment later.
  while (!told.includes("Ctrl-C stops it")) await pause(10);
  return {
    address: String(address).replace(/\/$/, ""),
    port,
    login,
    process: child,
    told: () => told,
    stop: async (signal = "SIGTERM") => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

/** A command run to its end. */
export function command(
  words: readonly string[],
): Promise<{ code: number; out: string; told: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...words], { env: environment() }, (error, out, told) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ code, out, told });
    });
  });
}
