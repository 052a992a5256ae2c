import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../server/neo4j/open.ts";
import { setForTests } from "./test-settings.ts";

declare module "vitest" {
  export interface ProvidedContext {
    neo4jDataDir: string;
  }
}

/** One real Neo4j for all integration tests, in a folder that goes away with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  setForTests();
  const dataDir = await mkdtemp(join(tmpdir(), "dropper-graph-test-"));
  const database = await openDatabase({ dataDir, environment: {} });
  project.provide("neo4jDataDir", dataDir);
  return async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
