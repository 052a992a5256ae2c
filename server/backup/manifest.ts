import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Form of backups that this program writes; it reads no newer one. */
export const FORMAT = 1;

const factsSchema = z.object({
  nodes: z.number(),
  relationships: z.number(),
  /** Of all transfers; `sum` in minor units as text. */
  money: z.array(z.object({ currency: z.string(), sum: z.string(), transfers: z.number() })),
  /** Newest entry of the audit log; 0 and "" before the first. */
  audit: z.object({ seq: z.number(), hash: z.string(), intact: z.boolean() }),
});
/** The figures of a database that its restored copy must show again. */
export type Facts = z.infer<typeof factsSchema>;

const fileSchema = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });
export type KeptFile = z.infer<typeof fileSchema>;

export const manifestSchema = z.object({
  format: z.number().int(),
  product: z.string(),
  neo4j: z.string(),
  /** Migrations the database has had, by name. */
  migrations: z.array(z.string()),
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  madeBy: z.string(),
  /** Whether the office's signing key is in it. */
  withKeys: z.boolean(),
  facts: factsSchema,
  files: z.array(fileSchema),
});
/** The first file of a backup: everything else in it is checked against this. */
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = "manifest.json";

/** Every file below a folder with its size and SHA-256, by name with "/" between folders. */
export async function filesOf(folder: string): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const name of (await pathsBelow(folder, "")).sort()) {
    const path = join(folder, name);
    files.push({ name, bytes: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  return files;
}

async function pathsBelow(folder: string, below: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await pathsBelow(folder, name)));
    else if (entry.isFile()) paths.push(name);
  }
  return paths;
}

/** In hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  return hash.digest("hex");
}
