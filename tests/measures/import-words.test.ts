import { describe, expect, it } from "vitest";
import type { MeasureFields } from "../../contract/measures.ts";
import { measureFieldName } from "../../contract/texts/measure-fields.ts";
import type { RawRow } from "../../server/loading/record/input-file.ts";
import {
  notUnderstood,
  understandMeasures,
} from "../../server/measures/importing/measure-columns.ts";
import { MEASURE_MEANINGS } from "../../server/measures/importing/measure-headings.ts";
import { measureReader, type ReadRow } from "../../server/measures/importing/measure-row.ts";
import { articleIn, kindIn } from "../../server/measures/importing/measure-words.ts";

const NO_DEFAULTS = { kind: undefined, district: undefined };

function rowsOf(table: readonly (readonly string[])[]): RawRow[] {
  return table.map((cells, at) => ({
    position: { row: at + 1 },
    raw: cells.join(";"),
    cells: [...cells],
  })) as RawRow[];
}

/** The rows under the heading, each read or refused. */
function readTable(table: readonly (readonly string[])[]): ReadRow[] {
  const rows = rowsOf(table);
  const found = understandMeasures(rows, null);
  if (found === null) throw new Error("The table is not understood");
  const data = rows.slice(found.firstRow);
  return data.map(measureReader(found, data, NO_DEFAULTS, "2026-11-30"));
}

const fieldsIn = (row: ReadRow | undefined): MeasureFields | null =>
  row !== undefined && "fields" in row ? row.fields : null;
const faultIn = (row: ReadRow | undefined) =>
  row !== undefined && "fault" in row ? row.fault : null;

describe("the words of an office's table", () => {
  it.each([
    ["Заблокировано", "block"],
    ["возврат заблокированных средств", "return"],
    ["Возвращены заблокированные деньги", "return"],
    ["Бұғатталған қаражатты қайтару", "return"],
    ["Уведомление о возврате заблокированных денег", "notice"],
    ["Арест заблокированных денег", "arrest"],
    ["Приостановлен кредит", "loan-suspended"],
    ["Запрос о блокировании", "block-asked"],
    ["Сайт заблокирован", "site"],
    ["Заблокирован сайт", "site"],
    ["Заблокированы посты", "site"],
    ["Сайтты бұғаттау", "site"],
    ["Брошюры", "prevention"],
    ["СМС рассылка", "prevention"],
    ["СМС-уведомления граждан", "prevention"],
    ["Билборды", "prevention"],
    ["Встречи", "prevention"],
    ["Посты", "prevention"],
    ["Сообщения", "prevention"],
    ["Обзвон", "prevention"],
    ["Сообщение об инциденте", "incident"],
    ["Сообщение банку", null],
    ["Постановление о поступлении", null],
    ["Факт дропперства, ст. 232-1, приговор", "fact"],
    ["Отказ банка в платеже", "refusal"],
    ["Танцы", null],
  ] as const)("%s is %s", (text, kind) => {
    expect(kindIn(text)).toBe(kind);
  });

  it("name the article in the cell of the measure", () => {
    expect(articleIn("Факт дропперства, ст. 232-1, приговор")).toBe("232-1");
    expect(articleIn("факт по статье 232-1 ч. 4 УК")).toBe("232-1 ч. 4");
    expect(articleIn("ҚК 190-бап, үкім")).toBe("190");
    expect(articleIn("Факт 12.11.2026")).toBeNull();
  });

  it("give kind, form, article and stage without columns of their own", () => {
    const rows = readTable([
      ["Дата", "Что сделано", "Сумма", "Количество", "ФИО", "Ссылка"],
      ["05.11.2026", "Заблокировано", "1 200 000", "", "Петров И.", ""],
      ["08.11.2026", "СМС рассылка", "", "260000", "", ""],
      ["11.11.2026", "Сайт заблокирован", "", "", "", "https://scam.example/1"],
      ["12.11.2026", "Факт дропперства, ст. 232-1, приговор", "", "1", "Сидоров", ""],
      ["15.11.2026", "Танцы", "", "3", "", ""],
    ]);
    expect(rows.map(fieldsIn)).toMatchObject([
      { kind: "block", amount: "120000000" },
      { kind: "prevention", form: "messages", count: 260000 },
      { kind: "site", address: "https://scam.example/1" },
      { kind: "fact", article: "232-1", stage: "convicted" },
      null,
    ]);
    expect(faultIn(rows[4])).toMatchObject({ column: "Что сделано", value: "Танцы" });
  });

  it("say which headings are not understood, and call the field as the page does", () => {
    const table = [
      ["Дата", "Исполнение", "Сумма", "Ссылка"],
      ["05.11.2026", "Заблокировано", "100", ""],
    ];
    const found = understandMeasures(rowsOf(table), null);
    expect(notUnderstood(found?.columns ?? [])).toEqual(["Исполнение"]);
    expect(faultIn(readTable(table)[0])).toMatchObject({
      column: "kind",
      code: "measure-no-kind-column",
      params: { columns: '"Исполнение"' },
    });
    expect(measureFieldName("kind", "ru")).toBe("Вид");
    expect(measureFieldName("Исполнение", "ru")).toBeUndefined();
  });

  it.each([
    ["Ауданы", "district"],
    ["Қаласы", "district"],
    ["Мекенжай", "address"],
    ["Сілтемесі", "address"],
    ["Банкі", "bank"],
    ["Шоты", "account"],
    ["Валютасы", "currency"],
    ["Ескертуі", "note"],
    ["Файлы", "file"],
    ["Арызы нөмірі", "reports"],
    ["Сома", "amount"],
    ["Бабы", "article"],
    ["Жәбірленушілері", "persons"],
  ])("a Kazakh heading with the ending of belonging, and without it: %s", (heading, meaning) => {
    const table = [
      ["Шара күні", "Не істелді", heading],
      ["01.03.2026", "Бұғатталды", "x"],
    ];
    const columns = understandMeasures(rowsOf(table), null)?.columns ?? [];
    expect(columns.map((one) => one.meaning)).toEqual(["day", "kind", meaning]);
  });

  it("what the page calls a meaning in Kazakh is understood as a heading", () => {
    for (const meaning of MEASURE_MEANINGS) {
      const heading = measureFieldName(meaning, "kk") ?? meaning;
      const table = rowsOf([
        ["Шара күні", "Не істелді", heading],
        ["01.03.2026", "x", "x"],
      ]);
      const columns = understandMeasures(table, null)?.columns ?? [];
      expect([heading, columns.some((one) => one.meaning === meaning)]).toEqual([heading, true]);
    }
  });
});

it.each(["-5", "2,5", "many"])("a count of %s is refused as no whole number", (count) => {
  const [row] = readTable([
    ["Вид", "Дата", "Количество"],
    ["Брошюры", "01.11.2026", count],
  ]);
  expect(faultIn(row)).toMatchObject({ column: "Количество", value: count, code: "measure-count" });
});
