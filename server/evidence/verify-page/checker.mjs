import { checkAudit } from "./audit.mjs";

/**
 * Checks an evidence package inside a browser, from its files alone. It asks what `verify` asks
 * (server/evidence/verify.ts): every file is listed, has the listed SHA-256, and the list is
 * signed. Plain JavaScript, because it stands as it is in verify.html. Tests hold it against
 * `verify`.
 */

const TAG_MANIFEST = "tagmanifest-sha256.txt";
const MANIFEST = "manifest-sha256.txt";
const SIGNATURE = `${TAG_MANIFEST}.sig`;
const PUBLIC_KEY = "signer.pub.pem";
/** Files that belong to every package; the signed list names them. */
const VOUCHED = ["bag-info.txt", "bagit.txt", MANIFEST, PUBLIC_KEY];
/** Files that only newer packages have; where they are there, the signed list names them. */
const AUDIT = "audit/extract.json";
const NEWER = ["verify.html", AUDIT];
/** Room for the office's national signature and time stamp; they are not checked here. */
const FOREIGN = [`${TAG_MANIFEST}.p7s`, `${TAG_MANIFEST}.tsr`];
const BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/**
 * `files`: { path, bytes() } each, the path from the folder with bagit.txt. Returns the faults
 * ({ code, path, to? }), the key's fingerprint, and how the signature stands: "valid", "bad",
 * "none", or "unchecked" where this browser does not know Ed25519.
 */
async function checkPackage(files, onFile = () => {}) {
  const faults = [];
  const hashes = new Map();
  const texts = new Map();
  for (const file of files) {
    try {
      const bytes = await file.bytes();
      hashes.set(file.path, await sha256(bytes));
      if (!file.path.includes("/") || file.path === AUDIT) texts.set(file.path, bytes);
    } catch {
      hashes.set(file.path, null);
      faults.push({ code: "unreadable", path: file.path });
    }
    onFile(hashes.size);
  }
  const tags = listOf(TAG_MANIFEST, texts, faults);
  const payload = listOf(MANIFEST, texts, faults);
  faults.push(...declarationFaults(texts));
  faults.push(...compared([...payload, ...tags], hashes));
  faults.push(...unlisted(hashes, payload, tags));
  faults.push(...collisions([...hashes.keys()]));
  const signature = await signatureOf(texts);
  faults.push(...signature.faults);
  const info = infoOf(texts.get("bag-info.txt"));
  const audit = await auditOf(texts.get(AUDIT), signature, info);
  if (audit.fault) faults.push({ code: "audit", path: AUDIT, seq: audit.seq });
  return {
    faults: distinct(withRenamed(faults, hashes, new Map([...payload, ...tags]))),
    fingerprint: signature.fingerprint,
    signature: signature.state,
    files: hashes.size,
    info,
    /** The entries of the audit log that are proved; null where there is no extract. */
    audited: audit.entries ?? null,
    foreign: FOREIGN.filter((name) => hashes.has(name)),
  };
}

/** A package whose signature does not stand is broken anyway: its extract is not looked at. */
async function auditOf(bytes, { state, key }, info) {
  if (bytes === undefined || (state !== "valid" && state !== "unchecked")) return { fault: null };
  return checkAudit(bytes, { key: key ?? null, stated: info["Audit-Checkpoint"] });
}

async function sha256(bytes) {
  return hexOf(await crypto.subtle.digest("SHA-256", bytes));
}

function hexOf(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Lines of a manifest as [path, hash]; what is no such line is a fault. */
function listOf(name, texts, faults) {
  const bytes = texts.get(name);
  if (bytes === undefined) {
    faults.push({ code: "missing", path: name });
    return [];
  }
  const entries = [];
  const seen = new Set();
  for (const line of linesOf(bytes, name, faults)) {
    const match = /^([0-9A-Fa-f]{64})[ \t]+\*?(.+)$/.exec(line);
    const path = match && decodePath(match[2]).replace(/^(\.\/)+/, "");
    if (!match) faults.push({ code: "malformed", path: name });
    else if (isTrick(path)) faults.push({ code: "bad-path", path });
    else if (path.startsWith("data/") !== (name === MANIFEST) || path === TAG_MANIFEST)
      faults.push({ code: "malformed", path });
    else if (seen.has(path)) faults.push({ code: "listed-twice", path });
    else {
      seen.add(path);
      entries.push([path, match[1].toLowerCase()]);
    }
  }
  return entries;
}

function linesOf(bytes, name, faults) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.split(/\r\n|\r|\n/).filter((line) => line !== "");
  } catch {
    faults.push({ code: "malformed", path: name });
    return [];
  }
}

