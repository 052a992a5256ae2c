import { decodePath, encodePath, pathTrick } from "./paths.ts";
import { type BagProblem, problem } from "./problems.ts";

export interface ManifestEntry {
  readonly path: string;
  /** Hexadecimal, lower case. */
  readonly hash: string;
}

/** One line a file as sha256sum writes and checks it, sorted by path. */
export function writeManifest(entries: readonly ManifestEntry[]): string {
  return [...entries]
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map((entry) => `${entry.hash}  ${encodePath(entry.path)}\n`)
    .join("");
}

/**
 * Reads a manifest; "./data/x" and md5sum's "*data/x" are read as data/x (RFC 8493 §2.1.3, §5.2).
 */
export function readManifest(
  name: string,
  text: string,
): { entries: ManifestEntry[]; problems: BagProblem[] } {
  const entries: ManifestEntry[] = [];
  const problems: BagProblem[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line === "") return;
    const match = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(line);
    if (!match) {
      problems.push(problem("malformed", name, `line ${index + 1} is not a hash and a file name`));
      return;
    }
    const path = decodePath(match[2] ?? "").replace(/^(\.\/)+/, "");
    const trick = pathTrick(path);
    if (trick !== null) problems.push(problem("bad-path", path, `in ${name} ${trick}`));
    else entries.push({ path, hash: (match[1] ?? "").toLowerCase() });
  });
  return { entries, problems };
}
