import { classWords } from "./class-archive.ts";
import type { Engine } from "./engine.ts";
import { provideJars } from "./jars.ts";
import { findJava } from "./java.ts";
import { memoryFor } from "./settings.ts";

/** Finds Java, the jars and the class archive, making what this user has not yet. */
export async function openEngine(log: (line: string) => void): Promise<Engine> {
  const java = await findJava();
  const jars = await provideJars(java, log);
  const engine = { java, jars, memory: memoryFor(), classes: [], log };
  return { ...engine, classes: await classWords(engine) };
}
