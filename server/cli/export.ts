import { type Command, Option } from "commander";
import { type DocumentLanguage, documentLanguage } from "../../contract/document-language.ts";
import { exportCase } from "../evidence/export.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface ExportFlags {
  readonly case: string;
  readonly out: string;
  readonly language: DocumentLanguage;
  readonly disclosure?: boolean;
  readonly at?: string;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("export")
      .description(
        "Write the evidence package of a case: a signed folder a court can check without this program.",
      )
      .requiredOption("--case <id>", "number of the case, as `case list` shows it")
      .requiredOption("--out <dir>", "folder to write; it must not hold anything yet")
      .addOption(
        new Option("--language <code>", "language of the documents inside")
          .choices(documentLanguage.options)
          .default("ru"),
      )
      .option("--disclosure", "a copy to be shown: third persons under pseudonyms")
      .option("--at <instant>", "stated time of the export, ISO 8601 (now unless given)"),
  ).action(
    action(async (context, flags: ExportFlags) => {
      const at = flags.at === undefined ? Date.now() : instantOf(flags.at);
      const exported = await withDatabase(
        context,
        (database) =>
          exportCase(database, flags.out, {
            caseId: flags.case,
            language: flags.language,
            disclosure: flags.disclosure === true,
            at,
            by: "command line",
            signal: context.signal,
          }),
        {
          what: "evidence",
          target: flags.case,
          ...(flags.disclosure && { details: { disclosure: true } }),
        },
      );
      if (context.json) return printJson({ ok: true, out: flags.out, ...exported });
      tell(
        `Case ${exported.caseId}: ${exported.claims} claims, ${exported.transfers} transfers, written to ${flags.out}.`,
      );
      tell(
        "Signed with the office's key. Tell the court this fingerprint in the cover letter, not in the package:",
      );
      process.stdout.write(`${exported.fingerprint}\n`);
    }),
  );
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw new WrongUse({
    code: "bad-date",
    message: `--at ${text} is not an instant.`,
    remedy: "Write it as 2026-03-04T10:00:00+05:00.",
  });
}
