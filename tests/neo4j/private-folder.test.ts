import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authLine } from "../../server/neo4j/first-password.ts";
import { openPrivately, openToOthers } from "../../server/neo4j/private-folder.ts";

let folder: string;
beforeEach(async () => {
  process.umask(0o022);
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-private-"));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (...names: string[]) =>
  ((await stat(join(folder, ...names))).mode & 0o777).toString(8);

describe("a data folder", () => {
  it("left open by an earlier version is closed to others, whole; the owner's rights stay", async () => {
    await mkdir(join(folder, "neo4j/data"), { recursive: true });
    await writeFile(join(folder, "neo4j/data/store"), "x");
    await chmod(join(folder, "neo4j/data/store"), 0o644);
    await writeFile(join(folder, "columns.snapshot"), "x");
    await writeFile(join(folder, "columns.snapshot.17.new"), "x");
    const open = await openToOthers(folder);
    expect(open).toHaveLength(6);
    expect(await openPrivately(folder)).toBe(6);
    expect(await openToOthers(folder)).toEqual([]);
    expect([
      await modeOf(),
      await modeOf("neo4j/data"),
      await modeOf("neo4j/data/store"),
      await modeOf("columns.snapshot"),
    ]).toEqual(["700", "700", "600", "600"]);
    expect(await openPrivately(folder)).toBe(0);
  });

  it("that holds other things too keeps theirs as they are, and so does what a link leads to", async () => {
    await writeFile(join(folder, "letter.txt"), "x");
    await mkdir(join(folder, "neo4j"));
    await symlink(join(folder, "letter.txt"), join(folder, "neo4j/link"));
    await openPrivately(folder);
    expect([await modeOf(), await modeOf("letter.txt"), await modeOf("neo4j")]).toEqual([
      "755",
      "644",
      "700",
    ]);
  });

  it("is written for its user alone from then on", async () => {
    await openPrivately(folder);
    await writeFile(join(folder, "new"), "x");
    expect(await modeOf("new")).toBe("600");
  });
});

it("the database's first password is stored as neo4j-admin stores it", () => {
  // Written by `neo4j-admin dbms set-initial-password abcdefgh12345` of 5.26.30.
  const salt = "da5aa8d7da96ec88ee6d8ca201266ada09160904d96baa315939217432630eb9";
  const hash = "f2e2302d36a31a40d3336299c1b761607fc7f9968b80dc5128a531124426b965";
  expect(authLine("abcdefgh12345", Buffer.from(salt, "hex"))).toBe(
    `neo4j:SHA-256,${hash},${salt},1024:`,
  );
});
