import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Text of every source file, by its path from the root of the project. */
export type Sources = ReadonlyMap<string, string>;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKER = /new URL\(\s*["'`]([^"'`]+)["'`]\s*,\s*import\.meta\.url/g;

/** Files that git tracks or would track, by a pattern for their paths. */
export function filesOf(pattern: RegExp): Sources {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT });
  const paths = listed.toString().split("\n");
  const present = paths.filter((path) => pattern.test(path) && existsSync(`${ROOT}/${path}`));
  return new Map(present.map((path) => [path, readFileSync(`${ROOT}/${path}`, "utf8")]));
}

/**
 * What a file imports: paths from the root for the product's own files, bare names for packages.
 * Static, type, dynamic and side-effect imports, `export from`, `import("x").Type` and the URLs of
 * workers.
 */
export function importsOf(path: string, text: string): readonly string[] {
  const code = /\.[mc]?[jt]sx?$/.test(path) ? text : "";
  const named = ts.preProcessFile(code, true, true).importedFiles.map((one) => one.fileName);
  const workers = [...code.matchAll(WORKER)].map((match) => match[1] ?? "");
  return [...new Set([...named, ...workers.filter((one) => one.startsWith("."))])].map((name) => {
    if (!name.startsWith(".")) return name;
    const target = posix.normalize(posix.join(posix.dirname(path), name));
    return path.endsWith(".ts") ? target.replace(/\.js$/, ".ts") : target;
  });
}

/** Groups of nodes that lead to each other (Tarjan 1972), each in the order of its names. */
export function circlesOf(
  links: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const [stack, found]: [string[], string[][]] = [[], []];
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    stack.push(node);
    for (const next of links.get(node) ?? []) {
      const reached = !index.has(next) ? visit(next) : stack.includes(next) ? index.get(next) : own;
      low.set(node, Math.min(low.get(node) ?? own, reached ?? own));
    }
    const lowest = low.get(node) ?? own;
    if (lowest === own) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest;
  };
  for (const node of links.keys()) if (!index.has(node)) visit(node);
  return found;
}
