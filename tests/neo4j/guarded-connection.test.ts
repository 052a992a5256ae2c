import { describe, expect, it } from "vitest";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Connection } from "../../server/neo4j/connection.ts";
import { guardConnection } from "../../server/neo4j/guarded-connection.ts";

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
    const guarded = guardConnection(old.connection, "wait");
    guarded.set("ready");
    const running = guarded.queries.run("any").then(() => log.push("ended"));
    await new Promise(setImmediate);
    await guarded.replace(next.connection);
    expect(log).toEqual([]);
    old.answer();
    await running;
    await new Promise(setImmediate);
    expect(log.sort()).toEqual(["ended", "old closed"]);
  });

  it("closes an idle old connection at once, and at the end whatever is left", async () => {
    const log: string[] = [];
    const [old, busy, last] = ["old", "busy", "last"].map((name) => connectionOf(name, log));
    const guarded = guardConnection(old?.connection as Connection, "wait");
    guarded.set("ready");
    await guarded.replace(busy?.connection as Connection);
    expect(log).toEqual(["old closed"]);
    void guarded.queries.run("any");
    await new Promise(setImmediate);
    await guarded.replace(last?.connection as Connection);
    await guarded.close();
    expect(log).toEqual(["old closed", "busy closed", "last closed"]);
  });
});
