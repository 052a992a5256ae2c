import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { entriesAfter } from "../../server/audit/audit.store.ts";
import { verifyAudit } from "../../server/audit/audit.ts";
import { openDatabase } from "../../server/neo4j/open.ts";
import { listPeople } from "../../server/users/users.store.ts";
import { PASSWORD, signedIn } from "../support/http.ts";
import { type Served, startServed } from "../support/served.ts";

const dataDir = mkdtempSync(join(tmpdir(), "audit-kill-"));
let served: Served | undefined;

afterAll(async () => {
  await served?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it("a server killed among changes leaves none without its entry, and no entry without its change", async () => {
  let password = "";
  for (let kill = 1; kill <= 2; kill += 1) {
    served = await startServed(["serve", "--data", dataDir, "--port", "0"]);
    if (served.login !== null) {
      const first = await signedIn(served.address, "admin", served.login.password);
      const next = { current: served.login.password, next: PASSWORD };
      await first.ask("POST", "/api/session/password", next);
      password = PASSWORD;
    }
    const admin = await signedIn(served.address, "admin", password);
    let made = 0;
    const asked = Array.from({ length: 30 }, async (_, at) => {
      const person = { login: `p${kill}-${at}`, name: "P", role: "data" };
      await admin.ask("POST", "/api/users", person).catch(() => {});
      made += 1;
    });
    while (made < 5) await pause(5);
    await served.stop("SIGKILL");
    await Promise.all(asked);
  }
  served = await startServed(["serve", "--data", dataDir, "--port", "0"]);
  expect(served.told()).not.toContain("ALARM");
  const database = await openDatabase({ dataDir, environment: {} });
  try {
    const people = (await listPeople(database.queries)).map(({ login }) => login);
    const named: string[] = [];
    for await (const { what, details } of entriesAfter(database.queries, 0))
      if (what === "createUser") named.push(JSON.parse(details).login);
    expect(people.length).toBeGreaterThan(5);
    expect([...named].sort()).toEqual(people.filter((login) => login !== "admin").sort());
    expect(await verifyAudit(database)).toMatchObject({ ok: true, problems: [] });
  } finally {
    await database.close();
  }
}, 180_000);
