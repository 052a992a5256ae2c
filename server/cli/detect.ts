import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type Command, InvalidArgumentError } from "commander";
import { csvRow, PROGRAM_CSV } from "../../contract/csv.ts";
import { formatMoneyShort } from "../../contract/format/money.ts";
import { reasonSentence } from "../../contract/texts/reason-texts.ts";
import type { DetectionResult, RankedAccount } from "../detection/ranking/detection-result.ts";
import { startDetection } from "../detection/run/start-detection.ts";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../time/instant.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { notWritten, printJson, tell } from "./output.ts";
import { startProgress } from "./progress.ts";
import { WrongUse } from "./wrong-use.ts";

interface DetectFlags {
  readonly since?: string;
  readonly until?: string;
  readonly out?: string;
  /** commander's --no-reports. */
  readonly reports: boolean;
  readonly threads?: 1 | 2;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("detect")
      .description("Find clusters of droppers, store the run and print the top of the list.")
      .option("--since <day>", "first day, 2026-03-04 or an ISO 8601 instant")
      .option("--until <day>", "last day, or an ISO 8601 instant (exclusive)")
      .option(
        "--out <file.csv>",
        "write account,score,role,cluster,reasons for every account with a transfer",
      )
      .option("--threads <number>", "1 or 2; the result is the same", parseThreads)
      .option("--no-reports", "as if no crime had been reported, for measuring"),
  ).action(
    action(async (context, flags: DetectFlags) => {
      const since = flags.since === undefined ? null : parseDay(flags.since, "since", 0);
      const until = flags.until === undefined ? null : parseDay(flags.until, "until", DAY);
      await withDatabase(
        context,
        async (database) => {
          const progress = startProgress("Detecting", "steps");
          const { run, result } = await startDetection(database, {
            since,
            until,
            startedBy: "command line",
            useReports: flags.reports,
            ...(flags.threads && { threads: flags.threads }),
            signal: context.signal,
            report: ({ done, total }) => progress.update(done, total),
          });
          progress.finish();
          if (flags.out !== undefined) await writeRanking(flags.out, result);
          if (context.json)
            printJson({
              ok: true,
              run,
              clusters: result.clusters,
              requests: result.requests,
              out: flags.out ?? null,
            });
          else {
            tellClusters(run.id, result);
            tellRequests(result);
          }
          return { id: run.id };
        },
        { what: "startRun" },
      );
    }),
  );
}

function parseThreads(text: string): 1 | 2 {
  if (text === "1") return 1;
  if (text === "2") return 2;
  throw new InvalidArgumentError("It is 1 or 2.");
}

/** A day in Kazakhstan's zone, or an instant; `plus` makes the last day whole. */
export function parseDay(text: string, option: string, plus: number): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = day
    ? Date.parse(`${text}T00:00:00Z`) - (offsetMilliseconds(HOME_ZONE) ?? 0) + plus
    : Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw new WrongUse({
    code: "bad-date",
    message: `--${option} ${text} is not a date.`,
    remedy: "Write it as 2026-03-04 or 2026-03-04T10:00:00+05:00.",
  });
}

/**
 * account,score,role,cluster,reasons; best first, for programs. The same result gives the same
 * bytes.
 */
export async function writeRanking(path: string, result: DetectionResult): Promise<void> {
  const sentences = new Map(
    result.findings.map((finding) => [finding.account, finding.reasons.slice(0, 3)]),
  );
  const file = createWriteStream(path);
  await once(file, "open").catch((cause: unknown) => {
    throw notWritten(path, cause);
  });
  file.write(csvRow(["account", "score", "role", "cluster", "reasons"], PROGRAM_CSV));
  for (const item of result.ranking) {
    const reasons =
      sentences
        .get(item.account)
        ?.map((reason) => reasonSentence(reason, "en"))
        .join(" ") ?? familyWords(item);
    const cells = [item.account, String(item.score), item.role, item.cluster, reasons];
    if (!file.write(csvRow(cells, PROGRAM_CSV))) await once(file, "drain");
  }
  file.end();
  await finished(file);
}

function familyWords(item: RankedAccount): string {
  return item.families
    .slice(0, 3)
    .map(([family, points]) => `${family} ${points.toFixed(1)}`)
    .join("; ");
}

function tellClusters(run: string, result: DetectionResult): void {
  tell(
    `Run ${run}: ${result.transfers} transfers, ${result.ranking.length} accounts, ${result.clusters.length} clusters.`,
  );
  const reasons = new Map(
    result.findings.map(({ account, reasons: [first] }) => [
      account,
      first ? reasonSentence(first, "en") : "",
    ]),
  );
  for (const cluster of result.clusters.slice(0, 20)) {
    const droppers = cluster.members.filter((member) => member.role !== "victim").length;
    const money = cluster.received
      .map((sum) => formatMoneyShort(sum.amount, sum.currency, "en"))
      .join(" + ");
    process.stdout.write(
      `${String(cluster.rank).padStart(3)}  ${cluster.points.toFixed(1).padStart(5)} points  ${cluster.typology.padEnd(15)}` +
        `  ${droppers} accounts, ${cluster.members.length - droppers} possible victims  ${money}\n` +
        `     first ${cluster.lookFirst}: ${reasons.get(cluster.lookFirst) ?? ""}\n`,
    );
  }
}

function tellRequests({ requests }: DetectionResult): void {
  if (requests.length === 0) return;
  tell("Statements to ask for next:");
  for (const [at, one] of requests.slice(0, 10).entries())
    process.stdout.write(
      `${String(at + 1).padStart(3)}  ${one.account}: ${reasonSentence(one, "en")}\n`,
    );
}
