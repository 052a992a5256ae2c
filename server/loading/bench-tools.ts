import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";

/** What the benches of loading share. */

export function say(what: string, value: number, more = "", unit = "s"): void {
  process.stdout.write(`${what.padEnd(44)} ${value.toFixed(2).padStart(8)} ${unit}  ${more}\n`);
}

export async function generate(
  seed: number,
  transfers: number,
  folder: string,
  sessions = 0,
): Promise<void> {
  const words = [
    "dist/fixtures/generate.js",
    "--seed",
    String(seed),
    "--transfers",
    String(transfers),
    "--sessions",
    String(sessions),
    "--out",
    folder,
  ];
  const [code] = await once(spawn(process.execPath, words, { stdio: "ignore" }), "close");
  if (code !== 0) throw new Error(`the dump was not generated (${code})`);
}

const resultDocument = z.object({ read: z.number(), loaded: z.number(), seconds: z.number() });

/** A line the command wrote, and the seconds after which it did. */
interface Moment {
  readonly line: string;
  readonly at: number;
}

/**
 * The command as a person runs it: start of the program and of the server included; memory of our
 * process at its highest, and when it said what it does.
 */
export async function command(words: readonly string[]) {
  const begun = performance.now();
  const child = spawn(process.execPath, ["setup/dropper-graph.mjs", ...words, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const moments: Moment[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    process.stderr.write(`${line}\n`);
    if (!line.includes("%")) moments.push({ line, at: (performance.now() - begun) / 1000 });
  });
  const memory = watchMemory(child);
  let out = "";
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, peak: memory(), moments, result: resultDocument.parse(JSON.parse(out)) };
}

/** Highest resident memory in MB (VmHWM, proc(5)); 0 where the system does not tell. */
function watchMemory(child: ChildProcess): () => number {
  let peak = 0;
  const look = () => {
    const path = `/proc/${child.pid}/status`;
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    peak = Math.max(peak, Math.round(Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024));
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
