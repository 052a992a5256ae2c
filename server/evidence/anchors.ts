import { createPrivateKey, createPublicKey, verify } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { type Checkpoint, checkpoint, signedText } from "../audit/checkpoints.ts";
import { UserError } from "../errors/user-error.ts";
import { CHECKPOINT_LABEL } from "./audit-extract.ts";
import { fingerprintOf, keyPath } from "./signing.ts";
import { verifyPackage } from "./verify.ts";

/** Where the audit log stood, as kept outside the data folder. */
export type Anchor = Pick<Checkpoint, "seq" | "hash">;

/**
 * Reads what somebody kept elsewhere: a file of checkpoints (lines of DATA/checkpoints.jsonl), or
 * an evidence package, whose signature covers its checkpoint. One that was changed since it was
 * signed is a UserError "anchor-changed", one without a checkpoint "anchor-unreadable".
 */
export async function readAnchors(path: string, dataDir: string): Promise<Anchor[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw unreadable(path, "it is not there");
  const head = found.isDirectory()
    ? null
    : (await readFile(path)).subarray(0, 2).toString("latin1");
  if (head === null || head === "PK") return [await ofPackage(path)];
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw unreadable(path, "it is empty");
  const key = await officePublicKey(dataDir);
  return lines.map((line) => ofLine(line, path, key));
}

async function ofPackage(path: string): Promise<Anchor> {
  const { intact, info } = await verifyPackage(path);
  if (!intact) throw changed(path);
  const match = /^(\d+) ([0-9a-f]{64})$/.exec(info[CHECKPOINT_LABEL] ?? "");
  if (!match) throw unreadable(path, "the package states no checkpoint of the audit log");
  return { seq: Number(match[1]), hash: match[2] ?? "" };
}

type OfficeKey = { readonly key: ReturnType<typeof createPublicKey>; readonly fingerprint: string };

async function officePublicKey(dataDir: string): Promise<OfficeKey | null> {
  const pem = await readFile(keyPath(dataDir), "utf8").catch(() => null);
  if (pem === null) return null;
  const key = createPublicKey(createPrivateKey(pem));
  return { key, fingerprint: fingerprintOf(key) };
}

/** One signed by an earlier key of the office is taken as it is: whoever kept it vouches for it. */
function ofLine(line: string, path: string, office: OfficeKey | null): Anchor {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    json = undefined;
  }
  const read = checkpoint.safeParse(json);
  if (!read.success) throw unreadable(path, "a line of it is no checkpoint");
  const { signature, fingerprint, ...place } = read.data;
  const signed = Buffer.from(signature, "base64");
  if (office?.fingerprint === fingerprint && !verify(null, signedText(place), office.key, signed))
    throw changed(path);
  return place;
}

function changed(path: string): UserError {
  return new UserError({
    code: "anchor-changed",
    message: `${path} was changed after it was signed, so it proves nothing.`,
    remedy: "Use another copy of a checkpoint or of an evidence package.",
    params: { path },
  });
}

function unreadable(path: string, why: string): UserError {
  return new UserError({
    code: "anchor-unreadable",
    message: `${path} cannot be used as an anchor: ${why}.`,
    remedy: "Name a copy of checkpoints.jsonl or an evidence package (folder or ZIP).",
    params: { path },
  });
}
