import type { Command } from "commander";
import { type Trace, traceMethod, tracing } from "../../contract/tracing.ts";
import { formatDecimal, parseDecimal } from "../money/money.ts";
import { hasMoney, traceDocument } from "../tracing/document.ts";
import { type TraceResult, traceMoney } from "../tracing/trace-money.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell, writeOut } from "./output.ts";
import { startProgress } from "./progress.ts";
import { WrongUse } from "./wrong-use.ts";

interface TraceFlags {
  readonly report: string[];
  readonly transfer: string[];
  readonly victim: string[];
  readonly case?: string;
  readonly method: string;
  readonly minimum?: string;
  readonly horizon?: string;
  readonly letGo: string[];
  readonly stopAt: string[];
  readonly out?: string;
}

const METHODS = [...traceMethod.options, "range"];

export function register(program: Command): void {
  const more = (value: string, earlier: string[]) => [...earlier, value];
  withCommonOptions(
    program
      .command("trace")
      .description(
        "Follow stolen money: through whose account each tenge went and where it is now.",
      )
      .option("--report <id>", "a crime report; may be repeated", more, [])
      .option("--transfer <id>", "a stolen transfer; may be repeated", more, [])
      .option(
        "--victim <key>",
        "IIN or account of a victim: all his reports; may be repeated",
        more,
        [],
      )
      .option("--case <id>", "all reports of a case")
      .option("--method <rule>", METHODS.join("|"), "fifo")
      .option("--minimum <amount>", "do not follow stolen parts below this amount, 1500.50")
      .option("--horizon <days>", "follow for so many days after the last stolen transfer")
      .option(
        "--let-go <account>",
        "go on through this account although traces stop there; may be repeated",
        more,
        [],
      )
      .option("--stop-at <account>", "stop at this account too; may be repeated", more, [])
      .option("--out <file.json>", "write the trace to a file"),
  ).action(
    action(async (context, flags: TraceFlags) => {
      const { report, transfer, victim } = flags;
      if (
        [report, transfer, victim].every((given) => given.length === 0) &&
        flags.case === undefined
      ) {
        throw new WrongUse({
          code: "nothing-asked",
          message: "Nothing says whose money is to be followed.",
          remedy: "Give --report, --transfer, --victim or --case.",
        });
      }
      const range = flags.method === "range";
      const request = tracing.trace.body.parse({
        reports: flags.report,
        transfers: flags.transfer,
        victims: flags.victim,
        case: flags.case,
        method: range ? "fifo" : chosenMethod(flags.method),
        range,
        minimumAmount: flags.minimum === undefined ? undefined : minimumOf(flags.minimum),
        horizonDays: flags.horizon === undefined ? undefined : daysOf(flags.horizon),
        letGo: flags.letGo,
        stopAt: flags.stopAt,
      });
      const result = await withDatabase(context, async (database) => {
        const progress = startProgress("Reading transfers", "transfers");
        const traced = await traceMoney(database, request, {
          signal: context.signal,
          report: progress.update,
        });
        progress.finish();
        return traced;
      });
      for (const one of result.notTraced) {
        tell(
          `Not traced: ${[one.report, one.transferId].filter(Boolean).join(", ")} (${one.reason}).`,
        );
      }
      for (const { othersJoined, currency } of result.traces) {
        if (othersJoined === undefined) continue;
        tell(
          `${othersJoined} other victims were traced as one in ${currency}: shares on mixed accounts are approximate.`,
        );
      }
      const documents = documentsOf(result, range);
      const document = documents.length === 1 ? documents[0] : documents;
      if (flags.out !== undefined)
        await writeOut(flags.out, `${JSON.stringify(document, null, 2)}\n`);
      if (context.json) printJson(document);
      else printTraces(result);
    }),
  );
}

/**
 * A document a currency in which something was stolen; what was exchanged into others stands inside
 * it.
 */
function documentsOf({ traces, notTraced }: TraceResult, range: boolean) {
  const documents: (ReturnType<typeof traceDocument> & {
    conversions?: ReturnType<typeof traceDocument>[];
    /** In the first document only: it belongs to no currency. */
    notTraced?: TraceResult["notTraced"];
  })[] = [];
  for (const trace of traces) {
    if (trace.convertedFrom == null) documents.push(traceDocument(trace, range));
    else {
      const last = documents.at(-1);
      if (last !== undefined)
        last.conversions = [...(last.conversions ?? []), traceDocument(trace, false)];
    }
  }
  if (documents[0] !== undefined && notTraced.length > 0) documents[0].notTraced = notTraced;
  return documents;
}

function chosenMethod(method: string): string {
  if (METHODS.includes(method)) return method;
  throw new WrongUse({
    code: "unknown-method",
    message: `There is no tracing rule "${method}".`,
    remedy: `Choose one of ${METHODS.join(", ")}.`,
  });
}

function minimumOf(text: string): string {
  const parsed = parseDecimal(text, "KZT");
  if (parsed.ok && parsed.amount >= 0n) return parsed.amount.toString();
  throw new WrongUse({
    code: "bad-amount",
    message: `--minimum ${text} is not an amount.`,
    remedy: "Write it as 1500 or 1500.50.",
  });
}

function daysOf(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= 3_650) return days;
  throw new WrongUse({
    code: "bad-days",
    message: `--horizon ${text} is not a number of days.`,
    remedy: "Write a number above 0 and up to 3650.",
  });
}

function printTraces({ traces }: TraceResult): void {
  for (const trace of traces) {
    const money = (amount: string) => formatDecimal(BigInt(amount), trace.currency);
    const lines = [
      `${trace.method}, ${trace.currency}${trace.convertedFrom == null ? "" : ` exchanged from ${trace.convertedFrom}`}: stolen ${money(trace.stolen)} = held ${money(trace.held)} + exited ${money(trace.exited)}` +
        ` + not known to have left (no statement held) ${money(trace.beyondData)}`,
      ...trace.accounts
        .filter((one) => one.generation > 0 && hasMoney(one))
        .slice(0, 40)
        .map((one) => accountLine(one, money)),
      ...trace.victims
        .filter((one) => BigInt(one.others) > 0n)
        .map(
          (one) =>
            `of what ${one.victim} reported, ${money(one.others)} was other victims' money: it is theirs`,
        ),
      ...trace.requests
        .slice(0, 10)
        .map(
          (one) =>
            `ask ${one.bank ?? "the bank"} for the statement of ${one.account}: ${askedFor(one, money)}`,
        ),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  }
}

function askedFor(
  { waiting, reason }: Trace["requests"][number],
  money: (amount: string) => string,
): string {
  return reason === "ended"
    ? `${money(waiting)} was there when it ended`
    : `${money(waiting)} is not known to have left`;
}

function accountLine(one: Trace["accounts"][number], money: (amount: string) => string): string {
  const range =
    one.range === null ? "" : `  (${money(one.range.minimum)} … ${money(one.range.maximum)})`;
  return (
    `${String(one.generation).padStart(3)}  ${one.account.padEnd(22)} received ${money(one.received)}${range}` +
    `  held ${money(one.held)}  exited ${money(one.exited)}  not known ${money(one.beyondData)}${one.stop === null ? "" : `  [${one.stop}]`}  ${one.holderName ?? ""}`
  );
}
