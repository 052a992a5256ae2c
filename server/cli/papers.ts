import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { type ClaimMethod, claimMethod } from "../../contract/claims.ts";
import { unclaimedLoss } from "../../contract/not-claimed.ts";
import {
  type PaperFormat,
  type PaperKind,
  type PaperLanguage,
  paperFormat,
  paperKind,
  paperLanguage,
} from "../../contract/papers.ts";
import { notClaimedIn } from "../claims/direct.store.ts";
import { refuseFull } from "../evidence/export.ts";
import { bulkPapers, bulkPlan } from "../evidence/papers/bulk.store.ts";
import { papersOfCase } from "../evidence/papers/papers.store.ts";
import { COMMON_WORDS } from "../evidence/texts/papers/common.ts";
import { lettersRegister } from "../measures/letters/letters-register.ts";
import { formatDecimal } from "../money/money.ts";
import type { Database } from "../neo4j/database.ts";
import { leftOutLines } from "./claim-output.ts";
import { action, type CommandContext, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { wholeUnits } from "./whole-units.ts";
import { WrongUse } from "./wrong-use.ts";

const BY = "command line";
const now = () => ({ by: BY, at: Date.now() });

/** Letters among the papers are entered in the register, as those of the page are. */
const withRegister = <Wanted>(database: Database, wanted: Wanted) => ({
  ...wanted,
  register: lettersRegister(database),
});

interface PapersFlags {
  readonly case: string;
  readonly claim?: readonly string[];
  readonly kind?: readonly PaperKind[];
  readonly format?: readonly PaperFormat[];
  readonly language: PaperLanguage;
  readonly out?: string;
  readonly open: boolean;
  readonly preview: boolean;
  readonly method: ClaimMethod;
  readonly smallest: number;
  readonly each: boolean;
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
      .option("--each", "a letter to the bank for each claim, not one over several", false)
      .option("--out <dir>", "folder to write; it must not hold anything yet")
      .option("--open", "open the claims against all droppers of the case first", false)
      .option("--preview", "with --open: only say who, how much, and what each claim lacks", false)
      .addOption(
        new Option("--method <rule>", "with --open: against holders further on, by this rule")
          .choices(claimMethod.options)
          .default("direct"),
      )
      .addOption(
        new Option("--smallest <sum>", "with --open: nothing below this sum, in whole tenge")
          .argParser(wholeUnits)
          .default(0),
      ),
  ).action(
    action(async (context, flags: PapersFlags) => {
      if (flags.open && flags.preview) return showPlan(context, flags);
      const { out } = flags;
      if (out === undefined || (flags.open && flags.claim !== undefined)) throw wrongPapers();
      await refuseFull(out);
      const wanted = {
        method: flags.method,
        smallest: flags.smallest,
        kinds: flags.kind ?? paperKind.options,
        language: flags.language,
        formats: flags.format ?? paperFormat.options,
        together: !flags.each,
      };
      const { case: id, claim: claims = [] } = flags;
      const { made, left } = await withDatabase(
        context,
        async (database) => {
          const asked = withRegister(database, wanted);
          const { signal } = context;
          const papers = flags.open
            ? await bulkPapers(database, id, asked, now(), signal)
            : await papersOfCase(database, id, { ...asked, claims, by: BY }, signal);
          return { made: papers, left: await unclaimedIn(database, id) };
        },
        { what: flags.open ? "bulk" : "papers", target: id },
      );
      const files: string[] = [];
      for (const [claim, papers] of made) {
        await mkdir(join(out, claim), { recursive: true });
        for (const { fileName, body } of papers) {
          await writeFile(join(out, claim, fileName), body);
          files.push(join(claim, fileName));
        }
      }
      if (context.json) return printJson({ ok: true, out, files, notClaimed: left });
      tell(`${countsOf(made, COMMON_WORDS[flags.language].folder)}, written to ${out}.`);
      for (const line of leftOutLines(left)) tell(`  ${line}`);
    }),
  );
}

/** Papers of claims, and letters to banks over several, as far as there are any. */
function countsOf(made: ReadonlyMap<string, readonly unknown[]>, common: string): string {
  const own = [...made].filter(([claim]) => claim !== common);
  const papers = own.reduce((sum, [, files]) => sum + files.length, 0);
  const letters = made.get(common)?.length ?? 0;
  return [
    ...(own.length > 0 ? [`${papers} papers of ${own.length} claims`] : []),
    ...(letters > 0 ? [`${letters} files of letters to banks about several claims`] : []),
  ].join(", ");
}

/** Prints who would be sued for how much, and what each claim lacks; nothing is written. */
async function showPlan(context: CommandContext, flags: PapersFlags): Promise<void> {
  const { method, smallest } = flags;
  const { claims, left } = await withDatabase(context, async (database) => ({
    ...(await bulkPlan(database, flags.case, { method, smallest }, now(), context.signal)),
    left: await unclaimedIn(database, flags.case),
  }));
  const shown = claims.map(({ amount, ...one }) => ({
    ...one,
    amount: formatDecimal(BigInt(amount), one.currency),
  }));
  if (context.json) return printJson({ ok: true, method, claims: shown, notClaimed: left });
  const name = ({ name: said, iin }: (typeof shown)[number]["victim"]) => said ?? iin ?? "unknown";
  for (const one of shown) {
    const left = one.decided ? `${one.claim}, decided` : one.below && "below the smallest sum";
    const what = left || (one.claim ?? "would be opened");
    const lacks = one.missing.length === 0 ? "ready" : `lacks ${one.missing.join(", ")}`;
    const against = one.defendants.map(name).join(" + ");
    process.stdout.write(
      `${what}: ${one.amount} ${one.currency}  ${name(one.victim)} -> ${against}  (${lacks})\n`,
    );
  }
  for (const line of leftOutLines(left)) tell(`  ${line}`);
}

/** The loss of the case that no claim asks for, as the page of the case names it. */
async function unclaimedIn({ queries }: Database, caseId: string) {
  return unclaimedLoss(await notClaimedIn(queries, caseId)).left;
}

function wrongPapers(): WrongUse {
  return new WrongUse({
    code: "which-papers",
    message: "Say where the papers go, and of which claims they are.",
    remedy: "Give --out DIR; and either --open for all droppers, or --claim ID for some claims.",
  });
}