/** RFC 8493 §2.1.3: line ends and the percent sign are escaped, nothing else. */
function decodePath(text) {
  return text.replace(/%(0A|0D|25)/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isTrick(path) {
  if (path === "" || /^[/~]|^[A-Za-z]:|\\|\0/.test(path)) return true;
  const parts = path.split("/");
  return parts.includes("..") || parts.includes(".") || parts.includes("");
}

function declarationFaults(texts) {
  const bytes = texts.get("bagit.txt");
  const same =
    bytes !== undefined &&
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) === BAGIT_TXT;
  return bytes === undefined || same ? [] : [{ code: "malformed", path: "bagit.txt" }];
}

function compared(entries, hashes) {
  return entries.flatMap(([path, hash]) => {
    if (!hashes.has(path)) return [{ code: "missing", path }];
    const found = hashes.get(path);
    return found === null || found === hash ? [] : [{ code: "changed", path }];
  });
}

function unlisted(hashes, payload, tags) {
  const listed = new Set([...payload, ...tags].map(([path]) => path));
  const known = new Set([...VOUCHED, ...NEWER, ...FOREIGN, TAG_MANIFEST, SIGNATURE]);
  const faults = VOUCHED.filter((name) => !hashes.has(name)).map((name) => ({
    code: "missing",
    path: name,
  }));
  for (const path of hashes.keys()) {
    if (path.startsWith("data/")) {
      if (!listed.has(path)) faults.push({ code: "extra", path });
    } else if (!known.has(path)) faults.push({ code: "unknown-at-root", path });
    else if ([...VOUCHED, ...NEWER].includes(path) && !listed.has(path))
      faults.push({ code: "not-listed", path });
  }
  return faults;
}

/** A.txt beside a.txt: one of them disappears where letter case does not count. */
function collisions(paths) {
  const seen = new Set();
  return paths.flatMap((path) => {
    const key = path.normalize("NFC").toLowerCase();
    if (seen.has(key)) return [{ code: "bad-path", path }];
    seen.add(key);
    return [];
  });
}

async function signatureOf(texts) {
  const [list, signature, pem] = [TAG_MANIFEST, SIGNATURE, PUBLIC_KEY].map((one) => texts.get(one));
  if (list === undefined || signature === undefined || pem === undefined)
    return { state: "none", fingerprint: null, faults: [{ code: "unsigned", path: SIGNATURE }] };
  const der = derOf(pem);
  const noKey = { code: "bad-signature", path: PUBLIC_KEY };
  if (der === null) return { state: "bad", fingerprint: null, faults: [noKey] };
  const fingerprint = await sha256(der);
  let key;
  try {
    key = await crypto.subtle.importKey("spki", der, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    if (error.name === "NotSupportedError") return { state: "unchecked", fingerprint, faults: [] };
    return { state: "bad", fingerprint: null, faults: [noKey] };
  }
  const valid = await crypto.subtle.verify({ name: "Ed25519" }, key, signature, list);
  return valid
    ? { state: "valid", fingerprint, faults: [], key }
    : { state: "bad", fingerprint, faults: [{ code: "bad-signature", path: SIGNATURE }] };
}

/** The bytes between the two lines of a PEM file; null where it is none. */
function derOf(pem) {
  const text = new TextDecoder("latin1").decode(pem);
  const match = /-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----/.exec(text);
  if (match === null) return null;
  try {
    return Uint8Array.from(atob(match[1].replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A file that is gone while a file nobody listed has its bytes: it was renamed. */
function withRenamed(faults, hashes, listed) {
  const strangers = faults.filter(({ code }) => code === "extra" || code === "unknown-at-root");
  const taken = new Set();
  const renamed = faults.map((fault) => {
    if (fault.code !== "missing" || !listed.has(fault.path)) return fault;
    const hash = listed.get(fault.path);
    const other = strangers.find((one) => hashes.get(one.path) === hash && !taken.has(one));
    if (other === undefined) return fault;
    taken.add(other);
    return { code: "renamed", path: fault.path, to: other.path };
  });
  return renamed.filter((fault) => !taken.has(fault));
}

function distinct(faults) {
  const seen = new Set();
  return faults.filter(({ code, path }) => {
    const key = `${code} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** "Label: value" lines of bag-info.txt, for showing only. */
function infoOf(bytes) {
  const text = bytes === undefined ? "" : new TextDecoder().decode(bytes);
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const match = /^([^:]+): *(.*)$/.exec(line);
      return match ? [[match[1], match[2]]] : [];
    }),
  );
}

/** A fingerprint as people write it: in groups, with colons, in capitals; null where it is none. */
function plainFingerprint(text) {
  const plain = text
    .replace(/[\s:]/g, "")
    .toLowerCase()
    .replace(/^sha256/, "");
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

export { checkPackage, plainFingerprint };
