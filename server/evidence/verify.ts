import { AUDIT_EXTRACT, auditFaults, CHECKPOINT_LABEL } from "./audit-extract.ts";
import type { BagFile, BagFiles } from "./bag/bag-files.ts";
import { checkBag } from "./bag/check.ts";
import { readInfo } from "./bag/declaration.ts";
import { openBagFiles, readWhole } from "./bag/files.ts";
import { collisionKey } from "./bag/paths.ts";
import { type BagProblem, problem } from "./bag/problems.ts";
import type { KnownKey } from "./known-key.ts";
import { checkSignature } from "./signing.ts";
import { VERIFY_PAGE } from "./verify-page/verify-page.ts";

const TAG_MANIFEST = "tagmanifest-sha256.txt";
const SIGNATURE = `${TAG_MANIFEST}.sig`;
/** Files the tag manifest must vouch for; it is itself vouched for by the signature. */
const VOUCHED = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "signer.pub.pem"];
/** Files that only newer packages have: where one is there, the tag manifest vouches for it. */
const NEWER = [VERIFY_PAGE, AUDIT_EXTRACT];
/**
 * Room for the office's national signature and time stamp; they are checked where docs/evidence.md
 * says, not here.
 */
const FOREIGN = [`${TAG_MANIFEST}.p7s`, `${TAG_MANIFEST}.tsr`];
const AT_ROOT: ReadonlySet<string> = new Set([
  ...VOUCHED,
  ...NEWER,
  TAG_MANIFEST,
  SIGNATURE,
  ...FOREIGN,
]);

export interface Verification {
  /** Complete, nothing added or changed, and signed, by whatever key. */
  readonly intact: boolean;
  /** Every fault; a key that is not the one it must be is one too. */
  readonly problems: readonly BagProblem[];
  /**
   * Fingerprint of the key inside the package; compare it with the one the office gave another way.
   */
  readonly fingerprint: string | null;
  /** Whether the key is the one known from outside; "unknown": none is known, or none signed. */
  readonly signer: "known" | "other" | "unknown";
  readonly files: number;
  readonly info: Readonly<Record<string, string>>;
  /** Signatures in the package that this tool cannot check. */
  readonly foreign: readonly string[];
}

/**
 * Checks an evidence package from its bytes alone: a valid bag, nothing besides what it lists, one
 * hash algorithm, and the signature. Stricter than RFC 8493 wherever the RFC would let something
 * unlisted through.
 */
export async function verifyPackage(
  path: string,
  key: KnownKey | null = null,
): Promise<Verification> {
  const bag = await openBagFiles(path);
  try {
    return await verifyBag(bag, key);
  } finally {
    bag.close();
  }
}

export async function verifyBag(bag: BagFiles, key: KnownKey | null = null): Promise<Verification> {
  const files = new Map(bag.files.map((file) => [file.path, file]));
  const { problems, declaration, manifests } = await checkBag(bag);
  if (declaration && (declaration.version !== "1.0" || declaration.encoding !== "UTF-8")) {
    problems.push(
      problem("malformed", "bagit.txt", "is not BagIt 1.0 in UTF-8, as our packages are"),
    );
  }
  problems.push(...unknownFiles(files), ...collisions(files));
  const vouched = new Set(
    manifests.find((one) => one.name === TAG_MANIFEST)?.entries.map((entry) => entry.path),
  );
  for (const name of [...VOUCHED, ...NEWER]) {
    if (!files.has(name)) {
      if (NEWER.includes(name)) continue;
      problems.push(problem("missing", name, "belongs to every evidence package and is not there"));
    } else if (!vouched.has(name))
      problems.push(problem("not-listed", name, `is not in ${TAG_MANIFEST}`));
  }
  const signature = await signatureOf(files, key);
  problems.push(...signature.problems);
  const info = files.get("bag-info.txt");
  const fields = info ? readInfo((await readWhole(info)).toString("utf8")).fields : [];
  const extract = files.get(AUDIT_EXTRACT);
  if (extract) {
    const publicKey = files.get("signer.pub.pem");
    const stated = Object.fromEntries(fields)[CHECKPOINT_LABEL];
    const of = { publicKey: publicKey ? await readWhole(publicKey) : null, stated };
    problems.push(...auditFaults(await readWhole(extract), of));
  }
  const found = distinct(problems);
  return {
    intact: found.every(({ code }) => code === "wrong-key"),
    problems: found,
    fingerprint: signature.fingerprint,
    signer: signerOf(signature.fingerprint, key),
    files: files.size,
    info: Object.fromEntries(fields),
    foreign: FOREIGN.filter((name) => files.has(name)),
  };
}

function unknownFiles(files: ReadonlyMap<string, BagFile>): BagProblem[] {
  return [...files.keys()]
    .filter((path) => !path.startsWith("data/") && !AT_ROOT.has(path))
    .map((path) => problem("unknown-at-root", path, "does not belong to an evidence package"));
}

/** A.txt beside a.txt: one of them disappears where letter case does not count. */
function collisions(files: ReadonlyMap<string, BagFile>): BagProblem[] {
  const seen = new Map<string, string>();
  return [...files.keys()].flatMap((path) => {
    const other = seen.get(collisionKey(path));
    seen.set(collisionKey(path), path);
    return other === undefined
      ? []
      : [problem("bad-path", path, `cannot be told from ${other} on every system`)];
  });
}

async function signatureOf(
  files: ReadonlyMap<string, BagFile>,
  key: KnownKey | null,
): Promise<{ fingerprint: string | null; problems: BagProblem[] }> {
  const parts = [TAG_MANIFEST, SIGNATURE, "signer.pub.pem"].map((name) => files.get(name));
  const [list, signature, publicKey] = parts;
  if (!list || !signature || !publicKey) {
    return {
      fingerprint: null,
      problems: [problem("unsigned", SIGNATURE, "the package is not signed")],
    };
  }
  const checked = checkSignature(
    await readWhole(publicKey),
    await readWhole(list),
    await readWhole(signature),
  );
  if (!checked) {
    return {
      fingerprint: null,
      problems: [problem("bad-signature", "signer.pub.pem", "is no Ed25519 public key")],
    };
  }
  const problems: BagProblem[] = [];
  if (!checked.valid) {
    problems.push(
      problem(
        "bad-signature",
        SIGNATURE,
        `${TAG_MANIFEST} was not signed by this key, or was changed since`,
      ),
    );
  }
  if (key?.required && key.fingerprint !== checked.fingerprint) {
    problems.push(
      problem(
        "wrong-key",
        "signer.pub.pem",
        `the package was signed by another key: ${checked.fingerprint}`,
      ),
    );
  }
  return { fingerprint: checked.fingerprint, problems };
}

function signerOf(fingerprint: string | null, key: KnownKey | null): Verification["signer"] {
  if (fingerprint === null || key === null) return "unknown";
  return fingerprint === key.fingerprint ? "known" : "other";
}

function distinct(problems: readonly BagProblem[]): BagProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, path, message }) => {
    const key = JSON.stringify([code, path, message]);
    return !seen.has(key) && seen.add(key);
  });
}
