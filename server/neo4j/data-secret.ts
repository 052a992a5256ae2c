import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * 256 random bits of a data folder, for keyed hashes and sealed texts; made at the first use, for
 * its owner only.
 */
export async function dataSecret(
  dataDir: string,
  name: "devices" | "looks" | "second-factor",
): Promise<Buffer> {
  const path = join(dataDir, "keys", `${name}.key`);
  const known = await readFile(path).catch(() => null);
  if (known !== null) return known;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const made = randomBytes(32);
  try {
    await writeFile(path, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    // Another process made it at the same moment.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return readFile(path);
    throw error;
  }
}
