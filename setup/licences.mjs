/** The licences of the packages that the product is made of, and which of them may be there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./steps.mjs";

/**
 * Licences under which a package may be part of the product: permissive ones, and those of fonts.
 * A package under "(A OR B)" needs one of them, under "(A AND B)" both.
 */
export const ALLOWED = new Set([
  ...["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Zlib"],
  ...["BlueOak-1.0.0", "CC0-1.0", "Unlicense", "OFL-1.1"],
]);

/** Packages whose description names no licence; what their LICENSE file says. */
export const SAID_IN_A_FILE = { "png-js": "MIT" };

/**
 * Packages that are installed for running the product, by package-lock.json.
 * @returns {{ name: string, version: string, licence: string, path: string }[]}
 */
export function productionPackages() {
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional)
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const licence = entry.license ?? SAID_IN_A_FILE[name] ?? "unknown";
      return { name, version: entry.version, licence, path };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Whether an SPDX expression is satisfied by the allowed licences.
 * @param {string} expression
 */
export function isAllowed(expression) {
  const words = expression.replace(/[()]/g, " $& ").trim().split(/\s+/);
  let at = 0;
  const one = () => {
    if (words[at] !== "(") return ALLOWED.has(words[at++]);
    at += 1;
    const inside = either();
    at += 1;
    return inside;
  };
  const both = () => {
    let all = one();
    for (; words[at] === "AND"; ) {
      at += 1;
      const next = one();
      all = all && next;
    }
    return all;
  };
  const either = () => {
    let any = both();
    for (; words[at] === "OR"; ) {
      at += 1;
      const next = both();
      any = any || next;
    }
    return any;
  };
  const result = either();
  // Words that are left belong to a form that is not read here, such as WITH.
  return result && at === words.length;
}
