import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sensesOf } from "../../server/loading/columns/headings.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import { writeInput } from "../support/reading.ts";

describe("a heading of an amount that says which way it went", () => {
  it.each([
    ["Сумма в валюте ее проведения по кредиту", "amount_in"],
    ["Сумма операции (дебет)", "amount_out"],
    ["сумма (вход.)", "amount_in"],
    ["сумма (исход.)", "amount_out"],
    ["Айналым / Обороты Несие / Кредит", "amount_in"],
    ["Дебет (валюта)", "amount_out"],
    ["Amount Paid", "amount_out"],
    ["Amount Received", "amount_in"],
    ["Сумма исходящего перевода", "amount_out"],
  ])("%s is %s and no other amount", (heading, meaning) => {
    const senses = sensesOf(heading);
    expect(senses[0]?.meaning).toBe(meaning);
    expect(senses.map((sense) => sense.meaning)).not.toContain("amount");
  });

  it.each(["Входящий остаток", "Счет по дебету", "Дебет/кредит", "Получатель по кредиту"])(
    "%s is no such amount",
    (heading) => {
      const [best] = sensesOf(heading);
      expect(["amount_in", "amount_out"]).not.toContain(best?.meaning);
    },
  );
});

describe("a row whose amount stands in a column nobody understood", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-amounts-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is refused with that column's name, not with the word that no money moved", async () => {
    const text = [
      "Дата;Счет отправителя;Счет получателя;Сумма;Брутто;Валюта",
      "01.02.2024;KZ84722C000012345678;KZ63601A201000111222;100,50;0,00;KZT",
      "02.02.2024;KZ84722C000012345678;KZ63601A201000111222;0,00;200,75;KZT",
      "03.02.2024;KZ84722C000012345678;KZ63601A201000111222;;300,25;KZT",
      "04.02.2024;KZ84722C000012345678;KZ63601A201000111222;0,00;0,00;KZT",
    ].join("\n");
    const codes: string[] = [];
    for await (const items of readItems(await writeInput(folder, "gross.csv", text), {}))
      for (const item of items)
        if (item.kind === "refused") codes.push(`${item.code} ${item.reason.includes("Брутто")}`);
    expect(codes).toEqual(["amount-elsewhere true", "amount-elsewhere true", "amount-zero false"]);
  });
});
