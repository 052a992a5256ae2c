import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { type Command, Option } from "commander";
import { saysSomething } from "../../contract/clean-text.ts";
import type { Table } from "../../contract/csv.ts";
import { type DocumentLanguage, documentLanguage } from "../../contract/document-language.ts";
import { dayText } from "../../contract/endpoint.ts";
import { letterKind } from "../../contract/letter-facts.ts";
import type { LettersSheet } from "../../contract/letters-heading.ts";
import { numberSeries } from "../../contract/number-series.ts";
import {
  type LetterResult,
  type LetterRow,
  letterFilter,
  letterStand,
} from "../../contract/outgoing.ts";
import { NOTHING_HIDDEN } from "../api/hidden.ts";
import { auditedDatabase } from "../audit/acts.ts";
import { officeNames } from "../evidence/letters/office-details.ts";
import { withCourts } from "../measures/courts.store.ts";
import { lettersCsv, lettersTable, lettersWorkbook } from "../measures/letters/letters-table.ts";
import { sendLetters, strikeLetters } from "../measures/letters/many-letters.ts";
import { allLetters } from "../measures/letters/outgoing.store.ts";
import { oneMeasure } from "../measures/measures.store.ts";
import type { Database } from "../neo4j/database.ts";
import { askedInReport } from "../reports/asked-in-report.store.ts";
import { dayOf, dayText as dayWritten } from "../time/day.ts";
import { action, commandLineUser, withCommonOptions, withDatabase } from "./context.ts";
import { EXIT, printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface ListFlags {
  readonly language: DocumentLanguage;
  readonly out?: string;
}

interface SentFlags {
  readonly number: string;
  readonly day: string;
  readonly how?: string;
  readonly due?: string;
  readonly again?: boolean;
  readonly outdated?: boolean;
}

export function register(program: Command): void {
  const command = program.command("letters").description("Outgoing letters of the office.");
  registerList(command);
  registerSent(command);
  registerStrike(command);
}

const today = () => dayWritten(dayOf(Date.now()));

function registerList(command: Command): void {
  withCommonOptions(
    command
      .command("list")
      .description("Letters by a filter, the newest day first; with --out as CSV or XLSX.")
      .addOption(new Option("--kind <kind>", "only this letter").choices(letterKind.options))
      .addOption(
        new Option("--stand <state>", "only letters that stand so").choices([
          "open",
          ...letterStand.options,
        ]),
      )
      .option("--bank <bank>", "only to this bank: three digits, or a name")
      .option("--case <id>", "only of this case")
      .option("--claim <id>", "only of this claim")
      .option("--from <day>", "made or sent on this day or later, like 2026-01-01")
      .option("--until <day>", "made or sent on this day or earlier")
      .option("--search <words>", "words that all stand in the letter's entry")
      .addOption(
        new Option("--language <code>", "language of the words")
          .choices(documentLanguage.options)
          .default("en"),
      )
      .option("--out <file>", "file to write them into: .csv or .xlsx"),
  ).action(
    action(async (context, { language, out, ...asked }: ListFlags) => {
      const filter = letterFilter.parse(daysIn(asked));
      const format = out === undefined ? null : formatOf(out);
      const day = today();
      const { letters, office } = await withDatabase(context, async (database) => ({
        letters: await withCourts(database, await allLetters(database.queries, filter, day)),
        office: (await officeNames(database.dataDir))[language],
      }));
      const sheet = { filter, office, day, letters: letters.length };
      if (out !== undefined && format !== null)
        await written(out, format, lettersTable(letters, language, day), { sheet, language });
      if (context.json) printJson({ ok: true, letters });
      else if (out === undefined) show(letters, language);
      if (!context.json) tell(`Letters: ${letters.length}.`);
    }),
  );
}

function registerSent(command: Command): void {
  withCommonOptions(
    command
      .command("sent <id...>")
      .description(
        "Say that letters were sent, in their order: the number counts up from the first.",
      )
      .requiredOption("--number <number>", "outgoing number of the first letter")
      .requiredOption("--day <day>", "day on which they left, like 2026-03-05")
      .option("--how <text>", "way in which they left")
      .option("--due <day>", "last day for the answers; else of each letter its own")
      .option("--again", "numbers that other letters of the year have are taken all the same")
      .option("--outdated", "letters that ask for more than is owed now leave all the same"),
  ).action(
    action(
      async (context, ids: string[], { number, how = "", again, outdated, ...days }: SentFlags) => {
        const { day = days.day, due } = daysIn(days);
        const papers = numberSeries(number, ids.length, day.slice(0, 4));
        const results = await withDatabase(context, async (database) => {
          const seen = await seenNow(database, ids);
          const letters = seen.map((one, at) => ({ ...one, paper: papers[at] ?? number }));
          const sent = { day, how: how.trim() || null, due, again, outdated };
          return sendLetters(
            auditedDatabase(database),
            letters,
            sent,
            asked(context.signal),
            askedInReport,
          );
        });
        return answer(context.json, results);
      },
    ),
  );
}

function registerStrike(command: Command): void {
  withCommonOptions(
    command
      .command("strike <id...>")
      .description("Strike out letters that nobody sent.")
      .requiredOption("--why <text>", "why they are struck out"),
  ).action(
    action(async (context, ids: string[], { why }: { why: string }) => {
      if (!saysSomething(why)) throw needsReason();
      const results = await withDatabase(context, async (database) =>
        strikeLetters(
          auditedDatabase(database),
          await seenNow(database, ids),
          why.trim(),
          asked(context.signal),
        ),
      );
      return answer(context.json, results);
    }),
  );
}

/** The command line sees every case, as whoever can read the data folder does. */
function asked(signal: AbortSignal) {
  const by = { login: "command line", role: "head", hidden: NOTHING_HIDDEN, ground: null } as const;
  return { asker: by, who: commandLineUser(), signal };
}

/** Letters as they stand now: between two commands there is no page that could be out of date. */
async function seenNow(database: Database, ids: readonly string[]) {
  const seen: { id: string; version: number }[] = [];
  for (const id of ids) {
    const { measure } = await oneMeasure(database.queries, id);
    seen.push({ id, version: measure.version });
  }
  return seen;
}

/** A line for each letter; exit 1 where one was refused. */
function answer(json: boolean, results: readonly LetterResult[]): number {
  const refused = results.filter(({ problem }) => problem !== null);
  if (json) printJson({ ok: refused.length === 0, letters: results });
  for (const { id, problem } of json ? [] : results)
    process.stdout.write(
      `${id} ${problem === null ? "done" : `refused: ${problem.detail ?? problem.title}`}\n`,
    );
  return refused.length === 0 ? EXIT.done : EXIT.failed;
}

function show(letters: readonly LetterRow[], language: DocumentLanguage): void {
  const { columns, rows } = lettersTable(letters, language, today());
  const shown = ["entry", "number", "day", "kind", "addressee", "claim", "amount", "stand", "due"];
  const places = shown.map((name) => columns.indexOf(name));
  for (const row of rows)
    process.stdout.write(`${places.map((at) => row[at] || "-").join(" | ")}\n`);
}

async function written(
  out: string,
  format: "csv" | "xlsx",
  table: Table,
  { sheet, language }: { readonly sheet: LettersSheet; readonly language: DocumentLanguage },
): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const body =
    format === "csv"
      ? lettersCsv(table, sheet, language)
      : await lettersWorkbook(table, sheet, language);
  await writeFile(out, body);
  tell(`Written to ${out}.`);
}

function formatOf(out: string): "csv" | "xlsx" {
  const ending = extname(out).toLowerCase();
  if (ending === ".csv" || ending === ".xlsx") return ending === ".csv" ? "csv" : "xlsx";
  throw new WrongUse({
    code: "bad-format",
    message: `${out} is neither a CSV nor an XLSX file.`,
    remedy: "Give a name that ends with .csv or .xlsx.",
  });
}

/** Days among the flags; one that is no day is wrong use. */
function daysIn<Flags extends object>(flags: Flags): Flags {
  for (const name of ["day", "due", "from", "until"] as const) {
    const text: unknown = Reflect.get(flags, name);
    if (text === undefined || dayText.safeParse(text).success) continue;
    throw new WrongUse({
      code: "bad-day",
      message: `${String(text)} is no day.`,
      remedy: "Give days like this: 2026-03-05.",
    });
  }
  return flags;
}

function needsReason(): WrongUse {
  return new WrongUse({
    code: "strike-needs-reason",
    message: "Striking out needs a reason.",
    remedy: "Write in a sentence why: --why TEXT.",
  });
}
