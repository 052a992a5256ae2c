import type { ClaimStatus, NextStep, StepFact, StepFacts } from "../../contract/claim-steps.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { UserError } from "../errors/user-error.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import type { Instant } from "../time/instant.ts";
import { checkJudgment } from "./judgment.ts";

/** What has to be written down of a claim that comes to a status for the first time. */
const FACTS: Partial<Record<ClaimStatus, readonly StepFact[]>> = {
  demand: ["how", "day", "term"],
  filed: ["court", "reference", "day"],
  "no-motion": ["day", "term"],
  returned: ["day"],
  judgment: ["outcome", "sum", "reference", "day"],
  rejected: ["reference", "day"],
  "in-force": ["day"],
  enforcement: ["reference", "day", "bailiff"],
  recovered: ["day"],
};

const step = (
  status: ClaimStatus,
  way: NextStep["way"],
  facts: readonly StepFact[] = FACTS[status] ?? [],
): NextStep => ({
  status,
  way,
  reason: way !== "on",
  facts: [...facts],
  optional: [],
  another: status === "approved",
});
/** The court's judgment; of the penalty it says something only where one was asked for. */
const judgment = (): NextStep => ({ ...on("judgment"), optional: ["penalty"] });
/** A step forward. */
const on = (status: ClaimStatus) => step(status, "on");
/** A step of the court that stops the claim. */
const stop = (status: ClaimStatus) => step(status, "stop");
/** An end by the office itself; what the status needs was written down before. */
const end = (status: ClaimStatus) => step(status, "stop", []);
/** A step back; what the status needs was written down before. */
const back = (status: ClaimStatus) => step(status, "back", []);
/** The same into court: an appeal, or an error put right. An appeal has its own day and number. */
const again = (status: ClaimStatus) => ({ ...back(status), optional: [...(FACTS[status] ?? [])] });

/**
 * The legal order of a claim's life with what each step needs (docs/claims.md). The debtor may pay
 * at any time once asked. The claimant may withdraw until the judgment. A court leaves a claim
 * without motion, returns it (CPC 152) or refuses it; an appeal reopens a judgment. A withdrawn
 * claim is over: its transfers are free for a new one.
 */
const STEPS: Readonly<Record<ClaimStatus, readonly NextStep[]>> = {
  draft: [on("review"), end("withdrawn")],
  review: [on("approved"), back("draft"), end("withdrawn")],
  // The outgoing number of the demand may follow later: it stands in the register of letters.
  approved: [
    { ...on("demand"), optional: ["reference"] },
    on("filed"),
    back("draft"),
    end("withdrawn"),
  ],
  // Back to draft the demand was sent, and the claim is prepared anew; back to approved it was not.
  demand: [on("filed"), on("recovered"), back("approved"), back("draft"), end("withdrawn")],
  filed: [
    judgment(),
    on("recovered"),
    stop("no-motion"),
    stop("returned"),
    stop("rejected"),
    end("withdrawn"),
  ],
  "no-motion": [{ ...again("filed"), way: "on" }, stop("returned"), end("withdrawn")],
  returned: [on("filed"), back("draft"), end("withdrawn")],
  judgment: [on("in-force"), on("recovered"), again("filed"), stop("rejected")],
  "in-force": [on("enforcement"), on("recovered"), back("judgment")],
  enforcement: [on("recovered"), back("in-force"), end("closed")],
  recovered: [on("closed")],
  rejected: [again("filed")],
  closed: [],
  withdrawn: [],
};

/** A step taken, as the claim keeps it. */
export interface TakenStep {
  readonly from: ClaimStatus;
  readonly to: ClaimStatus;
  readonly facts: StepFacts;
  readonly by: string;
  /** When it was written down, UTC milliseconds. */
  readonly at?: Instant;
}

/** Where a claim stands, and the steps that led there, in order. */
export interface Standing {
  readonly status: ClaimStatus;
  readonly moves: readonly TakenStep[];
}

export interface WantedStep {
  readonly status: ClaimStatus;
  readonly reason?: string | null | undefined;
  readonly facts?: StepFacts | undefined;
  /** A person knows that another letter has the number of the demand. */
  readonly again?: boolean | undefined;
}

/** The steps a claim may take; from an end it goes back only to where it came from. */
export function stepsFrom({ status, moves }: Standing): readonly NextStep[] {
  const before = standingSteps(moves).find((move) => move.to === status)?.from;
  const isEnd = status === "recovered" || status === "closed";
  return isEnd && before !== undefined ? [...STEPS[status], back(before)] : STEPS[status];
}

/** The step of the table between two statuses; undefined = back from an end of the claim. */
export function stepBetween(from: ClaimStatus, to: ClaimStatus): NextStep | undefined {
  return STEPS[from].find((next) => next.status === to);
}

/**
 * The steps that hold today: a step back takes away those that came after it. An appeal keeps what
 * was filed first.
 */
