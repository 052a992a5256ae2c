import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../contract/clean-text.ts";
import { csvFor, writeCsv } from "../../contract/csv.ts";
import type { TransferRow } from "../../contract/exploring.ts";
import { transfersTable } from "../../server/evidence/tables/transfers-table.ts";
import { transfersCsv } from "../../web/pages/explore/money/csv.ts";
import { caseFacts } from "../support/case-facts.ts";
import { HOSTILE_TEXTS, hostileFacts } from "../support/hostile-facts.ts";
import { readText } from "../support/read-text.ts";

const LANGUAGES = ["ru", "kk", "en"] as const;

/**
 * A purpose as banks and attackers write it. None begins with an apostrophe: loading takes that for
 * a spreadsheet's own mark of a text, so the data hold none.
 */
const purpose = fc
  .tuple(
    fc.constantFrom("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "лот", "-5"),
    fc.constantFrom("", " ", ";", ",", "; =1+1", ", @x", '"', '""', ";'=1", "\n=1", " ; "),
    fc.constantFrom("конец", "=1", "5", "+7701 1234567", "Қ", "'"),
  )
  .map((parts) => parts.join(""));

const row = (text: string, at: number): TransferRow =>
  ({
    id: `t${at}`,
    bookedAt: Date.parse("2026-03-02T05:00:00Z") + at * 1000,
    zone: "+05:00",
    amount: String(150_050 + at),
    currency: "KZT",
    from: "KZ02551B028356727334",
    fromName: "=Иванов",
    to: "KZ02601A010605587576",
    toName: null,
    channel: "transfer",
    purpose: text,
    sourceId: "a".repeat(64),
    sourceName: "bank.csv",
    row: at,
  }) as TransferRow;

/** Spaces and line ends as loading keeps them. */
const plain = (text: string | null | undefined) =>
  cleanText(text ?? "")
    .replace(/\s+/g, " ")
    .trim();

describe("a table of transfers that this program wrote for a person", () => {
  it("is loaded as it was written: texts, amounts, times", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LANGUAGES),
        fc.array(purpose, { minLength: 1, maxLength: 8 }),
        async (language, purposes) => {
          const rows = purposes.map(row);
          const { transfers, refused } = await readText(transfersCsv(rows, language));
          expect(refused).toEqual([]);
          expect(transfers.map((one) => plain(one.purpose))).toEqual(purposes.map(plain));
          expect(transfers.map((one) => String(one.amount))).toEqual(rows.map((one) => one.amount));
          expect(transfers.map((one) => one.bookedAt)).toEqual(rows.map((one) => one.bookedAt));
          expect(new Set(transfers.map((one) => one.from.name))).toEqual(new Set(["=Иванов"]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(HOSTILE_TEXTS)("comes back out of a package, whatever a bank wrote: %j", async (text) => {
    const facts = hostileFacts(
      caseFacts([{ from: "v1", to: "d1:a", amount: 500_000n, stolen: "R1" }]),
      text,
    );
    for (const language of LANGUAGES) {
      const table = writeCsv(transfersTable(facts), csvFor(language));
      const { transfers, refused } = await readText(table);
      expect(refused).toEqual([]);
      expect(transfers.map(({ amount }) => amount)).toEqual(
        facts.transfers.map(({ amount }) => amount),
      );
      expect(transfers.map((one) => plain(one.purpose))).toEqual(
        facts.transfers.map((one) => plain(one.purpose)),
      );
    }
  });
});
