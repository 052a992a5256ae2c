import type { Problem } from "../../contract/endpoint.ts";
import type { Outage } from "./recovering.ts";

/**
 * A refusal by the server (RFC 9457), or the server's silence. `code` chooses the translated words.
 */
export class CallProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "CallProblem";
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

export function unreachable(): CallProblem {
  return new CallProblem({
    type: "about:blank",
    title: "No answer",
    status: 0,
    code: "server-unreachable",
  });
}

export function isProblem(error: unknown): error is CallProblem {
  return error instanceof CallProblem;
}

/**
 * The database is coming back or the server is away: worth waiting for, not worth an alarm. null =
 * anything else.
 */
export function outageOf(error: unknown): Outage | null {
  if (!isProblem(error)) return null;
  if (error.status === 0) return "unreachable";
  // A log that cannot be written is 503 as well, and waiting mends nothing.
  return error.status === 503 && error.code.startsWith("database-") ? "recovering" : null;
}

/** Whether the server refused for this reason. */
export function refusedAs(error: unknown, code: string): boolean {
  return isProblem(error) && error.code === code;
}
