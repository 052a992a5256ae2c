import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFiles } from "../../server/loading/bulk/account-files.ts";
import { bulkSink } from "../../server/loading/bulk/bulk-sink.ts";
import { sessionFiles } from "../../server/loading/bulk/session-files.ts";
import { transferFiles } from "../../server/loading/bulk/transfer-files.ts";
import { hashCounter } from "../../server/loading/memory/hash64.ts";
import { seenFilter } from "../../server/loading/memory/seen-filter.ts";
import { pipeSource } from "../../server/loading/pipe/pipe.ts";
import type { NewRecord } from "../../server/loading/record/transfer-record.ts";
import { refusedRows } from "../../server/loading/sources/refused-rows.ts";

const HEADER = "transfer_id,booked_at,amount,currency,from_account,to_account,channel";
const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";

function row(id: string, amount: string, to = B): string {
  return `${id},2026-03-02T10:00:00+05:00,${amount},KZT,${A},${to},transfer`;
}

describe("the pipe into the files of an import", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-pipe-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Sources one after another into one import; what waits of each, and the file of transfers. */
  async function importFiles(sources: readonly (readonly string[])[]) {
    const into = await mkdtemp(join(folder, "import-"));
    const earlier = seenFilter(1_000);
    const accounts = accountFiles(into);
    const transfers = transferFiles(into);
    const sessions = sessionFiles(into);
    const files = { accounts, transfers, sessions, earlier, listed: hashCounter() };
    const outcomes: { counts: object; waiting: string[] }[] = [];
    for (const [index, rows] of sources.entries()) {
      const path = join(into, `source-${index}.csv`);
      await writeFile(path, `${[HEADER, ...rows].join("\n")}\n`);
      const seen = seenFilter(1_000);
      const id = String(index + 1).repeat(64);
      const piped = await pipeSource(
        { name: "source.csv", path, bytes: (await stat(path)).size },
        bulkSink(files, { id, sequence: index + 1, seen }),
        {
          id,
          refused: refusedRows(join(into, "refused.csv"), "source.csv", []),
          seen,
          onProgress: () => {},
        },
      );
      earlier.join(seen);
      const waiting: NewRecord[] = [];
      for (const spool of piped.waiting.spools)
        for await (const bucket of spool.buckets()) waiting.push(...bucket);
      await piped.waiting.close();
      outcomes.push({ counts: piped.counts, waiting: waiting.map(({ id }) => id) });
    }
    await accounts.finish();
    await accounts.close();
    const written = transfers.close().map(({ file }) => file.path);
    const lines = (await readFile(written[0] ?? "", "utf8")).trim().split("\n").slice(1);
    return { outcomes, written: lines.map((line) => line.split(",")[2]) };
  }

  it("writes what is first, and lets wait a repeated id and what an earlier source may hold", async () => {
    const { outcomes, written } = await importFiles([
      [row("t1", "100.00"), row("t2", "200.00"), row("t1", "100.00")],
      [row("u1", "100.00"), row("t2", "999.00"), row("u3", "300.00"), "u4,soon,1.00,KZT,,,"],
    ]);
    expect(written).toEqual(["t1", "t2", "u3"]);
    expect(outcomes[0]?.waiting).toEqual(["t1"]);
    expect(outcomes[1]?.waiting).toEqual(["u1", "t2"]);
    expect(outcomes[0]?.counts).toMatchObject({ read: 3, loaded: 2, rejected: 0 });
    expect(outcomes[1]?.counts).toMatchObject({ read: 4, loaded: 1, rejected: 1 });
  });

  it("goes on with the file of refused rows after it was closed", async () => {
    const path = join(folder, "refused-twice.csv");
    const refused = refusedRows(path, "march.csv", ["id"]);
    const item = (id: string) => ({
      kind: "refused" as const,
      position: { row: 2 },
      raw: id,
      column: "id",
      value: id,
      code: "wrong",
      reason: "It is wrong.",
      remedy: "Mend it.",
      cells: [id],
    });
    await refused.add(item("first"));
    expect(await refused.close()).toBe(path);
    await refused.add(item("second"));
    expect(await refused.close()).toBe(path);
    const lines = (await readFile(path, "utf8")).trim().split("\n");
    // The file is made for Excel: a mark of the encoding, semicolons (051-csv-for-people-and-programs.md).
    expect(lines.map((line) => line.replace("\uFEFF", "").split(";")[0])).toEqual([
      "id",
      "first",
      "second",
    ]);
  });
});
