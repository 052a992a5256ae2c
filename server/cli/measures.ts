import { existsSync } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Command, Option } from "commander";
import { type DocumentLanguage, documentLanguage } from "../../contract/document-language.ts";
import { type MeasureKind, measureKind } from "../../contract/measures.ts";
import type { MeasureImport } from "../../contract/measures-import.ts";
import type { Figure, FigureAmounts } from "../../contract/measures-summary.ts";
import { FIGURE_NAMES } from "../../contract/texts/figures.ts";
import { mappingPath, readMappingFile } from "../loading/columns/saved-mappings.ts";
import { measureMappingsFolder, refusedPath } from "../loading/data-folder/folders.ts";
import { importMeasures } from "../measures/importing/import.store.ts";
import { MAPPED_MEANINGS } from "../measures/importing/measure-columns.ts";
import { recordsWorkbook } from "../measures/summary/records-workbook.ts";
import { summaryOf } from "../measures/summary/summary.store.ts";
import { summaryDocument, summaryName } from "../measures/summary/summary-document.ts";
import { formatDecimal } from "../money/money.ts";
import { action, commandLineUser, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface ImportFlags {
  readonly kind?: MeasureKind;
  readonly district?: string;
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly language: DocumentLanguage;
}

interface SummaryFlags {
  readonly from?: string;
  readonly until?: string;
  readonly district?: string;
  readonly language: DocumentLanguage;
  readonly out?: string;
}

export function register(program: Command): void {
  const command = program.command("measures").description("The register of measures.");
  registerImport(command);
  registerSummary(command);
}

function registerImport(command: Command): void {
  withCommonOptions(
    command
      .command("import <path...>")
      .description("Take tables of measures into the register: XLSX, XLS, ODS, CSV or HTML.")
      .addOption(
        new Option("--kind <kind>", "kind of all rows that do not say it").choices(
          measureKind.options,
        ),
      )
      .option("--district <name>", "district of all rows that do not say it")
      .option("--mapping <name>", "what the columns mean: a saved mapping, or a JSON file")
      .addOption(
        new Option("--language <code>", "language of the reasons beside refused rows")
          .choices(documentLanguage.options)
          .default("en"),
      )
      .option("--dry-run", "read and judge everything, write nothing", false),
  ).action(
    action(async (context, paths: string[], flags: ImportFlags) => {
      const folder = measureMappingsFolder(context.data);
      const { mapping: named } = flags;
      const mapping =
        named === undefined
          ? undefined
          : await readMappingFile(
              existsSync(named) ? named : mappingPath(folder, named),
              MAPPED_MEANINGS,
            );
      const { kind, district, dryRun, language } = flags;
      const options = { kind, district, dryRun, language, mapping, signal: context.signal };
      const done = await withDatabase(
        context,
        async (database) => {
          const results: MeasureImport[] = [];
          for (const path of paths) {
            const file = { name: basename(path), path, bytes: (await fileAt(path)).size };
            const actor = { by: "command line", at: Date.now() };
            results.push(await importMeasures(database, file, options, actor));
          }
          return results;
        },
        dryRun ? undefined : { what: "importMeasures", details: { files: paths.length } },
      );
      if (context.json) printJson({ ok: true, files: done });
      for (const one of context.json ? [] : done) {
        const counts = `read ${one.read}: new ${one.loaded}, known ${one.duplicates}, refused ${one.rejected}`;
        tell(`${one.file}: ${counts}`);
        if (one.unjoined > 0) tell(`  returns of no claim and no transfer: ${one.unjoined}`);
        if (one.leftOut.length > 0) tell(`  columns left out: ${one.leftOut.join(", ")}`);
        if (one.refused) tell(`  refused rows: ${refusedPath(context.data, one.sha256)}`);
      }
    }),
  );
}

function registerSummary(command: Command): void {
  withCommonOptions(
    command
      .command("summary")
      .description("What the office did in a period, beside the period before.")
      .option("--from <day>", "first day, like 2026-01-01")
      .option("--until <day>", "last day, like 2026-10-31")
      .option("--district <name>", "only this district")
      .addOption(
        new Option("--language <code>", "language of the words and the documents")
          .choices(documentLanguage.options)
          .default("en"),
      )
      .option("--out <dir>", "folder to write the summary into, as DOCX, PDF and XLSX"),
  ).action(
    action(async (context, { language, out, ...asked }: SummaryFlags) => {
      const period = {
        ...(asked.from === undefined ? {} : { from: dayIn(asked.from) }),
        ...(asked.until === undefined ? {} : { until: dayIn(asked.until) }),
        ...(asked.district === undefined ? {} : { district: asked.district }),
      };
      await withDatabase(
        context,
        async (database) => {
          const figures = await summaryOf(database.queries, period);
          if (out !== undefined) {
            await mkdir(out, { recursive: true });
            for (const format of ["docx", "pdf"] as const) {
              const made = await summaryDocument(database, { ...period, language, format });
              await writeFile(join(out, made.fileName), made.body);
            }
            const book = join(out, `${summaryName(period, language)}.xlsx`);
            const actor = { by: commandLineUser(), at: Date.now() };
            await writeFile(book, await recordsWorkbook(database, period, language, actor));
            tell(`Written to ${dirname(book)}.`);
          }
          show(figures, language, context.json);
        },
        out === undefined ? undefined : { what: "summaryDocument" },
      );
    }),
  );
}

function show(figures: readonly Figure[], language: DocumentLanguage, json: boolean): void {
  if (json) {
    printJson({ ok: true, figures });
    return;
  }
  const told = (amounts: FigureAmounts) =>
    [
      String(amounts.count),
      ...amounts.sums.map(
        (sum) => `${formatDecimal(BigInt(sum.amount), sum.currency)} ${sum.currency}`,
      ),
    ].join(", ");
  for (const { id, before, ...now } of figures) {
    const earlier = before === null ? "" : ` (before: ${told(before)})`;
    process.stdout.write(`${FIGURE_NAMES[language][id]}: ${told(now)}${earlier}\n`);
  }
}

function dayIn(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new WrongUse({
    code: "bad-day",
    message: `${text} is no day.`,
    remedy: "Give days like this: 2026-03-05.",
  });
}

function fileAt(path: string) {
  return stat(path).catch(() => {
    throw new WrongUse({
      code: "file-not-found",
      message: `There is no file ${path}.`,
      remedy: "Check the path.",
    });
  });
}