export function standingSteps(moves: readonly TakenStep[]): readonly TakenStep[] {
  const path: TakenStep[] = [];
  for (const move of moves) {
    const earlier = path.findIndex((one) => one.to === move.to);
    const isBack = STEPS[move.from].some(
      (next) => next.status === move.to && next.optional.includes("day"),
    );
    const isAnew = !isBack && Object.keys(move.facts).length > 0;
    if (move.to === "draft") path.length = 0;
    else if (earlier < 0) path.push(move);
    else if (isAnew) path.splice(earlier, path.length, move);
    else path.length = earlier + 1;
  }
  return path;
}

/**
 * The steps that happened, in order, also before a draft that was prepared anew or under an appeal.
 * A step that is taken back without an act of the court takes away those that it undoes.
 */
export function happenedSteps(moves: readonly TakenStep[]): readonly TakenStep[] {
  const path: TakenStep[] = [];
  for (const move of moves) {
    const next = stepBetween(move.from, move.to);
    const undoes = next?.way === "back" && next.optional.length === 0 && move.to !== "draft";
    const earlier = undoes ? path.findLastIndex((one) => one.to === move.to) : -1;
    if (earlier < 0) path.push(move);
    else path.length = earlier + 1;
  }
  return path;
}

/**
 * The facts of the last demand that left, also where the claim went back to draft since: a suit that
 * is prepared anew names it all the same, because it was sent. undefined = none was sent.
 */
export function demandThatLeft(moves: readonly TakenStep[]): StepFacts | undefined {
  return happenedSteps(moves).findLast(({ to }) => to === "demand")?.facts;
}

/** The facts of the demand on which the claim stands; undefined = none holds. */
export function demandSent(moves: readonly TakenStep[]): StepFacts | undefined {
  return standingSteps(moves).findLast(({ to }) => to === "demand")?.facts;
}

/**
 * The day (YYYY-MM-DD) of the first judgment since the claim was a draft, also one that an appeal
 * changed: what was paid since then executes the judgment that stands.
 */
export function firstJudgmentDay(moves: readonly TakenStep[]): string | undefined {
  const begun = moves.findLastIndex((move) => move.to === "draft");
  const judgments = moves.slice(begun + 1).filter((move) => move.to === "judgment");
  return judgments.flatMap((move) => move.facts.day ?? []).sort()[0];
}

/** The person who takes a step, when, and the claim it is of. */
export interface StepContext {
  readonly by: string;
  /** Today, UTC milliseconds. */
  readonly at: Instant;
  /** Minor units: of a judgment what the court was asked for, else all lines together. */
  readonly asked: bigint;
  /** A judgment is held against these beside it. */
  readonly owed?: bigint | undefined;
  readonly penalty?: bigint | undefined;
  readonly penaltyOwed?: bigint | undefined;
  readonly currency: string;
  /** When the last of the claim's transfers was booked. */
  readonly lastAt?: Instant | null | undefined;
  /** People who opened or changed the claim: another one approves it. */
  readonly workers?: readonly string[];
}

/**
 * Checks one step against the table, for a person, today (UTC milliseconds), and a claim of so many
 * minor units. Answers what is to be kept of it. What the order of the law does not allow, a
 * missing or impossible fact, an end without a reason, or an approval of one's own work is a
 * UserError.
 */
export function checkStep(
  claim: Standing,
  wanted: WantedStep,
  { by, at, lastAt, workers = [], ...sums }: StepContext,
): StepFacts {
  const { status: from, moves } = claim;
  const { status: to, reason = null, facts = {} } = wanted;
  const steps = stepsFrom(claim);
  const allowed = steps.find((next) => next.status === to);
  if (!allowed) throw notAllowed(from, to, steps);
  if (allowed.reason && !saysSomething(reason ?? "")) {
    throw new UserError({
      code: "claim-move-needs-reason",
      message: `Moving a claim from "${from}" to "${to}" needs a reason.`,
      remedy: "Write in a sentence why.",
      params: { from, to },
    });
  }
  const sender = moves.findLast((move) => move.to === from)?.by;
  if (allowed.another && (sender === by || workers.includes(by))) throw ownWork(by);
  const { needed, kept } = factsGiven(allowed, facts);
  checkDays(needed, facts, moves, { at, lastAt });
  if (takesApprovedOut(to)) checkApproved(needed, facts, moves, reason);
  if (allowed.facts.includes("sum")) checkJudgment(facts, { ...sums, reason });
  return kept;
}

/** The facts that a step needs as they were given, and those that are to be kept. */
export function factsGiven(
  step: Pick<NextStep, "status" | "facts" | "optional">,
  facts: StepFacts,
): { readonly needed: readonly StepFact[]; readonly kept: StepFacts } {
  const typed = step.optional.filter((name) => saysSomething(facts[name] ?? ""));
  const needed = typed.length === 0 ? step.facts : ([...step.facts, "day"] as const);
  const missing = needed.filter((name) => !saysSomething(facts[name] ?? ""));
  if (missing.length > 0) {
    throw new UserError({
      code: "claim-step-facts",
      message: `The step to "${step.status}" needs: ${missing.join(", ")}.`,
      remedy: "Give what is missing; where it is not known yet, wait with the step.",
      params: { to: step.status, missing: missing.join(", ") },
    });
  }
  const kept = [...step.facts, ...typed].map((name) => [name, facts[name]?.trim()]);
  return { needed, kept: Object.fromEntries(kept) as StepFacts };
}

