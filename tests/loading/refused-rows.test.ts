import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusedRows } from "../../server/loading/sources/refused-rows.ts";
import { readText } from "../support/read-text.ts";

const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";
const COLUMNS = [
  "transfer_id",
  "booked_at",
  "amount",
  "currency",
  "from_account",
  "to_account",
  "purpose",
];

describe("a file of refused rows", () => {
  it("runs nothing in a spreadsheet, and once mended loads each text as the bank wrote it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "refused-"));
    const path = join(folder, "refused.csv");
    const purposes = [
      "=HYPERLINK(1;2)",
      "+cmd|' /C calc'!A0",
      "@лот, 5",
      "-2+3",
      "обычный; платёж",
    ];
    const file = refusedRows(path, "bank.csv", COLUMNS);
    for (const [at, purpose] of purposes.entries()) {
      const cells = [`t${at}`, "2026-03-02T10:00:00+05:00", "zero", "KZT", A, B, purpose];
      await file.add({
        kind: "refused",
        position: { row: at + 2 },
        raw: cells.join(","),
        column: "amount",
        value: "=zero",
        code: "amount-not-a-number",
        reason: "It is no amount.",
        remedy: "Write it with a point.",
        cells,
      });
    }
    await file.close();
    const text = await readFile(path, "utf8");
    await rm(folder, { recursive: true });
    expect(
      text
        .slice(1)
        .split("\r\n")
        .flatMap((line) => line.split(";")),
    ).not.toContainEqual(expect.stringMatching(/^"?[=+@]/));
    const { transfers, refused } = await readText(text.replaceAll("zero", "12.50"));
    expect(refused).toEqual([]);
    expect(transfers.map((one) => one.purpose)).toEqual(purposes);
  });
});
