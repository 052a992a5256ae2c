import type { Command } from "commander";
import { describeSource } from "../loading/sources/describe.store.ts";
import { PROVENANCE, type Provenance } from "../loading/sources/provenance.ts";
import { oneSource } from "../loading/withdraw.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson } from "./output.ts";

interface Flags {
  readonly request?: string;
  readonly requestDate?: string;
  readonly sanctionedBy?: string;
  readonly handedBy?: string;
}

/** Words that are not given stay as they are; an empty text takes them away. */
export function register(program: Command): void {
  const command = program.command("source").description("Loaded files and how they came.");
  withCommonOptions(
    command
      .command("describe <source>")
      .description(
        "Say of a loaded file (id, beginning of it, or file name) how it came; earlier words are kept.",
      )
      .option("--request <number>", "number of the request it answers")
      .option("--request-date <day>", "day of that request, YYYY-MM-DD")
      .option("--sanctioned-by <text>", "who sanctioned that request")
      .option("--handed-by <text>", "who handed it over"),
  ).action(
    action(async (context, which: string, { request, ...flags }: Flags) => {
      const described = await withDatabase(
        context,
        async (database) => {
          const before = await oneSource(database, which);
          const given = { ...provenanceIn(before), ...flags };
          const wanted = request === undefined ? given : { ...given, requestNumber: request };
          const actor = { by: "command line", at: Date.now(), from: before.version };
          return describeSource(database.queries, before.id, wanted, actor);
        },
        { what: "describeSource", target: which },
      );
      const words = provenanceIn(described);
      if (context.json)
        return printJson({ ok: true, id: described.id, file: described.fileName, ...words });
      for (const key of PROVENANCE) process.stdout.write(`${key}: ${words[key] ?? ""}\n`);
    }),
  );
}

function provenanceIn(source: Provenance): Provenance {
  const { requestNumber, requestDate, sanctionedBy, handedBy } = source;
  return { requestNumber, requestDate, sanctionedBy, handedBy };
}
