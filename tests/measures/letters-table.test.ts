import { readXlsx } from "hucre";
import { expect, it } from "vitest";
import {
  headed,
  lettersTable,
  lettersWorkbook,
} from "../../server/measures/letters/letters-table.ts";
import { measureOf, measureRow } from "../../server/measures/measure-rows.ts";

it("letters as a file have days as days, banks as the letter names them, and people by name", async () => {
  const day = 20_787n;
  const { m, ...rest } = {
    m: {
      ...{ id: "M1", kind: "block-asked", day, due: day + 7n, amount: 10000n, currency: "KZT" },
      ...{ bank: "722", paper: "2-11", version: 0n, at: 1n, by: "saule", letter: "freeze-request" },
      languages: ["ru", "kk"],
    },
    ...{ returned: 0n, summaryDistrict: null },
  };
  const letters = [{ ...m }, { ...m, id: "M2", claim: "C1-1", by: "command line" }].map((one) =>
    measureOf(measureRow.parse({ m: one, ...rest })),
  );
  const table = lettersTable(letters, "ru", "2026-11-30", new Map([["saule", "Ахметова Сәуле"]]));
  const { columns, rows } = headed(table, "ru");
  const cell = (name: string, row = 0) => rows[row]?.[columns.indexOf(name)];
  expect([cell("Отправлено"), cell("Ответить до")]).toEqual(["30.11.2026", "07.12.2026"]);
  // As the papers are called: of a crime report, and of a claim.
  expect([cell("Письмо"), cell("Письмо", 1)]).toEqual([
    "Запрос о блокировании денег",
    "Обращение о приостановлении операций",
  ]);
  expect([cell("Кому"), cell("Язык")]).toEqual(["АО «Kaspi Bank»", "рус., каз."]);
  expect([cell("Кто составил"), cell("Кто составил", 1)]).toEqual([
    "Ахметова Сәуле",
    "командная строка",
  ]);
  const book = await readXlsx(await lettersWorkbook(table, "ru"));
  const sheet = book.sheets[0]?.rows ?? [];
  expect(sheet[1]?.[columns.indexOf("Ответить до")]).toEqual(new Date("2026-12-07T00:00:00Z"));
  expect(sheet[1]?.[columns.indexOf("Сумма")]).toBe(100);
});
