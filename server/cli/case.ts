import { type Command, Option } from "commander";
import type { CaseRow } from "../../contract/cases.ts";
import { type ClaimMethod, claimMethod } from "../../contract/claims.ts";
import { listCases, oneCase, openCase, topCluster } from "../cases/cases.store.ts";
import { listClaims } from "../claims/claims.store.ts";
import { openClaims } from "../claims/direct.store.ts";
import type { OpenedClaims } from "../claims/record.ts";
import { reworkDrafts } from "../claims/rework.store.ts";
import { acceptDifference, type ClaimState, claimsToday } from "../claims/today.store.ts";
import { openTracedClaims } from "../claims/traced.store.ts";
import { formatDecimal } from "../money/money.ts";
import type { Database } from "../neo4j/database.ts";
import { formatInstant } from "../time/instant.ts";
import { registerFiles } from "./case-files.ts";
import { registerGraph } from "./case-graph.ts";
import { registerJoin } from "./case-join.ts";
import { registerLedger } from "./case-ledger.ts";
import { registerCorrect, registerStep, registerUndo } from "./case-step.ts";
import { claimDocument, claimLine, leftOutLines } from "./claim-output.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { wholeUnits } from "./whole-units.ts";
import { WrongUse } from "./wrong-use.ts";

interface OpenFlags {
  readonly cluster?: string;
  readonly top: boolean;
  readonly report?: readonly string[];
  readonly title?: string;
}

const BY = "command line";

