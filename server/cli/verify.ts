import { type Command, Option } from "commander";
import { type DocumentLanguage, documentLanguage } from "../../contract/document-language.ts";
import { type KnownKey, namedKey, officeKey } from "../evidence/known-key.ts";
import { verdictLines } from "../evidence/texts/verifying/verdict.ts";
import { verifyPackage } from "../evidence/verify.ts";
import { action, type CommandContext, withCommonOptions } from "./context.ts";
import { EXIT, printJson } from "./output.ts";

interface VerifyFlags {
  readonly key?: string;
  readonly language: DocumentLanguage;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("verify")
      .description(
        "Check an evidence package: complete, nothing added or changed, signed, and by whose key. Needs no database.",
      )
      .argument("<package>", "folder or ZIP")
      .option(
        "--key <file|fingerprint>",
        "the office's public key or its fingerprint, received outside the package",
      )
      .addOption(
        new Option("--language <code>", "language of the answer")
          .choices(documentLanguage.options)
          .default("en"),
      )
      .addHelpText(
        "after",
        "\nExit codes: 0 intact, and signed by the key of --key or of the folder named with --data where\n" +
          "one is named; 1 not intact, not signed, or signed by another key; 2 wrong use.",
      ),
  ).action(
    action(async (context, path: string, flags: VerifyFlags) => {
      const key = await keyOf(context, path, flags);
      const found = await verifyPackage(path, key);
      const ok = found.problems.length === 0;
      const about = { key, folder: context.data, language: flags.language };
      if (context.json) printJson({ ok, ...found, knownKey: key });
      else for (const line of verdictLines(found, about)) process.stdout.write(`${line}\n`);
      return ok ? EXIT.done : EXIT.failed;
    }),
  );
}

/** The named key, else that of the data folder; another office's package is no fault by itself. */
function keyOf(
  { data, dataNamed }: CommandContext,
  path: string,
  { key }: VerifyFlags,
): Promise<KnownKey | null> {
  return key === undefined ? officeKey(data, { required: dataNamed }) : namedKey(key, path);
}