/**
 * A step lies between the last dated step before it, or the last stolen transfer, and today; a term
 * ends after it.
 */
export function checkDays(
  needed: readonly StepFact[],
  facts: StepFacts,
  moves: readonly TakenStep[],
  { at, lastAt }: Pick<StepContext, "at" | "lastAt">,
): void {
  if (!needed.includes("day")) return;
  const day = dayIn(facts.day ?? "");
  if (day > dayOf(at)) throw wrongDay("claim-step-future", facts.day ?? "", "is still to come");
  if (lastAt != null && day < dayOf(lastAt)) {
    const stolen = dayText(dayOf(lastAt));
    throw new UserError({
      code: "claim-step-before-loss",
      message: `${facts.day ?? ""} lies before ${stolen}, when the last money of the claim was sent.`,
      remedy: "Give the day as it stands in the paper.",
      params: { day: facts.day ?? "", stolen },
    });
  }
  const last = happenedSteps(moves)
    .flatMap((move) => move.facts.day ?? [])
    .sort()
    .at(-1);
  if (last !== undefined && day < dayIn(last))
    throw wrongDay("claim-step-order", facts.day ?? "", `lies before the step of ${last}`);
  if (needed.includes("term") && dayIn(facts.term ?? "") < day)
    throw wrongDay("claim-step-term", facts.term ?? "", "ends before the step itself");
}

/** A paper that left before its approval was written down needs a reason: it rests on it. */
function checkApproved(
  needed: readonly StepFact[],
  { day = "" }: StepFacts,
  moves: readonly TakenStep[],
  reason: string | null,
): void {
  const at = standingSteps(moves).find((move) => move.to === "approved")?.at;
  if (at === undefined || !needed.includes("day") || saysSomething(reason ?? "")) return;
  const approved = dayOf(at);
  if (dayIn(day) >= approved) return;
  throw new UserError({
    code: "claim-step-before-approval",
    message: `${day} lies before ${dayText(approved)}, when the claim was approved.`,
    remedy: "Give the day as it stands in the paper, or say why it left before the approval.",
    params: { day, approved: dayText(approved) },
  });
}

export function dayIn(text: string): number {
  const day = dayNumber(text);
  if (day === null) throw wrongDay("claim-step-day", text, "is no day");
  return day;
}

export function wrongDay(
  code: string,
  day: string,
  why: string,
  more: Readonly<Record<string, string>> = {},
): UserError {
  return new UserError({
    code,
    message: `${day} ${why}.`,
    remedy: "Give the day as it stands in the paper, like this: 2026-03-05.",
    params: { day, ...more },
  });
}

function notAllowed(from: ClaimStatus, to: ClaimStatus, steps: readonly NextStep[]): UserError {
  const choices = steps.map((next) => next.status).join(", ");
  return new UserError({
    code: "claim-move",
    status: 409,
    message: `A claim in status "${from}" cannot become "${to}".`,
    remedy:
      choices === ""
        ? "A withdrawn claim is over; open claims again for a new one."
        : `It can become: ${choices}.`,
    params: { from, to },
  });
}

function ownWork(by: string): UserError {
  return new UserError({
    code: "approval-own-work",
    status: 409,
    message: `${by} opened or changed this claim, or sent it to review, and cannot approve it.`,
    remedy: "Another prosecutor or the head of the office approves it.",
  });
}

/** Nobody is asked, and no court, for money of which nothing was owed on that day. */
export function refusePaid(claim: string, owed: bigint): void {
  if (owed > 0n) return;
  throw new UserError({
    code: "claim-paid",
    status: 409,
    message: `Nothing of claim ${claim} was outstanding on the day of this step.`,
    remedy: "Where it was asked for before, the step is recovered; else withdraw the claim.",
    params: { claim },
  });
}

/** Whoever owes nothing, or has paid everything back, is not sued. `asked` in minor units. */
export function refuseEmpty(claim: string, asked: bigint): void {
  if (asked > 0n) return;
  throw new UserError({
    code: "claim-empty",
    status: 409,
    message: `Nothing is left to claim in ${claim}: its transfers are gone or everything was paid back.`,
    remedy: "Withdraw the claim.",
    params: { claim },
  });
}

/** Steps that take the approved claim to the debtor or the court, and from where. */
const TAKES_OUT: Partial<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  demand: ["approved"],
  filed: ["approved", "demand", "returned"],
};

export function takesApprovedOut(to: ClaimStatus): boolean {
  return TAKES_OUT[to] !== undefined;
}

export function restsOnApproval(from: ClaimStatus, to: ClaimStatus): boolean {
  return TAKES_OUT[to]?.includes(from) === true;
}
