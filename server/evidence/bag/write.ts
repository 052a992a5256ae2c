import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Signer } from "../signing.ts";
import type { Stamp } from "../timestamp/service.ts";
import { BAGIT_TXT, type InfoFields, writeInfo } from "./declaration.ts";
import { type ManifestEntry, writeManifest } from "./manifest.ts";

/** Writes a bag into a folder, hashing while writing. */
export interface BagWriter {
  /** Adds a payload file; `path` without "data/". Returns its SHA-256 and length. */
  add(
    path: string,
    content: string | Uint8Array | AsyncIterable<Uint8Array | string>,
  ): Promise<{ readonly hash: string; readonly bytes: number }>;
  /** The list of the payload so far, as manifest-sha256.txt has it. */
  manifest(): string;
  /** Adds a file beside the payload, which the signed list names like the other tag files. */
  tag(path: string, content: string): void;
  /**
   * Writes the tag files and signs the last of them. A service's time stamp for that one lies
   * beside its signature.
   */
  finish(info: InfoFields, signer: Signer, stamp?: Stamp | null): Promise<void>;
}

export function startBag(folder: string): BagWriter {
  const payload: ManifestEntry[] = [];
  const beside: Record<string, string> = {};
  let all = 0;
  return {
    add: async (path, content) => {
      const target = join(folder, "data", path);
      await mkdir(dirname(target), { recursive: true });
      const digest = createHash("sha256");
      let bytes = 0;
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          digest.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      const source =
        typeof content === "string" || content instanceof Uint8Array
          ? [Buffer.from(content)]
          : content;
      await pipeline(
        Readable.from(source, { objectMode: false }),
        count,
        createWriteStream(target, { flags: "wx" }),
      );
      const hash = digest.digest("hex");
      payload.push({ path: `data/${path}`, hash });
      all += bytes;
      return { hash, bytes };
    },
    manifest: () => writeManifest(payload),
    tag: (path, content) => {
      beside[path] = content;
    },
    finish: async (info, signer, stamp = null) => {
      const tags = {
        ...beside,
        "bag-info.txt": writeInfo([...info, ["Payload-Oxum", `${all}.${payload.length}`]]),
        "bagit.txt": BAGIT_TXT,
        "manifest-sha256.txt": writeManifest(payload),
        "signer.pub.pem": signer.publicKey,
      };
      const list = writeManifest(
        Object.entries(tags).map(([path, text]) => ({
          path,
          hash: createHash("sha256").update(text).digest("hex"),
        })),
      );
      for (const [name, text] of Object.entries(tags)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), text, { flag: "wx" });
      }
      const signed = Buffer.from(list);
      const token = await stamp?.(signed);
      if (token) await writeFile(join(folder, "tagmanifest-sha256.txt.tsr"), token, { flag: "wx" });
      await writeFile(join(folder, "tagmanifest-sha256.txt"), signed, { flag: "wx" });
      await writeFile(join(folder, "tagmanifest-sha256.txt.sig"), signer.sign(signed), {
        flag: "wx",
      });
    },
  };
}
