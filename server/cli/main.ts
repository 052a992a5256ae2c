import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Command, CommanderError } from "commander";
import { productVersion } from "../versions/product-version.ts";
import { EXIT, printFailure } from "./output.ts";

/** A file of this folder that adds a command. */
interface CommandFile {
  readonly register: (program: Command) => void;
}

/** Assembles the commands, one file each in this folder, and runs the one that was asked for. */
export async function main(words: readonly string[]): Promise<void> {
  // A reader that has seen enough (| head) closes the pipe; the work still ends in order.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    const program = await assemble();
    await program.parseAsync(["node", "dropper-graph", ...words]);
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    else {
      printFailure(error, words.includes("--json"));
      process.exitCode = EXIT.failed;
    }
  }
}

export async function assemble(): Promise<Command> {
  const here = dirname(fileURLToPath(import.meta.url));
  const program = new Command("dropper-graph")
    .description("Follow stolen money through droppers' accounts.")
    .version(productVersion())
    .showHelpAfterError("(--help shows how it is used)")
    .exitOverride();
  const names = readdirSync(here)
    .map((file) => /^([a-z-]+)\.(js|ts)$/.exec(file)?.[1])
    .filter((name) => name !== undefined && name !== "main");
  for (const name of [...new Set(names)].sort()) {
    const file = await import(
      pathToFileURL(join(here, `${name}${here.includes("/dist/") ? ".js" : ".ts"}`)).href
    );
    // Files without it serve the commands instead of being one.
    (file as Partial<CommandFile>).register?.(program);
  }
  return program;
}
