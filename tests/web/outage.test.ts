import { describe, expect, it } from "vitest";
import { CallProblem, outageOf, unreachable } from "../../web/api/problem.ts";

const problem = (status: number, code: string) =>
  new CallProblem({ type: "about:blank", title: "no", status, code });

describe("an outage that the page waits for", () => {
  it("is the database that comes back, or a server that does not answer", () => {
    expect(outageOf(problem(503, "database-recovering"))).toBe("recovering");
    expect(outageOf(problem(503, "database-unavailable"))).toBe("recovering");
    expect(outageOf(unreachable())).toBe("unreachable");
  });

  it("is no other service that failed, and no log that cannot be written", () => {
    for (const [status, code] of [
      [502, "provider-down"],
      [502, "timestamp-refused"],
      [503, "provider-file"],
      [503, "audit-unwritable"],
    ] as const)
      expect(outageOf(problem(status, code))).toBeNull();
  });
});
