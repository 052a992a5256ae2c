import { createHash } from "node:crypto";
import { type Command, InvalidArgumentError } from "commander";
import { csvRow, PROGRAM_CSV } from "../../contract/csv.ts";
import { writeEntry } from "../audit/acts.ts";
import { jsonOf } from "../money/json.ts";
import { askReadOnly } from "../neo4j/typed-question.ts";
import { action, commandLineUser, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";

const MOST_ROWS = 100_000;
const MOST_SECONDS = 600;
const LONGEST_LOGGED = 2_000;

interface Flags {
  readonly rows: number;
  readonly seconds: number;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("cypher")
      .description("Asks the graph in Cypher: read-only, limited in time and rows, logged.")
      .argument("<query>", "for example: MATCH (a:Account) RETURN count(a)")
      .option("--rows <n>", `rows at most, up to ${MOST_ROWS}`, upTo(MOST_ROWS), 1_000)
      .option("--seconds <n>", `time at most, up to ${MOST_SECONDS}`, upTo(MOST_SECONDS), 30),
  ).action(
    action(async (context, query: string, flags: Flags) => {
      const limits = { rows: flags.rows, milliseconds: flags.seconds * 1_000 };
      const answer = await withDatabase(context, async (database) => {
        // Before it runs: no answer leaves without an entry.
        await writeEntry(database, {
          who: commandLineUser(),
          what: "cypher",
          details: { query: withoutValues(query), sha256: sha256(query) },
        });
        return askReadOnly(database.queries, query, limits);
      });
      const { columns, rows, more } = answer;
      if (more) tell(`Only the first ${rows.length} rows are listed; --rows lists more.`);
      if (context.json) return printJson({ ok: true, columns, rows, more });
      process.stdout.write(csvRow(columns, PROGRAM_CSV));
      for (const row of rows) process.stdout.write(csvRow(row.map(cellOf), PROGRAM_CSV));
    }),
  );
}

function upTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
    return value;
  };
}

/**
 * The query as the log keeps it: without texts, long numbers and comments, which may hold names and
 * IINs. The hash beside it proves which query it was.
 */
export function withoutValues(query: string): string {
  return query
    .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (found) =>
      found.startsWith("/") ? "" : `${found[0]}…${found[0]}`,
    )
    .replace(/\d{5,}/g, "…")
    .trim()
    .slice(0, LONGEST_LOGGED);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "bigint") return String(value);
  return jsonOf(value);
}
