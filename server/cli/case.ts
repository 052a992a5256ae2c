import { type Command, Option } from "commander";
import { type CaseRow, type Claim, type ClaimMethod, claimMethod } from "../../contract/cases.ts";
import { listCases, oneCase, openCase, topCluster } from "../cases/cases.store.ts";
import { listClaims, openClaims } from "../claims/claims.store.ts";
import { openTracedClaims } from "../claims/traced.store.ts";
import { formatDecimal } from "../money/money.ts";
import type { Database } from "../neo4j/database.ts";
import { formatInstant } from "../time/instant.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface OpenFlags {
  readonly cluster?: string;
  readonly top: boolean;
  readonly title?: string;
}

const BY = "command line";

export function register(program: Command): void {
  const command = program.command("case").description("Cases and their claims.");
  withCommonOptions(
    command.command("list").description("Cases, newest first, with what is claimed in each."),
  ).action(
    action(async (context) => {
      const cases = await withDatabase(context, ({ queries }) => listCases(queries));
      if (context.json) printJson({ ok: true, cases: cases.map(caseDocument) });
      else if (cases.length === 0) tell("No case yet. Open one with: case open --top");
      else for (const one of cases) process.stdout.write(`${caseLine(one)}\n`);
    }),
  );
  withCommonOptions(
    command
      .command("open")
      .description("Open a case from a cluster and the claims that follow from its crime reports.")
      .option("--cluster <id>", "cluster of a detection run")
      .option("--top", "the highest ranked cluster of the newest run", false)
      .option("--title <text>", "what the case is about"),
  ).action(
    action(async (context, flags: OpenFlags) => {
      if ((flags.cluster === undefined) === !flags.top) {
        throw new WrongUse({
          code: "which-cluster",
          message: "Say which cluster the case is opened from.",
          remedy: "Give either --cluster ID or --top.",
        });
      }
      await withDatabase(context, async ({ queries }) => {
        const who = { by: BY, at: Date.now() };
        const cluster = flags.cluster ?? (await topCluster(queries));
        const opened = await openCase(queries, { title: flags.title, cluster }, who);
        const claims = await openClaims(queries, opened.id, who);
        const found = await oneCase(queries, opened.id);
        if (context.json) return printJson({ ok: true, case: caseDocument(found), claims });
        tell(
          `Case ${found.id} opened from cluster ${cluster}: ${claims.opened} claims of ${claims.lines} transfers.`,
        );
        for (const left of claims.leftOut)
          tell(
            `  not claimed: transfer ${left.transferId} of report ${left.report}: ${left.reason}`,
          );
        process.stdout.write(`${caseLine(found)}\n`);
      });
    }),
  );
  withCommonOptions(
    command
      .command("claims")
      .description("The claims of a case; --open opens those that follow from its reports first.")
      .argument("<case>", "number of the case")
      .option("--open", "open claims for reports that came since", false)
      .addOption(
        new Option(
          "--method <rule>",
          "with --open: against holders further on, by this tracing rule",
        )
          .choices(claimMethod.options)
          .default("direct"),
      ),
  ).action(
    action(async (context, id: string, flags: { open: boolean; method: ClaimMethod }) => {
      await withDatabase(context, async (database) => {
        const { queries } = database;
        await oneCase(queries, id);
        const opened = flags.open ? await open(database, id, flags.method, context.signal) : null;
        const claims = await listClaims(queries, id);
        if (context.json) return printJson({ ok: true, opened, claims: claims.map(claimDocument) });
        for (const claim of claims) process.stdout.write(`${claimLine(claim)}\n`);
        if (claims.length === 0)
          tell(`Case ${id} has no claims yet. Open them with: case claims ${id} --open`);
      });
    }),
  );
}

function open(database: Database, id: string, method: ClaimMethod, signal: AbortSignal) {
  const who = { by: BY, at: Date.now() };
  return method === "direct"
    ? openClaims(database.queries, id, who)
    : openTracedClaims(database, id, method, who, signal);
}

const decimal = (amount: string, currency: string) => formatDecimal(BigInt(amount), currency);

function caseDocument(one: CaseRow) {
  return {
    id: one.id,
    title: one.title,
    status: one.status,
    openedAt: formatInstant(one.openedAt),
    openedBy: one.openedBy,
    claims: one.claims,
    victims: one.victims,
    droppers: one.droppers,
    amounts: one.sums.map((sum) => ({
      currency: sum.currency,
      amount: decimal(sum.amount, sum.currency),
    })),
  };
}

function claimDocument(claim: Claim) {
  return {
    id: claim.id,
    status: claim.status,
    method: claim.method,
    victim: claim.victim,
    defendant: claim.defendant,
    amount: decimal(claim.amount, claim.currency),
    currency: claim.currency,
    reports: claim.reports,
    lines: claim.lines.map((line) => ({
      transferId: line.transferId,
      bookedAt: formatInstant(line.bookedAt),
      from: line.from,
      to: line.to,
      amount: decimal(line.amount, line.currency),
      sourceId: line.sourceId,
      sourceName: line.sourceName,
      row: line.row,
      present: line.present,
    })),
  };
}

function caseLine(one: CaseRow): string {
  const money =
    one.sums.map((sum) => `${decimal(sum.amount, sum.currency)} ${sum.currency}`).join(" + ") ||
    "0";
  return `${one.id.padEnd(6)} ${one.status.padEnd(7)} ${String(one.claims).padStart(3)} claims  ${money.padStart(18)}  ${one.title}`;
}

function claimLine(claim: Claim): string {
  const who = (party: Claim["victim"]) => party.name ?? party.iin ?? party.accounts[0] ?? "unknown";
  const money = `${decimal(claim.amount, claim.currency)} ${claim.currency}`;
  return `${claim.id.padEnd(9)} ${claim.status.padEnd(11)} ${money.padStart(18)}  ${who(claim.victim)} -> ${who(claim.defendant)}  (${claim.lines.length} transfers)`;
}
