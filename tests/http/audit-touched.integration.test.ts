import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerAlarm, catchUpMirror, verifyAudit } from "../../server/audit/audit.ts";
import type { AuditEntry } from "../../server/audit/chain.ts";
import { checkpointsPath, makeCheckpoint } from "../../server/audit/checkpoints.ts";
import { mirrorPath } from "../../server/audit/mirror.ts";
import { readAnchors } from "../../server/evidence/anchors.ts";
import { keyPath, officeSigner } from "../../server/evidence/signing.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { emptyAuditLog } from "../support/audit-log.ts";

let database: Database;

const { write, log, tamper, problems } = emptyAuditLog((opened) => {
  database = opened;
});

describe("a mirror that was touched", () => {
  const mirror = () => readFileSync(mirrorPath(database.dataDir), "utf8");
  const kinds = async () => [
    ...new Set((await verifyAudit(database)).problems.map(({ kind }) => kind)),
  ];

  it.each([
    ["missing", () => rmSync(mirrorPath(database.dataDir)), ["not-in-mirror"]],
    ["cut", () => rewrite((lines) => lines.slice(0, 2)), ["not-in-mirror"]],
    ["without its middle", () => rewrite((lines) => lines.toSpliced(2, 2)), ["not-in-mirror"]],
    [
      "edited",
      () => rewrite((lines) => lines.map((line) => line.replace("K2", "K9"))),
      ["differs-from-mirror"],
    ],
    ["longer", () => rewrite((lines) => [...lines, longer(lines)]), ["only-in-mirror"]],
  ])("is an alarm, and the next start mends nothing: %s", async (_what, touch, expected) => {
    await write(4);
    touch();
    const before = (await verifyAudit(database)).problems;
    expect(await kinds()).toEqual(expected);
    await catchUpMirror(database);
    expect((await verifyAudit(database)).problems).toEqual(before);
    await write(1);
    expect(await kinds()).toEqual(expected);
  });

  it("is answered by a person: the old one is kept aside, who and why stands in the chain", async () => {
    await write(3);
    rewrite((lines) => lines.slice(0, 2));
    const { aside } = await answerAlarm(database, "boss", "The disk was full on Monday.");
    expect(readFileSync(aside ?? "", "utf8")).toContain('"seq":1');
    rmSync(aside ?? "");
    expect(await verifyAudit(database)).toMatchObject({ ok: true, problems: [], entries: 4 });
    expect((await log()).at(-1)).toMatchObject({ who: "boss", what: "audit-alarm-answered" });
  });

  it("answered once does not hide what is changed later", async () => {
    await write(4);
    await tamper(2, { who: "boris" });
    expect((await verifyAudit(database)).ok).toBe(false);
    const { aside } = await answerAlarm(database, "boss", "Known since the move.");
    rmSync(aside ?? "");
    expect(await verifyAudit(database)).toMatchObject({
      ok: true,
      answer: { who: "boss", reason: "Known since the move." },
    });
    await tamper(3, { who: "boris" });
    expect((await verifyAudit(database)).ok).toBe(false);
  });

  /** The entries' lines with their notes before them, one string an entry. */
  function rewrite(change: (entries: string[]) => string[]): void {
    const lines = mirror().trim().split("\n");
    const entries = lines.flatMap((line, at) =>
      at % 2 === 1 ? [`${lines[at - 1]}\n${line}`] : [],
    );
    writeFileSync(mirrorPath(database.dataDir), `${change(entries).join("\n")}\n`);
  }
  function longer(entries: string[]): string {
    return (entries.at(-1) ?? "").split("\n").at(-1)?.replace('"seq":4', '"seq":99') ?? "";
  }
});

describe("a checkpoint", () => {
  /** Rolls database and mirror back together to an earlier entry, and writes on. */
  const rollBack = async (seq: number) => {
    for (const entry of (await log()).filter((one) => one.seq > seq)) await tamper(entry.seq, null);
    const last = (await log()).at(-1) as AuditEntry;
    const head = { seq: BigInt(seq), hash: last.hash };
    await database.queries.run("support/set-audit-head-for-tests", head);
    const lines = readFileSync(mirrorPath(database.dataDir), "utf8").trim().split("\n");
    writeFileSync(mirrorPath(database.dataDir), `${lines.slice(0, 2 * seq).join("\n")}\n`);
  };

  it("shows a rollback of database and mirror together, also after others wrote on", async () => {
    await write(5);
    const signer = await officeSigner(database.dataDir);
    const kept = await makeCheckpoint(database, signer, Date.now());
    expect(await problems()).toEqual([]);
    await rollBack(3);
    expect(await problems()).toEqual(["5 missing-at-checkpoint"]);
    await write(2);
    expect(await problems()).toEqual(["5 differs-from-checkpoint"]);
    // The one beside the database is gone too: one kept elsewhere still shows it.
    const elsewhere = `${checkpointsPath(database.dataDir)}.copy`;
    writeFileSync(elsewhere, `${JSON.stringify(kept)}\n`);
    rmSync(checkpointsPath(database.dataDir));
    expect(await problems()).toEqual([]);
    const anchors = await readAnchors(elsewhere, database.dataDir);
    const found = await verifyAudit(database, anchors);
    expect(found.problems).toEqual([{ seq: 5, kind: "differs-from-checkpoint" }]);
    writeFileSync(elsewhere, `${JSON.stringify({ ...kept, seq: 3 })}\n`);
    await expect(readAnchors(elsewhere, database.dataDir)).rejects.toMatchObject({
      code: "anchor-changed",
    });
    rmSync(elsewhere);
    expect(keyPath(database.dataDir)).toContain("keys");
  });
});
