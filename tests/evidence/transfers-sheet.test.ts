import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { transfersSheet } from "../../server/evidence/tables/transfers-sheet.ts";
import { writeWorkbook } from "../../server/evidence/tables/workbook.ts";
import { caseFacts } from "../support/case-facts.ts";

const facts = caseFacts([
  { from: "v1", to: "d1:a", amount: 1_250_000_50n, stolen: "R1" },
  { from: "v1", to: "d1:a", amount: 250_000_00n, stolen: "R1" },
  { from: "v1", to: "d2:a", amount: 1_000_00n, stolen: "R1", currency: "USD" },
]);

async function bookOf(language: "ru" | "kk" | "en") {
  const { table, sheet } = transfersSheet(facts, language);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(table, sheet)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const book = await readXlsx(bytes, { readStyles: true });
  return { bytes, sheet: book.sheets[0] };
}

it("the workbook writes amounts as money and ends with the sum of each currency", async () => {
  const { bytes, sheet } = await bookOf("ru");
  expect(sheet?.rows.slice(-2).map((row) => [row[0], row[2], row[3]])).toEqual([
    ["Итого", 1_500_000.5, "KZT"],
    ["Итого", 1_000, "USD"],
  ]);
  const PizZip = (await import("pizzip")).default;
  const styles = new PizZip(bytes).file("xl/styles.xml")?.asText() ?? "";
  expect(styles).toContain("#,##0.00");
});

it("no word of another language stands in it: banks, kinds of operation", async () => {
  const first = async (language: "ru" | "kk") => (await bookOf(language)).sheet?.rows[1] ?? [];
  expect((await first("ru")).slice(7, 8)).toEqual(["АО «Народный Банк Казахстана»"]);
  expect((await first("ru"))[12]).toBe("перевод");
  expect((await first("kk"))[12]).toBe("аударым");
  expect((await first("kk"))[7]).toBe("«Қазақстан Халық Банкі» АҚ");
});
