import type { Command } from "commander";
import { looksAt } from "../audit/looks.ts";
import { formatInstant } from "../time/instant.ts";
import { action, withCommonOptions } from "./context.ts";
import { printJson, tell } from "./output.ts";

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("looks")
      .description("Who looked at an account or asked for an IIN, when and in which case.")
      .argument("<whom>", "number of an account, an IIN, or a searched word as it was typed"),
  ).action(
    action(async (context, whom: string) => {
      const looks = await looksAt(context.data, whom);
      if (context.json) return printJson({ ok: true, looks });
      if (looks.length === 0) tell("Nobody has.");
      for (const { at, who, what, case: id, why } of looks) {
        const of = id === null ? "" : `  case ${id}`;
        const ground = why === undefined ? "" : `  because: ${why}`;
        process.stdout.write(`${formatInstant(at)}  ${who.padEnd(20)} ${what}${of}${ground}\n`);
      }
    }),
  );
}
