import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";

/** `from "x"`, `import "x"`, `import("x")`, `require("x")`, `require.resolve("x")`, import.meta.resolve. */
const IMPORTS =
  /(?:\bfrom|\bimport|\bimport\(|\brequire\(|\brequire\.resolve\(|\.resolve\()\s*["']([^"'.\n][^"'\n]*)["']/g;

/**
 * The packages that the compiled program imports, and what these need in turn, by package-lock.json:
 * paths like node_modules/zod. The web app's packages are in dist/web already.
 * @param {string} project folder of package-lock.json and node_modules
 * @param {string} dist folder of the compiled code
 * @param {readonly string[]} folders of dist whose code runs in Node
 * @returns {string[]} sorted
 */
export function neededPackages(project, dist, folders) {
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  const found = new Set();
  const visit = (name, from) => {
    const path = resolved(lock, name, from);
    if (path === undefined || found.has(path)) return path !== undefined;
    found.add(path);
    const entry = lock[path];
    for (const one of Object.keys(entry.dependencies ?? {})) {
      if (!visit(one, path)) throw new Error(`${path} needs ${one}, and the lock file has none.`);
    }
    // Made for another platform, or left out by choice.
    for (const one of [
      ...Object.keys(entry.optionalDependencies ?? {}),
      ...Object.keys(entry.peerDependencies ?? {}),
    ])
      visit(one, path);
    return true;
  };
  const own = JSON.parse(readFileSync(join(project, "package.json"), "utf8")).dependencies;
  for (const name of importedNames(dist, folders)) if (own[name] !== undefined) visit(name, "");
  return [...found].filter((path) => isInstalled(join(project, path))).sort();
}

function isInstalled(path) {
  try {
    readFileSync(join(path, "package.json"));
    return true;
  } catch {
    return false;
  }
}

/** As Node looks: beside the package that asks, then in each folder above it. */
function resolved(lock, name, from) {
  for (let at = from; ; at = dirname(dirname(at))) {
    const path = at === "" || at === "." ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (at === "" || at === ".") return undefined;
    // node_modules/@scope/name lies one folder deeper.
    if (dirname(at).split("/").at(-1)?.startsWith("@")) at = dirname(at);
  }
}

function importedNames(dist, folders) {
  const names = new Set();
  for (const folder of folders)
    for (const file of readdirSync(join(dist, folder), { recursive: true })) {
      if (!/\.(js|mjs)$/.test(file)) continue;
      const text = readFileSync(join(dist, folder, file), "utf8");
      for (const [, word] of text.matchAll(IMPORTS)) {
        const parts = word.split("/");
        const name = word.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
        if (!word.startsWith("node:") && !builtinModules.includes(name)) names.add(name);
      }
    }
  return names;
}
