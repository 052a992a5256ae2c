import { provideJars } from "./jars.ts";
import { findJava, type Java } from "./java.ts";
import { type Memory, memoryFor } from "./settings.ts";

/** Paths and settings needed to run Neo4j's own programs. */
export interface Engine {
  readonly java: Java;
  /** Folder of the server's jars. */
  readonly jars: string;
  readonly memory: Memory;
  readonly log: (line: string) => void;
}

/** Finds Java and the jars, fetching these when this user has none yet. */
export async function openEngine(log: (line: string) => void): Promise<Engine> {
  const java = await findJava();
  return { java, jars: await provideJars(java, log), memory: memoryFor(), log };
}
