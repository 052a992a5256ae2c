import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findJava } from "../../server/neo4j/java.ts";

describe("finding Java", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-java-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** An installation whose `java -version` prints this line. */
  async function installation(name: string, line: string): Promise<string> {
    const home = join(folder, name);
    await mkdir(join(home, "bin"), { recursive: true });
    await writeFile(join(home, "bin/java"), `#!/bin/sh\necho '${line}' >&2\n`);
    await chmod(join(home, "bin/java"), 0o755);
    return home;
  }

  it("takes JAVA_HOME when it is 17 or 21", async () => {
    const home = await installation("jdk-21", 'openjdk version "21.0.4" 2024-07-16');
    expect(await findJava({ JAVA_HOME: home, PATH: "" }, [])).toEqual({
      path: join(home, "bin/java"),
      version: 21,
      release: "21.0.4",
    });
  });

  it("passes over a newer default and finds the suitable one in the usual places", async () => {
    const newer = await installation("jdk-25", 'openjdk version "25" 2025-09-16');
    const suitable = await installation("jvm/java-17", 'openjdk version "17.0.15" 2025-04-15');
    const found = await findJava({ JAVA_HOME: newer, PATH: join(newer, "bin") }, [
      join(folder, "jvm"),
    ]);
    expect(found.path).toBe(join(suitable, "bin/java"));
  });

  it("says which versions there are when none is suitable", async () => {
    const old = await installation("jdk-8", 'java version "1.8.0_402"');
    const newer = await installation("jdk-25", 'openjdk version "25.0.1" 2025-10-21');
    await expect(findJava({ JAVA_HOME: newer, PATH: join(old, "bin") }, [])).rejects.toMatchObject({
      code: "java-unsuitable",
      message: expect.stringMatching(/17 or 21.*Java 25.*Java 8/),
      remedy: expect.stringContaining("apt-get install -y openjdk-17-jre-headless"),
    });
  });

  it("says how to install it when there is none", async () => {
    await expect(findJava({ PATH: folder }, [join(folder, "nowhere")])).rejects.toMatchObject({
      code: "java-missing",
      remedy: expect.stringContaining("apt-get"),
    });
  });

  it("passes over a java that does not run", async () => {
    const broken = await installation("broken", "");
    await chmod(join(broken, "bin/java"), 0o644);
    await expect(findJava({ JAVA_HOME: broken, PATH: "" }, [])).rejects.toMatchObject({
      code: "java-missing",
    });
  });
});
