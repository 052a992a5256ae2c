import { describe, expect, it } from "vitest";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Connection } from "../../server/neo4j/connection.ts";
import { openGate } from "../../server/neo4j/gate.ts";

/**
 * A connection whose one query ends when told to; nothing of Neo4j is needed to see who closes what
 * when.
 */
function connectionOf(name: string, log: string[]) {
  let answer: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const queries = { run: () => asked } as unknown as Queries;
  const connection: Connection = {
    queries,
    close: async () => {
      log.push(`${name} closed`);
    },
  };
  return { connection, answer };
}

describe("a database whose connection is replaced", () => {
  it("keeps the old connection until what runs on it has ended", async () => {
    const log: string[] = [];
    const [old, next] = [connectionOf("old", log), connectionOf("next", log)];
    const gate = openGate(old.connection, "wait");
    gate.set("ready");
    const running = gate.queries.run("any").then(() => log.push("ended"));
    await new Promise(setImmediate);
    await gate.replace(next.connection);
    expect(log).toEqual([]);
    old.answer();
    await running;
    await new Promise(setImmediate);
    expect(log.sort()).toEqual(["ended", "old closed"]);
  });

  it("closes an idle old connection at once, and at the end whatever is left", async () => {
    const log: string[] = [];
    const [old, busy, last] = ["old", "busy", "last"].map((name) => connectionOf(name, log));
    const gate = openGate(old?.connection as Connection, "wait");
    gate.set("ready");
    await gate.replace(busy?.connection as Connection);
    expect(log).toEqual(["old closed"]);
    void gate.queries.run("any");
    await new Promise(setImmediate);
    await gate.replace(last?.connection as Connection);
    await gate.close();
    expect(log).toEqual(["old closed", "busy closed", "last closed"]);
  });
});
