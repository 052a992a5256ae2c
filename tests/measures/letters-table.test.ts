import { readXlsx } from "hucre";
import PizZip from "pizzip";
import { expect, it } from "vitest";
import {
  headed,
  lettersCsv,
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
  const letters = [{ ...m }, { ...m, id: "M2", claim: "C1-1", by: "command line" }].map((one) => ({
    ...measureOf(measureRow.parse({ m: one, ...rest })),
    ...{ defendants: ["Литвинова Анна", "Юсупов Тимур"], made: "2026-11-28", court: null },
  }));
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
  expect([cell("Составлено"), cell("Ответчик")]).toEqual([
    "28.11.2026",
    "Литвинова Анна; Юсупов Тимур",
  ]);
  const filter = { stand: "open", bank: "722", from: "2026-11-01" } as const;
  const made = { filter, office: "Прокуратура Абайского района", day: "2026-11-30", letters: 2 };
  const head = [
    ["Исходящие письма"],
    ["Орган", "Прокуратура Абайского района"],
    ["Отбор", "Состояние: ответа ещё нет; Банк: Kaspi Bank; С: 1 нояб. 2026"],
    ["Писем", "2"],
    ["Таблица составлена", "30 нояб. 2026"],
    [],
  ];
  const plain = (one: unknown) => String(one ?? "").replace(/\s/g, " ");
  const book = await readXlsx(await lettersWorkbook(table, made, "ru"));
  const sheet = book.sheets[0]?.rows ?? [];
  expect(sheet.slice(0, 6).map((row) => row.map(plain).filter((one) => one !== ""))).toEqual(head);
  expect(sheet[7]?.[columns.indexOf("Ответить до")]).toEqual(new Date("2026-12-07T00:00:00Z"));
  expect(sheet[7]?.[columns.indexOf("Сумма")]).toBe(100);
  // A name with a space is quoted: bare it breaks the file.
  const zip = new PizZip(await lettersWorkbook(table, made, "ru"));
  const part = (path: string) => zip.file(path)?.asText() ?? "";
  const titles = "'Исходящие письма'!$A:$A,'Исходящие письма'!$7:$7";
  expect(part("xl/workbook.xml").replaceAll("&apos;", "'")).toContain(`>${titles}<`);
  // The row is as high as its longest text, which stays within its column.
  expect(part("xl/styles.xml")).toContain('wrapText="true"');
  expect(part("xl/worksheets/sheet1.xml")).toMatch(/<row r="8"[^>]* ht="30"/);
  const lines = lettersCsv(table, made, "ru").split("\r\n").map(plain);
  expect(lines[0]).toBe("\ufeffИсходящие письма".replace(/\s/g, " "));
  expect(lines[1]).toBe("Орган;Прокуратура Абайского района");
  expect(lines[6]).toContain("Исходящий номер;Отправлено;Составлено");
});
