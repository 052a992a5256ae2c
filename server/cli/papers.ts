import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import {
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  paperFormat,
  paperKind,
  paperLanguage,
} from "../../contract/papers.ts";
import { refuseFull } from "../evidence/export.ts";
import { papersOfCase } from "../evidence/papers/papers.store.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";

interface PapersFlags {
  readonly case: string;
  readonly claim?: readonly string[];
  readonly kind?: readonly PaperKind[];
  readonly format?: readonly PaperFormat[];
  readonly language: PaperLanguage;
  readonly out: string;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("papers")
      .description("Write the papers of claims: statement, calculation, demand, letters to banks.")
      .requiredOption("--case <id>", "number of the case, as `case list` shows it")
      .option("--claim <id...>", "only these claims (every standing one unless given)")
      .addOption(
        new Option("--kind <kind...>", "only these papers (all unless given)").choices(
          paperKind.options,
        ),
      )
      .addOption(
        new Option("--language <code>", "language of the court")
          .choices(paperLanguage.options)
          .default("ru"),
      )
      .addOption(
        new Option("--format <format...>", "form of the files (both unless given)").choices(
          paperFormat.options,
        ),
      )
      .requiredOption("--out <dir>", "folder to write; it must not hold anything yet"),
  ).action(
    action(async (context, flags: PapersFlags) => {
      await refuseFull(flags.out);
      const wanted = {
        claims: flags.claim ?? [],
        kinds: flags.kind ?? paperKind.options,
        language: flags.language,
        formats: flags.format ?? paperFormat.options,
        by: "command line",
      };
      const made = await withDatabase(context, (database) =>
        papersOfCase(database, flags.case, wanted, context.signal),
      );
      const files: string[] = [];
      for (const [claim, papers] of made) {
        await mkdir(join(flags.out, claim), { recursive: true });
        for (const { fileName, body } of papers) {
          await writeFile(join(flags.out, claim, fileName), body);
          files.push(join(claim, fileName));
        }
      }
      if (context.json) return printJson({ ok: true, out: flags.out, files });
      tell(`${files.length} papers of ${made.size} claims, written to ${flags.out}.`);
    }),
  );
}
