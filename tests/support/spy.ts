import { readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** What any user of this machine could read of its processes meanwhile. Linux only. */
export interface Spy {
  /** Ends the watch; answers every command line and environment seen. */
  stop(): Promise<string[]>;
}

/**
 * Looks at /proc again and again at the processes that begin from now on; a program that lives for a
 * tenth of a second is seen.
 */
export function watchProcesses(): Spy {
  const seen = new Set<string>();
  const before = new Set(readdirSync("/proc"));
  let watching = true;
  const look = async (pid: string) => {
    const words = await text(`/proc/${pid}/cmdline`);
    if (words === "" || seen.has(words)) return;
    seen.add(words);
    seen.add(await text(`/proc/${pid}/environ`));
  };
  const done = (async () => {
    while (watching) {
      const names = await readdir("/proc");
      const processes = names.filter((name) => /^\d+$/.test(name) && !before.has(name));
      await Promise.all(processes.map(look));
      await pause(20);
    }
  })();
  return {
    stop: async () => {
      watching = false;
      await done;
      return [...seen];
    },
  };
}

/** A process may end between being listed and being read. */
async function text(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "")).replaceAll("\0", " ");
}
