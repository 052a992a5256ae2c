/**
 * Checks the extract of the audit log inside a browser, as server/evidence/audit-extract.ts does: the
 * place of the log is signed with the package's key and is the one bag-info.txt states, every entry
 * has its hash, and its proof leads to the signed root (RFC 9162, 2.1.3.2).
 */

/** `key`: the imported public key; null where this browser does not know Ed25519. */
async function checkAudit(bytes, { key, stated }) {
  let extract;
  try {
    extract = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const { checkpoint, entries } = extract;
    if (key !== null && !(await isSignedHead(checkpoint, key))) return { fault: "unsigned" };
    if (stated !== `${checkpoint.seq} ${checkpoint.hash}`) return { fault: "other-place" };
    for (const { index, entry, proof } of entries) {
      const text = new TextEncoder().encode(linkText(entry));
      if (hexText(await digest(text)) !== entry.hash) return { fault: "changed", seq: entry.seq };
      const leaf = await digest(joined(Uint8Array.of(0), text));
      const root = await rootOfProof(leaf, { index, size: checkpoint.size, proof });
      if (root !== checkpoint.root) return { fault: "not-in-log", seq: entry.seq };
    }
    return { fault: null, entries: entries.length };
  } catch {
    return { fault: "no-extract" };
  }
}

function linkText({ seq, at, who, what, target, details, previousHash }) {
  return JSON.stringify([seq, at, who, what, target, details, previousHash]);
}

async function isSignedHead({ size, root, seq, hash, at, signature }, key) {
  const text = `dropper-graph audit tree\n${size}\n${root}\n${seq}\n${hash}\n${at}\n`;
  const given = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  return crypto.subtle.verify({ name: "Ed25519" }, key, given, new TextEncoder().encode(text));
}

/** The root that a proof leads to from a leaf; null: it is no such proof. */
async function rootOfProof(leaf, { index, size, proof }) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [first, second, hash] = [index, size - 1, leaf];
  for (const text of proof) {
    if (second === 0 || !/^[0-9a-f]{64}$/.test(text)) return null;
    const beside = Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));
    if (first % 2 === 1 || first === second) {
      hash = await nodeHash(beside, hash);
      while (first % 2 === 0 && first !== 0)
        [first, second] = [Math.floor(first / 2), Math.floor(second / 2)];
    } else hash = await nodeHash(hash, beside);
    [first, second] = [Math.floor(first / 2), Math.floor(second / 2)];
  }
  return second === 0 ? hexText(hash) : null;
}

function nodeHash(left, right) {
  return digest(joined(Uint8Array.of(1), left, right));
}

async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function hexText(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export { checkAudit };
