import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    loadedFolder: string;
  }
}

/**
 * A place for one data folder with the fixtures loaded and searched. The first browser test that
 * needs it fills it; each test then starts the product on a copy of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-loaded-"));
  project.provide("loadedFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** A copy of the data folder `from`, to be removed by who asked for it. */
export async function copyOf(from: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "dropper-graph-app-"));
  await cp(from, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
