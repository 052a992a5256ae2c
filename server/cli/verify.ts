import type { Command } from "commander";
import { verifyPackage } from "../evidence/verify.ts";
import { action, withCommonOptions } from "./context.ts";
import { EXIT, printJson, tell } from "./output.ts";

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("verify")
      .description(
        "Check an evidence package: complete, nothing added or changed, signed. Needs no database.",
      )
      .argument("<package>", "folder or ZIP")
      .option(
        "--key <fingerprint>",
        "fingerprint of the office's key, received outside the package",
      ),
  ).action(
    action(async (context, path: string, flags: { key?: string }) => {
      const found = await verifyPackage(path, flags.key);
      if (context.json) printJson({ ok: found.valid, ...found });
      else {
        for (const one of found.problems)
          process.stdout.write(`${one.code.padEnd(16)} ${one.path}: ${one.message}\n`);
        for (const name of found.foreign)
          tell(`${name} is not checked here: see docs/evidence.md.`);
        if (found.valid)
          process.stdout.write(`valid: ${found.files} files, signed by ${found.fingerprint}\n`);
        if (found.valid && !found.keyKnown) {
          tell(
            "Whose key this is the package cannot say: compare the fingerprint with the office's letter (--key).",
          );
        }
      }
      return found.valid ? EXIT.done : EXIT.failed;
    }),
  );
}
