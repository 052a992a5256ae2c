import type { Java } from "./java.ts";
import type { Memory } from "./settings.ts";

/** Paths and settings needed to run Neo4j's own programs. */
export interface Engine {
  readonly java: Java;
  /** Folder of the server's jars. */
  readonly jars: string;
  readonly memory: Memory;
  /** Words to Java about the archive of loaded classes (class-archive.ts). */
  readonly classes: readonly string[];
  readonly log: (line: string) => void;
}
