import type { Command } from "commander";
import { recomputePackage } from "../evidence/recompute.ts";
import { action, withCommonOptions } from "./context.ts";
import { EXIT, printJson } from "./output.ts";

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("recompute")
      .description(
        "Work the amounts of an evidence package out again from its own data. Needs no database.",
      )
      .argument("<package>", "folder or ZIP"),
  ).action(
    action(async (context, path: string) => {
      const found = await recomputePackage(path);
      if (context.json) printJson({ ok: found.agrees, ...found });
      else {
        for (const claim of found.claims) {
          const verdict = claim.agrees ? "agrees" : "DIFFERS";
          process.stdout.write(
            `${verdict.padEnd(8)} ${claim.claim.padEnd(9)} stated ${claim.stated}, recomputed ${claim.recomputed ?? "-"} ${claim.currency}\n`,
          );
        }
        for (const fault of found.faults) process.stdout.write(`${fault}\n`);
      }
      return found.agrees ? EXIT.done : EXIT.failed;
    }),
  );
}
