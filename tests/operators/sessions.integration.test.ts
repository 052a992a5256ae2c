import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { load } from "../../server/loading/load.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { operatorsOf, sessionsOf } from "../../server/operators/operators.store.ts";
import { addressCard, deviceCard } from "../../server/operators/shared.store.ts";
import { graphDump } from "../support/graph-dump.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";
const C = "KZ02601A014785597227";
const IIN = "660817419154";
const HOME = "198.51.100.7";

const HEADER = "account,iin,at,event,device_id,model,ip,phone,place";
const session = (account: string, day: number, rest: string, iin = "") =>
  `${account},${iin},2026-03-${String(day).padStart(2, "0")}T10:00:00+05:00,${rest}`;
const login = (account: string, day: number, device: string, ip = HOME) =>
  session(account, day, `login,${device},Model ${device},${ip},,`);
const at = (day: number) => Date.parse(`2026-03-${String(day).padStart(2, "0")}T10:00:00+05:00`);

describe("session logs in the database", () => {
  let database: Database;
  let folder: string;
  const put = async (name: string, ...rows: string[]) => {
    const path = join(folder, name);
    await writeFile(path, `${[HEADER, ...rows].join("\n")}\n`);
    return load(database, [path], { loadedBy: "test" });
  };
  const counted = async () => {
    const [row] = await database.queries.read(
      "support/count-sessions-for-tests",
      {},
      z.object({ sessions: z.bigint(), devices: z.bigint(), operated: z.bigint() }),
    );
    return [row?.sessions, row?.devices, row?.operated].map(Number);
  };
  const ofA = [
    ...[1, 3, 5].map((day) => login(A, day, "old")),
    session(A, 8, "device-registered,new,Model new,203.0.113.1,,"),
    ...[9, 11, 14].map((day) => login(A, day, "new", "203.0.113.1")),
    session(A, 9, 'cash-withdrawal,,,,,"пр. Абая, 5"'),
  ];

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-sessions-"));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are loaded once: read = loaded + duplicates + rejected, the same file adds nothing", async () => {
    const rows = [...ofA, ofA[0] as string, session(A, 20, "login,x,,not an address,,")];
    const first = await put("sessions.csv", ...rows);
    expect(first).toMatchObject({ read: 10, loaded: 8, duplicates: 1, rejected: 1 });
    expect(first.files[0]).toMatchObject({ kind: "sessions", format: "canonical-csv" });
    expect(await put("again.csv", ...rows)).toMatchObject({
      read: 10,
      loaded: 0,
      duplicates: 9,
      rejected: 1,
    });
    expect(await counted()).toEqual([8, 2, 2]);
  });

  it("say who operated the account: devices, the takeover, the address, the cash machine", async () => {
    await put("sessions.csv", ...ofA, login(B, 10, "new", "203.0.113.1"), login(C, 2, "third"));
    const found = await operatorsOf(database.queries, A);
    expect(found).toMatchObject({ total: 8, first: at(1), last: at(14), leftOut: 0 });
    expect(found.devices).toMatchObject([
      { id: "old", model: "Model old", first: at(1), last: at(5), count: 3, otherAccounts: 0 },
      { id: "new", first: at(8), last: at(14), count: 4, otherAccounts: 1, ofOthers: 1 },
    ]);
    expect(found.takeovers).toEqual([
      {
        at: at(8),
        device: "new",
        model: "Model new",
        before: "old",
        beforeModel: "Model old",
        count: 4,
      },
    ]);
    expect(found.addresses).toMatchObject([
      { ip: "203.0.113.1", count: 4, shared: null, otherAccounts: 1, more: false },
      { ip: HOME, count: 3, shared: null, otherAccounts: 1 },
    ]);
    expect(found.marks).toMatchObject([
      { event: "device-registered", device: "new", sourceName: "sessions.csv", row: 4 },
      { event: "cash-withdrawal", place: "пр. Абая, 5" },
    ]);
    const page = await sessionsOf(database.queries, A, { offset: 1, limit: 2 });
    expect(page.total).toBe(8);
    expect(page.sessions.map((row) => row.at)).toEqual([at(3), at(5)]);
    const device = await deviceCard(database.queries, "new", undefined);
    expect(device).toMatchObject({ model: "Model new", total: 2, first: at(8), last: at(14) });
    expect(device.accounts).toMatchObject([
      { account: A, count: 4, first: at(8), last: at(14) },
      { account: B, count: 1, first: at(10) },
    ]);
    const address = await addressCard(database.queries, HOME, undefined);
    expect(address).toMatchObject({ shared: null, groups: 2, more: false });
    expect(address.accounts.map(({ account }) => account)).toEqual([A, C]);
  });

  it("know an address that many unrelated people used, and one by its block", async () => {
    const number = (n: number) => `KZ0272200000000000${String(n).padStart(2, "0")}`;
    const rows = Array.from({ length: 12 }, (_, n) => login(number(n), 2, `d${n}`));
    const handled = Array.from({ length: 12 }, (_, n) => login(number(n), 3, "one", "192.0.2.1"));
    await put("many.csv", ...rows, ...handled, login(number(0), 4, "d0", "100.64.0.9"));
    const { addresses } = await operatorsOf(database.queries, number(0));
    expect(Object.fromEntries(addresses.map(({ ip, shared }) => [ip, shared]))).toEqual({
      [HOME]: "many",
      "192.0.2.1": null,
      "100.64.0.9": "carrier",
    });
  });

  it("may name only the person: his accounts show them", async () => {
    await writeFile(
      join(folder, "accounts.csv"),
      `account,bank,holder_iin,holder_name,opened_at\n${A},551,${IIN},Есимов Ерлан,2024-02-01\n`,
    );
    await load(database, [join(folder, "accounts.csv")], { loadedBy: "test" });
    await put("person.csv", session("", 4, "login,his,,,,", IIN), login(A, 5, "old"));
    const { sessions } = await sessionsOf(database.queries, A, { offset: 0, limit: 10 });
    expect(sessions.map(({ device, byHolder }) => [device, byHolder])).toEqual([
      ["his", true],
      ["old", false],
    ]);
    const device = await deviceCard(database.queries, "his", undefined);
    expect(device.accounts.map(({ account, holderName }) => [account, holderName])).toEqual([
      [A, "Есимов Ерлан"],
    ]);
  });

  it("go with their source; what another one states too stays", async () => {
    const empty = await graphDump(database);
    await put("one.csv", ...ofA);
    const alone = await counted();
    const second = await put("two.csv", ofA[0] as string, login(B, 10, "new"));
    expect(second).toMatchObject({ read: 2, loaded: 1, duplicates: 1 });
    await withdraw(database, "one.csv", { withdrawnBy: "test", at: 5 });
    const left = await sessionsOf(database.queries, A, { offset: 0, limit: 10 });
    expect(left.sessions).toMatchObject([{ at: at(1), sourceName: "two.csv", row: 1 }]);
    expect(await counted()).toEqual([2, 2, 2]);
    await put("one.csv", ...ofA);
    await withdraw(database, "two.csv", { withdrawnBy: "test", at: 6 });
    expect(await counted()).toEqual(alone);
    await withdraw(database, "one.csv", { withdrawnBy: "test", at: 7 });
    expect(await counted()).toEqual([0, 0, 0]);
    expect((await graphDump(database)).filter((line) => !/source/i.test(line))).toEqual(empty);
  });

  it("answer not-found for an account, device or address nobody knows", async () => {
    await expect(operatorsOf(database.queries, "KZ00")).rejects.toMatchObject({ status: 404 });
    await expect(deviceCard(database.queries, "x", undefined)).rejects.toMatchObject({
      status: 404,
    });
    await expect(addressCard(database.queries, HOME, undefined)).rejects.toMatchObject({
      status: 404,
    });
  });
});
