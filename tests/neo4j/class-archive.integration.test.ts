import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runAdmin } from "../../server/neo4j/admin.ts";
import { openEngine } from "../../server/neo4j/open-engine.ts";

it("starts Neo4j's programs from the archive of classes, or Java would refuse to start", async () => {
  const engine = await openEngine(() => {});
  expect(engine.classes).toHaveLength(1);
  const home = await mkdtemp(join(tmpdir(), "dropper-graph-archive-"));
  try {
    const strict = { ...engine, classes: [...engine.classes, "-Xshare:on"] };
    expect(await runAdmin(strict, home, ["--version"])).toMatch(/^5\.26/);
    const other = { ...strict, jars: `${engine.jars}/nowhere` };
    await expect(runAdmin(other, home, ["--version"])).rejects.toThrow(/shared/i);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}, 120_000);
