import { createHash } from "node:crypto";
import type { BagFile, BagFiles } from "./bag-files.ts";
import { type Declaration, readDeclaration, readInfo } from "./declaration.ts";
import { readWhole } from "./files.ts";
import { type ManifestEntry, readManifest } from "./manifest.ts";
import { decodePath, pathTrick } from "./paths.ts";
import { type BagProblem, problem } from "./problems.ts";

const ALGORITHMS: ReadonlySet<string> = new Set([
  "md5",
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512",
]);

interface Manifest {
  readonly name: string;
  readonly algorithm: string;
  /** Of payload files; else of tag files. */
  readonly payload: boolean;
  readonly entries: readonly ManifestEntry[];
}

export interface CheckedBag {
  readonly problems: BagProblem[];
  readonly declaration: Declaration | null;
  readonly manifests: readonly Manifest[];
}

/**
 * Checks that a bag is complete and valid by RFC 8493 (§3), reading every byte once. Bags of
 * versions before 1.0 and of other hash algorithms are read too, so that it can be held against the
 * conformance suite. What our own packages promise beyond is in verify.ts.
 */
export async function checkBag(bag: BagFiles): Promise<CheckedBag> {
  const problems: BagProblem[] = [...bag.problems];
  const files = new Map(bag.files.map((file) => [file.path, file]));
  const declaration = await declarationOf(files, problems);
  const decode = decoder(declaration?.encoding ?? "utf-8");
  if (decode === null) {
    problems.push(
      problem("malformed", "bagit.txt", `names an encoding nobody knows: ${declaration?.encoding}`),
    );
    return { problems, declaration, manifests: [] };
  }
  const manifests = await manifestsOf(files, decode, problems);
  const info = files.get("bag-info.txt");
  if (info) {
    try {
      problems.push(...readInfo(decode(await readWhole(info))).problems);
    } catch {
      problems.push(
        problem("malformed", "bag-info.txt", `is not text in ${declaration?.encoding ?? "UTF-8"}`),
      );
    }
  }
  const fetch = files.get("fetch.txt");
  if (fetch) problems.push(...fetchTricks((await readWhole(fetch)).toString("utf8")));
  if (!manifests.some((one) => one.payload))
    problems.push(problem("missing", "manifest-sha256.txt", "there is no manifest of the payload"));
  const strict = declaration === null || Number(declaration.version) >= 1;
  for (const manifest of manifests)
    problems.push(...doubles(manifest, strict), ...outside(manifest));
  problems.push(...unlisted(files, manifests, strict));
  problems.push(...(await compare(files, manifests)));
  return { problems, declaration, manifests };
}

async function declarationOf(
  files: ReadonlyMap<string, BagFile>,
  problems: BagProblem[],
): Promise<Declaration | null> {
  const file = files.get("bagit.txt");
  if (!file) {
    problems.push(problem("missing", "bagit.txt", "this is no bag: bagit.txt is not there"));
    return null;
  }
  const declaration = readDeclaration(await readWhole(file));
  if (!("code" in declaration)) return declaration;
  problems.push(declaration);
  return null;
}

function decoder(encoding: string): ((bytes: Buffer) => string) | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true });
    // "UTF-16" leaves the order of bytes to the mark; TextDecoder takes it for little-endian.
    const turned =
      encoding.toLowerCase() === "utf-16" ? new TextDecoder("utf-16be", { fatal: true }) : text;
    return (bytes) => (bytes[0] === 0xfe && bytes[1] === 0xff ? turned : text).decode(bytes);
  } catch {
    return null;
  }
}

async function manifestsOf(
  files: ReadonlyMap<string, BagFile>,
  decode: (bytes: Buffer) => string,
  problems: BagProblem[],
): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const file of files.values()) {
    const match = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(file.path);
    const algorithm = match?.[2] ?? "";
    if (!match) continue;
    if (!ALGORITHMS.has(algorithm)) {
      problems.push(problem("malformed", file.path, `uses a hash nobody here knows: ${algorithm}`));
      continue;
    }
    try {
      const read = readManifest(file.path, decode(await readWhole(file)));
      problems.push(...read.problems);
      manifests.push({
        name: file.path,
        algorithm,
        payload: match[1] === undefined,
        entries: read.entries,
      });
    } catch {
      problems.push(problem("malformed", file.path, "is not text in the declared encoding"));
    }
  }
  return manifests;
}

/**
 * Version 1.0 forbids a second line for a file; before that it was forbidden to contradict oneself.
 */
function doubles(manifest: Manifest, strict: boolean): BagProblem[] {
  const seen = new Map<string, string>();
  return manifest.entries.flatMap(({ path, hash }) => {
    const before = seen.get(path);
    seen.set(path, hash);
    if (before === undefined || (!strict && before === hash)) return [];
    return [problem("listed-twice", path, `is in ${manifest.name} twice`)];
  });
}

/**
 * fetch.txt names files to be brought from elsewhere, "URL length path": nothing is fetched, its
 * paths are looked at.
 */
function fetchTricks(text: string): BagProblem[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const path = decodePath(/^\S+\s+\S+\s+(.+)$/.exec(line)?.[1] ?? "").replace(/^(\.\/)+/, "");
    const trick = path === "" ? null : pathTrick(path);
    return trick === null ? [] : [problem("bad-path", path, `in fetch.txt ${trick}`)];
  });
}

/**
 * A manifest of the payload lists the payload only, one of tag files nothing of it and no tag
 * manifest.
 */
function outside(manifest: Manifest): BagProblem[] {
  return manifest.entries
    .filter(
      ({ path }) =>
        path.startsWith("data/") !== manifest.payload || /^tagmanifest-[^/]*$/.test(path),
    )
    .map(({ path }) => problem("malformed", path, `does not belong into ${manifest.name}`));
}

function unlisted(
  files: ReadonlyMap<string, BagFile>,
  manifests: readonly Manifest[],
  strict: boolean,
): BagProblem[] {
  const payload = [...files.keys()].filter((path) => path.startsWith("data/"));
  const lists = manifests
    .filter((one) => one.payload)
    .map((one) => new Set(one.entries.map((entry) => entry.path)));
  return payload
    .filter((path) =>
      strict ? !lists.every((list) => list.has(path)) : !lists.some((list) => list.has(path)),
    )
    .map((path) => problem("extra", path, "is in no manifest: it was not part of the package"));
}

async function compare(
  files: ReadonlyMap<string, BagFile>,
  manifests: readonly Manifest[],
): Promise<BagProblem[]> {
  const wanted = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    for (const { path } of manifest.entries)
      wanted.set(path, [...(wanted.get(path) ?? []), manifest]);
  }
  const problems: BagProblem[] = [];
  for (const [path, lists] of wanted) {
    const file = files.get(path);
    if (!file) {
      problems.push(problem("missing", path, `is listed in ${lists[0]?.name} and not there`));
      continue;
    }
    const hashes = await hashesOf(file, [...new Set(lists.map((list) => list.algorithm))]);
    if (hashes === null) {
      problems.push(problem("unreadable", path, "cannot be read whole"));
      continue;
    }
    const differs = lists.find((list) =>
      list.entries.some(
        (entry) => entry.path === path && entry.hash !== hashes.get(list.algorithm),
      ),
    );
    if (differs)
      problems.push(
        problem("changed", path, `is not what ${differs.name} says: its bytes were changed`),
      );
  }
  return problems;
}

async function hashesOf(
  file: BagFile,
  algorithms: readonly string[],
): Promise<Map<string, string> | null> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  try {
    for await (const chunk of await file.open())
      for (const { hash } of hashes) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return new Map(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest("hex")]));
}
