import type { Queries } from "../../graph-queries/runner.ts";
import type {
  QuestionAnswer,
  QuestionLimits,
  QuestionRefusal,
} from "../../graph-queries/typed-question.ts";
import { UserError } from "../errors/user-error.ts";
import { errorCode } from "./connection.ts";

type Rows = Exclude<QuestionAnswer, { readonly refused: QuestionRefusal }>;

/**
 * Rows of typed read-only Cypher. UserError "cypher-not-reading" where its plan does anything else,
 * "cypher-wrong" where Neo4j does not understand it, "cypher-too-long" past the time limit.
 */
export async function askReadOnly(
  queries: Pick<Queries, "ask">,
  text: string,
  limits: QuestionLimits,
): Promise<Rows> {
  try {
    const answer = await queries.ask(text, limits);
    if (answer.refused !== undefined) throw refusal(answer.refused);
    return answer;
  } catch (error) {
    throw explained(error, limits);
  }
}

const WHY: Readonly<Record<QuestionRefusal["why"], (what: string) => string>> = {
  writes: () => "The query changes data or the schema.",
  beyond: (what) => `The query does more than read the graph (${what}).`,
  procedure: (what) =>
    `The query calls ${what}, which is not one of Neo4j's own reading procedures.`,
  "no-plan": () => "Neo4j gave no plan of the query, so nobody can tell what it does.",
};

function refusal({ why, what }: QuestionRefusal): UserError {
  return new UserError({
    code: "cypher-not-reading",
    status: 422,
    message: WHY[why](what),
    remedy: "Ask with MATCH, WHERE, WITH and RETURN only; nothing was run.",
  });
}

function explained(error: unknown, limits: QuestionLimits): unknown {
  const code = errorCode(error);
  if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut"))
    return new UserError({
      code: "cypher-too-long",
      status: 422,
      message: `The query ran longer than ${limits.milliseconds / 1000} seconds and was stopped.`,
      remedy: "Name the account or the days it is about, or give it more time with --seconds.",
      cause: error,
    });
  if (code.includes("MemoryPoolOutOfMemory") || code.includes("TransactionOutOfMemory"))
    return new UserError({
      code: "cypher-too-large",
      status: 422,
      message: "The query needs more memory than the database may give one query.",
      remedy: "Collect less: name accounts or days, or use LIMIT before collect().",
      cause: error,
    });
  if (!code.startsWith("Neo.ClientError.")) return error;
  return new UserError({
    code: "cypher-wrong",
    status: 422,
    message: `Neo4j refused the query: ${(error as Error).message}`,
    remedy: "Correct it and ask again; docs/cypher.md lists labels and properties.",
    cause: error,
  });
}
