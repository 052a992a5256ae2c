import { connect as connectTo, createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { connect } from "../../server/neo4j/connection.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { openFolder, password, readServer } from "../../server/neo4j/folder.ts";
import { addressOf } from "../../server/neo4j/server.ts";
import { testDatabase, testDataDir } from "../support/neo4j.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Stands between driver and server and keeps what the driver says. */
async function listenBetween(port: number) {
  const said: Buffer[] = [];
  const between = createServer((client) => {
    const server = connectTo(port, "127.0.0.1");
    client.on("data", (bytes) => said.push(bytes));
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy());
    server.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const address = between.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    /** What was said since the last call. */
    take: () => Buffer.concat(said.splice(0)).toString("latin1"),
    close: () => between.close(),
  };
}

it("a read asks for the state after the writes before it, of whatever session", async () => {
  const folder = await openFolder(testDataDir(), () => {});
  const record = await readServer(folder);
  if (record === undefined) throw new Error("The shared server is not noted in its folder");
  const between = await listenBetween(record.port);
  const { queries, close } = connect(
    addressOf({ ...record, port: between.port }, await password(folder)),
  );
  const names = z.object({ name: z.string() });
  try {
    await queries.read("support/applied-migrations", {}, names);
    expect(between.take()).not.toMatch(/bookmarks.{0,8}[A-Za-z0-9+/=:]{20}/s);
    await queries.run("support/change-amount-for-tests", { id: "none" });
    between.take();
    await queries.read("support/applied-migrations", {}, names);
    expect(between.take()).toMatch(/bookmarks.{0,8}[A-Za-z0-9+/=:]{20}/s);
    for await (const _ of queries.stream("support/applied-migrations")) break;
    expect(between.take()).toMatch(/bookmarks.{0,8}[A-Za-z0-9+/=:]{20}/s);
  } finally {
    await close();
    between.close();
  }
});
