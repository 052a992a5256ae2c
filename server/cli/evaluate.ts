import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { loadColumns } from "../columns/load.ts";
import { type Evaluation, evaluate, type Truth } from "../detection/measuring/evaluate.ts";
import { precisionRecallSvg } from "../detection/measuring/precision-recall-plot.ts";
import { runDetection } from "../detection/run/run-detection.ts";
import { UserError } from "../errors/user-error.ts";
import { normaliseAccountNumber } from "../identity/iban.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell, writeOut } from "./output.ts";
import { startProgress } from "./progress.ts";

interface EvaluateFlags {
  readonly labels: string;
  readonly networks?: string;
  readonly plot?: string;
  /** commander's --no-reports. */
  readonly reports: boolean;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("evaluate")
      .description(
        "Measure detection against known droppers, beside columns that have nothing to do with them.",
      )
      .requiredOption("--labels <file.csv>", "account,label (1 dropper, 0 not)")
      .option(
        "--networks <file.csv>",
        "account,network: planted networks, for the adjusted Rand index",
      )
      .option("--plot <file.svg>", "where to draw precision over recall", "precision-recall.svg")
      .option("--no-reports", "as if no crime had been reported"),
  ).action(
    action(async (context, flags: EvaluateFlags) => {
      const truth: Truth = {
        labels: labelsOf(await readPairs(flags.labels, "label"), flags.labels),
        networks:
          flags.networks === undefined ? new Map() : await readPairs(flags.networks, "network"),
      };
      await withDatabase(context, async (database) => {
        const progress = startProgress("Detecting", "steps");
        const result = await runDetection(database, {
          useReports: flags.reports,
          signal: context.signal,
          report: ({ done, total }) => progress.update(done, total),
        });
        progress.finish();
        const measured = evaluate(await loadColumns(database), result, truth);
        if (measured.positives === 0) throw noPositives(flags.labels);
        const plot = flags.plot ?? join(process.cwd(), "precision-recall.svg");
        await writeOut(plot, picture(measured));
        if (context.json)
          printJson({ ok: true, ...measured, rules: result.rules, reports: result.reports, plot });
        else print(measured, plot);
      });
    }),
  );
}

function picture(measured: Evaluation): string {
  const curves = [
    {
      name: `droppers listed, AP ${measured.list.averagePrecision.toFixed(3)}`,
      points: measured.list.curve,
    },
    {
      name: `took part, AP ${measured.all.averagePrecision.toFixed(3)}`,
      points: measured.all.curve,
    },
  ];
  return precisionRecallSvg(
    `${measured.positives} of ${measured.accounts} accounts labelled`,
    curves,
    measured.baseRate,
  );
}

/** Two columns of a simple CSV by name: account and `column` (network_id counts as network). */
async function readPairs(path: string, column: string): Promise<Map<string, string>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new UserError({
      code: "file-not-found",
      message: `${path} cannot be read.`,
      remedy: "Check the path and that you may read it.",
      cause,
    });
  }
  const [head, ...rows] = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const names = (head ?? "").split(",").map((name) => name.trim().replaceAll('"', ""));
  const [account, value] = [
    names.indexOf("account"),
    names.findIndex((name) => name === column || name === `${column}_id`),
  ];
  if (account === -1 || value === -1) {
    throw new UserError({
      code: "wrong-header",
      message: `${path} has no columns account and ${column}.`,
      remedy: `Its first line must be account,${column}.`,
    });
  }
  const cellsOf = (line: string) => line.split(",").map((cell) => cell.trim().replaceAll('"', ""));
  // A truth file that tells roles lists victims too; they are in no network of droppers.
  const role = names.indexOf("role");
  const kept = rows.map(cellsOf).filter((cells) => role === -1 || cells[role] !== "victim");
  return new Map(
    kept.map((cells) => [normaliseAccountNumber(cells[account] ?? ""), cells[value] ?? ""]),
  );
}

/** 1 dropper, 0 not; anything else would be taken for 0 in silence. */
function labelsOf(pairs: ReadonlyMap<string, string>, path: string): Map<string, boolean> {
  const labels = new Map<string, boolean>();
  for (const [account, label] of pairs) {
    if (label !== "0" && label !== "1") {
      throw new UserError({
        code: "wrong-label",
        message: `${path}: the label of account ${account} is "${label}".`,
        remedy: "A label is 1 (dropper) or 0 (not).",
      });
    }
    labels.set(account, label === "1");
  }
  return labels;
}

function noPositives(path: string): UserError {
  return new UserError({
    code: "no-labels-match",
    message: `No account labelled 1 in ${path} has a transfer in this database.`,
    remedy: "Load the data the labels belong to, with the same account numbers.",
  });
}

function print(measured: Evaluation, plot: string): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const three = (value: number) => value.toFixed(3);
  say(
    `${measured.accounts} ${measured.onlyDroppersLabelled ? "accounts with transfers" : "labelled accounts with transfers"}, ${measured.positives} droppers, base rate ${three(measured.baseRate)}`,
  );
  if (measured.onlyDroppersLabelled)
    say("The file labels droppers only: every other account counts as none.");
  for (const [name, one] of [
    ["list of droppers (possible victims apart)", measured.list],
    ["everybody by score", measured.all],
  ] as const) {
    say(
      `${name}: average precision ${three(one.averagePrecision)}, recall at 1 % ${three(one.recallAt1Percent)}`,
    );
    say(
      `  ${Object.entries(one.precisionAt)
        .map(([k, value]) => `precision@${k} ${three(value)}`)
        .join("  ")}`,
    );
  }
  say("Columns that have nothing to do with droppers, average precision of each alone:");
  for (const one of measured.trivial) say(`  ${three(one.averagePrecision)}  ${one.name}`);
  say(`The list is ${measured.timesBestTrivial.toFixed(1)} times the best of these.`);
  say(
    `${measured.clusters.length} clusters, ${three(measured.meanPurity)} of their accounts labelled (possible victims apart)`,
  );
  for (const one of measured.clusters.slice(0, 15))
    say(`  ${one.rank}. ${one.cluster}  ${one.droppers} of ${one.size}`);
  if (measured.adjustedRandIndex !== null)
    say(`Adjusted Rand index against the planted networks ${three(measured.adjustedRandIndex)}`);
  for (const one of measured.recallByNetwork)
    say(`  network ${one.network}: ${three(one.recall)} of ${one.members}`);
  tell(`Precision over recall: ${plot}`);
}
