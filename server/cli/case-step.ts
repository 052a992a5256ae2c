import { type Command, Option } from "commander";
import {
  claimStatus,
  judgmentOutcome,
  type StepFacts,
  stepFacts,
} from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { type Role, USUAL_ROLE } from "../../contract/user-roles.ts";
import { oneClaim } from "../claims/claims.store.ts";
import { correctStep, undoStep } from "../claims/step-corrections.store.ts";
import { takeStep } from "../claims/take-step.store.ts";
import { parseDecimal } from "../money/money.ts";
import type { Database } from "../neo4j/database.ts";
import { findPerson } from "../users/users.store.ts";
import { claimDocument, claimLine } from "./claim-output.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

const BY = "command line";

interface StepFlags extends Omit<StepFacts, "sum" | "penalty" | "outcome"> {
  readonly reason?: string;
  readonly as?: string;
  readonly again?: boolean;
  readonly sum?: string;
  readonly penalty?: string;
  readonly outcome?: StepFacts["outcome"];
}

/** `case step`: a claim goes one step on or back, as on its page. */
export function registerStep(command: Command): void {
  withFacts(
    ofStep(command, "step")
      .description("Take a claim one step on or back: approval, demand, court, enforcement.")
      .argument("<status>", claimStatus.options.join(", "))
      .option("--reason <text>", "why, for steps back and ends"),
  ).action(
    action(async (context, caseId: string, claim: string, status: string, flags: StepFlags) => {
      const to = claimStatus.safeParse(status);
      if (!to.success) throw unknownStatus(status);
      await withDatabase(
        context,
        async (database) => {
          const at = { caseId, claim };
          const who = await personOf(database, flags.as);
          const facts = await factsOf(database, at, flags);
          const { reason, again } = flags;
          const wanted = { status: to.data, facts, reason, again };
          const moved = await takeStep(database, at, wanted, who, context.signal);
          show(moved, context.json);
        },
        {
          what: "setStatus",
          target: `${caseId} ${claim}`,
          details: { status, ...(flags.as !== undefined && { as: flags.as }) },
        },
      );
    }),
  );
}

/** `case correct`: what was written down of a step is put right; what is not given stays. */
export function registerCorrect(command: Command): void {
  withFacts(
    ofStep(command, "correct")
      .description("Put right what was written down of the last step to a status, with a reason.")
      .argument("<status>", claimStatus.options.join(", "))
      .requiredOption("--reason <text>", "what was wrong, in a sentence"),
  ).action(
    action(async (context, caseId: string, claim: string, status: string, flags: StepFlags) => {
      await withDatabase(
        context,
        async (database) => {
          const at = { caseId, claim };
          const who = await personOf(database, flags.as);
          const { moves } = await oneClaim(database.queries, at);
          const place = moves.findLastIndex(({ to }) => to === status);
          const was = moves[place];
          if (was === undefined) throw unknownStatus(status);
          const facts = { ...was.facts, ...(await factsOf(database, at, flags)) };
          const wanted = { facts, reason: flags.reason ?? "", again: flags.again };
          const mended = await correctStep(database, { ...at, step: place + 1 }, wanted, who);
          show(mended, context.json);
        },
        { what: "correctStep", target: `${caseId} ${claim}`, details: { status } },
      );
    }),
  );
}

/** `case undo`: the last step of a claim never happened. */
export function registerUndo(command: Command): void {
  ofStep(command, "undo")
    .description("Take back the last step of a claim that was a mistake; it counts in no figure.")
    .requiredOption("--reason <text>", "why it never happened, in a sentence")
    .action(
      action(async (context, caseId: string, claim: string, flags: StepFlags) => {
        await withDatabase(
          context,
          async (database) => {
            const who = await personOf(database, flags.as);
            const mended = await undoStep(database, { caseId, claim }, flags.reason ?? "", who);
            show(mended, context.json);
          },
          { what: "undoStep", target: `${caseId} ${claim}` },
        );
      }),
    );
}

function show(claim: Claim, json: boolean): void {
  if (json) printJson({ ok: true, claim: claimDocument(claim) });
  else process.stdout.write(`${claimLine(claim)}\n`);
}

function ofStep(command: Command, name: string): Command {
  return withCommonOptions(
    command
      .command(name)
      .argument("<case>", "number of the case")
      .argument("<claim>", "number of the claim")
      .option("--as <login>", "the person who takes the step; an approval needs one"),
  );
}

/** The facts of a step. */
function withFacts(command: Command): Command {
  return command
    .option("--how <text>", "the way a demand was sent")
    .option("--day <day>", "day of the step, like 2026-03-05")
    .option("--term <day>", "last day of the term")
    .option("--court <text>", "name of the court")
    .option("--reference <text>", "number of the demand, at the court, of the judgment or writ")
    .option("--again", "the number of the demand stands on another letter too")
    .addOption(new Option("--outcome <word>", "of a judgment").choices(judgmentOutcome.options))
    .option("--sum <amount>", "what the judgment gives of the debt, like 1500.50")
    .option("--penalty <amount>", "what it gives of the penalty of article 353")
    .option("--bailiff <name>", "who enforces the writ");
}

async function factsOf(
  database: Database,
  at: { readonly caseId: string; readonly claim: string },
  { reason: _reason, as: _as, sum, penalty, ...words }: StepFlags,
): Promise<StepFacts> {
  const given = stepFacts.omit({ sum: true, penalty: true }).safeParse(words);
  if (!given.success) {
    const field = given.error.issues[0]?.path[0];
    throw new WrongUse({
      code: "step-fact-unreadable",
      message: `--${String(field)} is not written as it should be.`,
      remedy: "Days are written like 2026-03-05; texts have at most 300 characters.",
    });
  }
  if (sum === undefined && penalty === undefined) return given.data;
  const { currency } = await oneClaim(database.queries, at);
  return {
    ...given.data,
    ...(sum !== undefined && { sum: minorUnitsOf("--sum", sum, currency) }),
    ...(penalty !== undefined && { penalty: minorUnitsOf("--penalty", penalty, currency) }),
  };
}

function minorUnitsOf(flag: string, text: string, currency: string): string {
  const amount = parseDecimal(text, currency);
  if (amount.ok) return amount.amount.toString();
  throw new WrongUse({
    code: "step-sum-unreadable",
    message: `${text} is no sum in ${currency}.`,
    remedy: `Give it like this: ${flag} 1500.50`,
  });
}

/** A step in somebody's name needs that person, and takes their role. */
async function personOf(
  database: Database,
  login: string | undefined,
): Promise<{ by: string; at: number; role: Role }> {
  const at = Date.now();
  if (login === undefined) return { by: BY, at, role: USUAL_ROLE };
  const person = await findPerson(database.queries, login);
  if (person !== null && person !== undefined && !person.disabled)
    return { by: person.login, at, role: person.role };
  throw new WrongUse({
    code: "no-such-person",
    message: `Nobody who may sign in is called ${login}.`,
    remedy: "See the people with: user list",
  });
}

function unknownStatus(status: string): WrongUse {
  return new WrongUse({
    code: "no-such-status",
    message: `${status} is no status of a claim.`,
    remedy: `Give one of: ${claimStatus.options.join(", ")}.`,
  });
}
