import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isUserError, UserError } from "../../errors/user-error.ts";
import type { BagFile, BagFiles } from "./bag-files.ts";
import { type BagProblem, problem } from "./problems.ts";
import { openZip } from "./zip-files.ts";

/** Opens a bag in a folder or a ZIP. What is neither is a UserError. */
export async function openBagFiles(path: string): Promise<BagFiles> {
  const found = await lstat(path).catch(() => null);
  if (found?.isDirectory()) return openFolder(path);
  if (!found?.isFile()) {
    throw new UserError({
      code: "no-package",
      message: `${path} is not a folder or a file that can be read.`,
      remedy: "Give the folder or the ZIP of an evidence package.",
      params: { path },
    });
  }
  try {
    return await openZip(path);
  } catch (error) {
    if (isUserError(error)) throw error;
    throw new UserError({
      code: "no-package",
      message: `${path} is not a ZIP that can be read: ${error instanceof Error ? error.message : String(error)}.`,
      remedy:
        "Give the folder or the ZIP of an evidence package; fetch it again if it was cut off.",
      params: { path },
    });
  }
}

async function openFolder(root: string): Promise<BagFiles> {
  const files: BagFile[] = [];
  const problems: BagProblem[] = [];
  const walk = async (inside: string): Promise<void> => {
    for (const entry of (await readdir(join(root, inside), { withFileTypes: true })).sort(byName)) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) {
        const { size } = await lstat(join(root, path));
        files.push({ path, size, open: async () => createReadStream(join(root, path)) });
      } else problems.push(problem("bad-path", path, "is a link or a device, not a file"));
    }
  };
  await walk("");
  return { files, problems, close: () => {} };
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** The whole of one small file. */
export async function readWhole(file: BagFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
