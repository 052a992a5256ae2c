import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fitsHidden, hidesDigits } from "../../server/identity/hidden-digits.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import { endsOf, isMasked } from "../../server/loading/record/account-key.ts";
import { writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "masks-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The accounts of each row: payer and payee. */
async function endsIn(content: string) {
  const file = await writeInput(folder, "a.csv", content);
  const ends = [];
  for await (const items of readItems(file, {}))
    for (const item of items) if (item.kind === "transfer") ends.push(endsOf(item));
  return ends;
}

const HEADING = "Дата;Счет отправителя;Отправитель;Счет получателя;Получатель;Сумма;Валюта\n";
const FULL = "KZ86125KZT5004100100";

describe("an account number with hidden digits", () => {
  it("joins no two people: the person goes with it", async () => {
    const rows = [
      `04.03.2026;${FULL};Анна;KZ**7777;Петрова Мария;100,00;KZT`,
      `05.03.2026;KZ**7777;Ким Виктор;${FULL};Анна;90,00;KZT`,
      `06.03.2026;KZ**7777;ПЕТРОВА МАРИЯ;${FULL};Анна;80,00;KZT`,
    ];
    const [to, from, again] = await endsIn(`${HEADING}${rows.join("\n")}\n`);
    expect(to?.to).not.toBe(from?.from);
    expect(again?.from).toBe(to?.to);
    for (const key of [to?.to, from?.from]) expect(isMasked(key ?? "")).toBe(true);
    expect(to?.from).toBe(FULL);
  });

  it("of nobody who is named joins no two counterparties", async () => {
    const rows = [
      `04.03.2026;${FULL};Анна;440043******1234;;100,00;KZT`,
      `05.03.2026;KZ36601A871001726091;Борис;440043******1234;;90,00;KZT`,
    ];
    const [one, other] = await endsIn(`${HEADING}${rows.join("\n")}\n`);
    expect(one?.to).not.toBe(other?.to);
  });

  it("is the account itself where it is the statement's own", async () => {
    const statement =
      "Дата;Счет клиента;Контрагент;ИИН контрагента;Дебет;Кредит\n" +
      "04.03.2026;440043******1234;Анна;;100,00;\n05.03.2026;440043******1234;Борис;;;90,00\n";
    const ends = await endsIn(statement);
    expect(ends.map(({ from, to }, index) => (index === 0 ? from : to))).toEqual([
      "440043******1234",
      "440043******1234",
    ]);
  });

  it("fits a full number by the digits it shows, whatever stands for the others", () => {
    for (const hidden of ["KZ86****4100100", "KZ86•••100", "KZ86XXXX0100"]) {
      expect(hidesDigits(hidden)).toBe(true);
      expect(fitsHidden(hidden, FULL)).toBe(true);
      expect(fitsHidden(hidden, "KZ36601A871001726091")).toBe(false);
    }
    expect(hidesDigits(FULL)).toBe(false);
  });
});