export function register(program: Command): void {
  const command = program.command("case").description("Cases and their claims.");
  withCommonOptions(
    command
      .command("list")
      .description("Cases, newest first, with what stands in claims and what is claimed already."),
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
      .description("Open a case from a cluster or from crime reports, and the claims that follow.")
      .option("--cluster <id>", "cluster of a detection run")
      .option("--top", "the highest ranked cluster of the newest run", false)
      .option("--report <id...>", "crime reports, where no cluster was found or needed")
      .option("--title <text>", "what the case is about"),
  ).action(
    action(async (context, flags: OpenFlags) => {
      const { report: reports = [] } = flags;
      const ways = [flags.cluster !== undefined, flags.top, reports.length > 0];
      if (ways.filter(Boolean).length !== 1) {
        throw new WrongUse({
          code: "which-cluster",
          message: "Say what the case is opened from.",
          remedy: "Give one of --cluster ID, --top and --report ID.",
        });
      }
      await withDatabase(
        context,
        async ({ queries }) => {
          const who = { by: BY, at: Date.now() };
          const cluster = flags.top ? await topCluster(queries) : flags.cluster;
          const opened = await openCase(queries, { title: flags.title, cluster, reports }, who);
          const claims = await openClaims(queries, opened.id, who);
          const found = await oneCase(queries, opened.id);
          if (context.json) return printJson({ ok: true, case: caseDocument(found), claims });
          tell(
            `Case ${found.id} opened from ${cluster === undefined ? `report ${reports.join(", ")}` : `cluster ${cluster}`}: ${claims.opened} claims of ${claims.lines} transfers.`,
          );
          for (const line of leftOutLines(claims.leftOut)) tell(`  ${line}`);
          process.stdout.write(`${caseLine(found)}\n`);
        },
        { what: "createCase" },
      );
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
      )
      .addOption(
        new Option("--smallest <sum>", "with --open: no claim below this sum, in whole tenge")
          .argParser(wholeUnits)
          .default(0),
      )
      .option("--preview", "with --open: only say which claims would be opened", false),
  ).action(
    action(async (context, id: string, flags: ClaimsFlags) => {
      await withDatabase(
        context,
        async (database) => {
          const { queries } = database;
          await oneCase(queries, id);
          const opened = flags.open ? await open(database, id, flags, context.signal) : null;
          if (opened !== null && !context.json) tellOpened(opened, flags.preview);
          await reworkDrafts(database, id, { by: BY, at: Date.now() }, context.signal);
          const claims = await listClaims(queries, id);
          const states = await claimsToday(database, id, { signal: context.signal });
          const today = new Map(states.map((state) => [state.claim.id, state]));
          if (context.json) {
            const documents = claims.map((claim) => ({
              ...claimDocument(claim),
              ...stateDocument(today.get(claim.id)),
            }));
            return printJson({ ok: true, opened, claims: documents });
          }
          for (const claim of claims) {
            process.stdout.write(`${claimLine(claim)}\n`);
            for (const line of stateLines(today.get(claim.id))) process.stdout.write(`  ${line}\n`);
          }
          if (claims.length === 0)
            tell(
              opened === null
                ? `Case ${id} has no claims yet. Open them with: case claims ${id} --open`
                : `Case ${id} has no claims: none follows from its reports as the data are.`,
            );
        },
        flags.open && !flags.preview ? { what: "openClaims", target: id } : undefined,
      );
    }),
  );
  registerAccept(command);
  registerFiles(command);
  registerGraph(command);
  registerJoin(command);
  registerStep(command);
  registerCorrect(command);
  registerUndo(command);
  registerLedger(command);
}

function registerAccept(command: Command): void {
  withCommonOptions(
    command
      .command("accept")
      .description("Keep a claim as it is although the data have changed; the package says why.")
      .argument("<case>", "number of the case")
      .argument("<claim>", "number of the claim")
      .requiredOption("--reason <text>", "why, in a sentence"),
  ).action(
    action(async (context, id: string, claim: string, { reason }: { reason: string }) => {
      await withDatabase(
        context,
        async (database) => {
          const states = await claimsToday(database, id, { signal: context.signal });
          const state = states.find((one) => one.claim.id === claim);
          const difference = state?.change?.difference ?? "";
          const kept = await acceptDifference(
            database,
            { caseId: id, claim },
            { difference, reason },
            { by: BY, at: Date.now() },
            context.signal,
          );
          if (context.json) return printJson({ ok: true, claim, ...stateDocument(kept) });
          for (const line of stateLines(kept)) process.stdout.write(`${line}\n`);
        },
        { what: "acceptDifference", target: `${id} ${claim}` },
      );
    }),
  );
}

/** The changes since a claim was worked out, and the sum still owed. */
function stateDocument(state: ClaimState | undefined) {
  if (state === undefined) return {};
  const { claim, change, repaid, outstanding, openingsUnknown } = state;
  const amount = (minor: bigint) => formatDecimal(minor, claim.currency);
  return {
    outstanding: amount(outstanding),
    openingsUnknown,
    repaid: repaid.map((one) => ({ transferId: one.transfer.id, amount: amount(one.amount) })),
    change:
      change === null
        ? null
        : {
            byData: amount(change.byData),
            lines: change.lines.map((line) => ({
              transferId: line.transferId,
              claimed: amount(line.claimed),
              byData: amount(line.byData),
              why: line.why,
            })),
            files: change.files.map((file) => ({ ...file, at: formatInstant(file.at) })),
            accepted: change.accepted,
          },
  };
}

function stateLines(state: ClaimState | undefined): string[] {
  if (state === undefined) return [];
  const { claim, change, repaid, outstanding } = state;
  const amount = (minor: bigint) => `${formatDecimal(minor, claim.currency)} ${claim.currency}`;
  const lines: string[] = [];
  if (repaid.length > 0) {
    const ids = repaid.map((one) => one.transfer.id).join(", ");
    lines.push(`paid back since by ${ids}; outstanding ${amount(outstanding)}`);
  }
  if (change === null) return lines;
  lines.push(`data has changed since: ${amount(change.claimed)} -> ${amount(change.byData)}`);
  for (const line of change.lines) {
    const was = `${amount(line.claimed)} -> ${amount(line.byData)}`;
    lines.push(`  transfer ${line.transferId}: ${was} (${line.why})`);
  }
  for (const { name, at, takenOut } of change.files)
    lines.push(`  ${takenOut ? "taken out" : "loaded"} ${formatInstant(at)}: ${name}`);
  if (change.accepted) lines.push(`  kept by ${change.accepted.by}: ${change.accepted.reason}`);
  else lines.push(`  accept it with: case accept CASE ${claim.id} --reason TEXT`);
  return lines;
}

interface ClaimsFlags {
  readonly open: boolean;
  readonly method: ClaimMethod;
  readonly smallest: number;
  readonly preview: boolean;
}

function open(database: Database, id: string, flags: ClaimsFlags, signal: AbortSignal) {
  const who = { by: BY, at: Date.now() };
  const opening = { smallest: flags.smallest, preview: flags.preview, signal };
  return flags.method === "direct"
    ? openClaims(database.queries, id, who, opening)
    : openTracedClaims(database, id, flags.method, who, opening);
}

function tellOpened({ claims, leftOut }: OpenedClaims, preview: boolean): void {
  const name = (one: OpenedClaims["claims"][number]["victim"]) => one.name ?? one.iin ?? "unknown";
  for (const one of claims)
    tell(
      `${preview ? "would open" : "opened"}: ${decimal(one.amount, one.currency)} ${one.currency}  ${name(one.victim)} -> ${name(one.defendant)}`,
    );
  const small = leftOut.filter((one) => one.reason === "below-smallest").length;
  if (small > 0) tell(`${small} claims below the smallest sum are left out.`);
  for (const line of leftOutLines(leftOut.filter(({ reason }) => reason !== "below-smallest")))
    tell(line);
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
    amounts: amountsOf(one.sums),
    claimed: amountsOf(one.claimed),
  };
}

function amountsOf(sums: CaseRow["sums"]) {
  return sums.map(({ currency, amount }) => ({ currency, amount: decimal(amount, currency) }));
}

/** A draft is in a claim, but nobody has been asked for its money yet. */
function caseLine(one: CaseRow): string {
  const money = (sums: CaseRow["sums"]) =>
    amountsOf(sums)
      .map((sum) => `${sum.amount} ${sum.currency}`)
      .join(" + ") || "0";
  const figures = [
    one.id.padEnd(6),
    one.status.padEnd(6),
    `${String(one.claims).padStart(3)} claims`,
    ` ${money(one.sums).padStart(18)} in claims`,
    ` ${money(one.claimed).padStart(18)} claimed`,
  ];
  return `${figures.join(" ")}  ${one.title}`;
}
