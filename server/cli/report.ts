import type { Command } from "commander";
import { saysSomething } from "../../contract/clean-text.ts";
import type { SurePair } from "../../contract/report-candidates.ts";
import { reworkAllDrafts } from "../claims/rework.store.ts";
import { formatDecimal } from "../money/money.ts";
import type { Database } from "../neo4j/database.ts";
import {
  decisionsOf,
  linkReport,
  openDescriptions,
  reportsNamed,
  sureOf,
} from "../reports/reports.store.ts";
import {
  action,
  asCommand,
  type CommandContext,
  withCommonOptions,
  withDatabase,
} from "./context.ts";
import { printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface Flags {
  readonly report?: readonly string[];
}

/** More reports than an office has open at once. */
const LOOKED_THROUGH = 10_000;

export function register(program: Command): void {
  const command = program.command("report").description("Crime reports and what of them is sure.");
  const reports = "--report <id...>";
  withCommonOptions(
    command
      .command("sure")
      .description("Described transfers that agree with one of the data in sum, day and accounts.")
      .option(reports, "only of these reports"),
  ).action(
    action(async (context, flags: Flags) => {
      print(context, await withDatabase(context, (database) => sureIn(database, flags)), "fit");
    }),
  );
  withCommonOptions(
    command
      .command("confirm")
      .description("Say of all of them that they are the transfers of the data, with one reason.")
      .option(reports, "only of these reports")
      .requiredOption("--why <text>", "why they are the same"),
  ).action(
    action(async (context, flags: Flags & { why: string }) => {
      if (!saysSomething(flags.why)) throw needsReason();
      const confirmed = await withDatabase(context, async (database) => {
        const pairs = await sureIn(database, flags);
        const reports = new Set(pairs.map(({ report }) => report)).size;
        const act = { what: "linkSureTransfers", details: { reports } };
        if (reports > 0)
          await asCommand(database, act, (audited) => confirm(audited, pairs, flags.why.trim()));
        return pairs;
      });
      print(context, confirmed, "confirmed");
    }),
  );
}

async function sureIn({ queries }: Database, { report }: Flags): Promise<SurePair[]> {
  const pairs = sureOf(await openDescriptions(queries, LOOKED_THROUGH));
  return report === undefined ? pairs : pairs.filter((one) => report.includes(one.report));
}

async function confirm(
  database: Database,
  pairs: readonly SurePair[],
  reason: string,
): Promise<void> {
  const actor = { by: "command line", at: Date.now() };
  const ids = pairs.map(({ report }) => report);
  const reports = await reportsNamed(database.queries, ids);
  await linkReport(database, reports, decisionsOf({ pairs: [...pairs], reason }), actor);
  await reworkAllDrafts(database, actor);
}

function print({ json }: CommandContext, pairs: readonly SurePair[], what: string): void {
  if (json) {
    printJson({ ok: true, transfers: pairs.map(documentOf) });
    return;
  }
  for (const { report, transferId, amount, currency } of pairs)
    process.stdout.write(
      `${report} ${formatDecimal(BigInt(amount), currency)} ${currency} ${transferId}\n`,
    );
  tell(`${pairs.length} described transfers ${what}.`);
}

function documentOf({ report, transferId, amount, currency }: SurePair) {
  return { report, transferId, amount: formatDecimal(BigInt(amount), currency), currency };
}

function needsReason(): WrongUse {
  return new WrongUse({
    code: "confirm-needs-reason",
    message: "Confirming needs a reason.",
    remedy: "Write in a sentence why they are the same: --why TEXT.",
  });
}
