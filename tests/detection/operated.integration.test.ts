import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadColumns } from "../../server/columns/load.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { oneFinding } from "../../server/detection/store/detection.store.ts";
import { readKnown } from "../../server/detection/store/known-facts.store.ts";
import { load } from "../../server/loading/load.ts";
import { withdraw } from "../../server/loading/withdraw.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const [A, B, C, SECOND_OF_C, ALONE] = [
  "KZ02551B028356727334",
  "KZ02601A010605587576",
  "KZ02601A014785597227",
  "KZ02601A025689205140",
  "KZ02601A027574125242",
];
const PERSON_C = "061024600935";
const HOLDERS = [
  [A, "560802316418"],
  [B, "820226417259"],
  [C, PERSON_C],
  [SECOND_OF_C, PERSON_C],
  [ALONE, "810813302065"],
];

let database: Database;
let folder: string;
const put = (name: string, ...lines: string[]) => {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return load(database, [join(folder, name)], { loadedBy: "t" });
};
const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T10:00:00+05:00`;
const login = (account: string | undefined, day: number, device: string, iin = "") =>
  `${account},${iin},${at(day)},login,${device}`;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "dropper-graph-operated-"));
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe("devices of session logs", () => {
  it("are read for the accounts of shared devices, a person's for each account he holds", async () => {
    await put(
      "accounts.csv",
      "account,bank,holder_iin",
      ...HOLDERS.map(([account, iin]) => `${account},601,${iin}`),
    );
    await put(
      "transfers.csv",
      "transfer_id,booked_at,amount,currency,from_account,to_account,channel",
      ...HOLDERS.map(([account], row) => {
        const next = HOLDERS[(row + 1) % HOLDERS.length]?.[0];
        return `${row},${at(row + 1)},100.00,KZT,${account},${next},transfer`;
      }),
    );
    const known = async () => {
      const columns = await loadColumns(database);
      const { devices } = await readKnown(database.queries, columns);
      return devices.map(({ account, device, first, last, count }) =>
        [columns.accounts.numbers[account], device, first, last, count].join(" "),
      );
    };
    expect(await known()).toEqual([]);
    const header = "account,iin,at,event,device_id";
    await put(
      "sessions.csv",
      header,
      ...[login(A, 1, "mine"), login(A, 4, "hand"), login(A, 6, "hand")],
      ...[login(B, 5, "hand"), login("", 5, "hand", PERSON_C), login("", 2, "own", PERSON_C)],
      login(ALONE, 3, "alone"),
    );
    await put("more.csv", header, login(A, 9, "hand"));
    const line = (account = "", device = "", first = 0, last = first, count = 1) =>
      [account, device, Date.parse(at(first)), Date.parse(at(last)), count].join(" ");
    expect(await known()).toEqual(
      [
        line(A, "hand", 4, 9, 3),
        line(A, "mine", 1),
        line(B, "hand", 5),
        ...[C, SECOND_OF_C].flatMap((account) => [
          line(account, "hand", 5),
          line(account, "own", 2),
        ]),
      ].sort(),
    );
    await withdraw(database, "sessions.csv", { withdrawnBy: "t", at: 1 });
    expect(await known()).toEqual([]);
  });

  it("name droppers of the small town and nobody else, with a reason that is stored", async () => {
    await load(database, ["fixtures/small"], { loadedBy: "t" });
    const { result } = await startDetection(database, { since: null, until: null, startedBy: "t" });
    const found = result.ranking.filter(({ families }) =>
      families.some(([family]) => family === "operators"),
    );
    const droppers = new Set(
      readFileSync("fixtures/small/labels.csv", "utf8")
        .split("\n")
        .flatMap((line) => (line.endsWith(",1") ? [line.slice(0, -2)] : [])),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ account }) => !droppers.has(account))).toEqual([]);
    const finding = await oneFinding(database.queries, found[0]?.account ?? "", undefined);
    const reason = finding?.reasons.find(({ family }) => family === "operators");
    expect(reason).toMatchObject({ code: "operated-together", transferIds: [], transferCount: 0 });
  }, 120_000);
});
