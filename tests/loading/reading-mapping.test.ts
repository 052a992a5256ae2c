import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sensesOf } from "../../server/loading/columns/headings.ts";
import {
  findMapping,
  mappingPath,
  readMappingFile,
  saveMapping,
} from "../../server/loading/columns/saved-mappings.ts";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";
const OTHER = "KZ516010007055433021";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mappings-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("what a heading says", () => {
  const best = (heading: string) => {
    const sense = sensesOf(heading)[0];
    return sense && (sense.meaning ?? `${sense.role}.${sense.field}`);
  };

  it.each([
    ["Дата и время операции", "booked_at"],
    ["ОПЕРАЦИЯНЫҢ КҮНІ МЕН УАҚЫТЫ", "booked_at"],
    ["Дaтa oпepaции", "booked_at"],
    ["POSTING_DATE", "booked_at"],
    ["Сумма в валюте ее проведения", "amount"],
    ["Оны өткізу валютасындағы сома", "amount"],
    ["Тенгедегі сома", "amount_kzt"],
    ["Наименование/ФИО плательщика", "from.name"],
    ["Төлеушінің атауы / Т.А.Ә.", "from.name"],
    ["Алушының ЖСН/-і БСН-і", "to.iin"],
    ["№ счета получателя", "to.account"],
    ["HOMEP CЧETA плательщика", "from.account"],
    ["Резиденство получателя", "to.residence"],
    ["Төлеушінің резидентттігі", "from.residence"],
    ["Төлем мақсаты ның коды", "purpose_code"],
    ["Код назначение платежа", "purpose_code"],
    ["Назначение платижа", "purpose"],
    ["Счет корреспондента", "other.account"],
    ["Beneficiary bank", "to.bank"],
    ["Плательщик", "from.null"],
    ["ИИН", "null.iin"],
  ])("%s", (heading, meaning) => {
    expect(best(heading)).toBe(meaning);
  });

  it.each(["", "—", "Погода", "Дата рождения", "12345"])("is nothing sure: %s", (heading) => {
    expect(sensesOf(heading)[0]?.quality ?? 0).toBeLessThan(0.45);
  });
});

describe("columns without a party of their own", () => {
  it("belong to the party to their left", async () => {
    const { transfers } = await readText(
      csv([
        ["Дата", "Сумма", "Отправитель", "ИИН", "Счет", "Получатель", "ИИН", "Счет"],
        [
          "02.03.2026",
          "10,00",
          "Есимов Ерлан",
          "660817419154",
          OWN,
          "ТОО Рассвет",
          "030340088415",
          OTHER,
        ],
      ]),
    );
    expect(transfers).toMatchObject([
      { from: { account: OWN, iin: "660817419154" }, to: { account: OTHER, iin: "030340088415" } },
    ]);
  });

  it("settle a bare party by their values", async () => {
    const { columns } = await recogniseText(
      csv([
        ["Дата", "Сумма", "Отправитель", "Получатель"],
        ["02.03.2026", "10,00", OWN, OTHER],
      ]),
    );
    expect(columns.map(({ meaning }) => meaning)).toEqual([
      "booked_at",
      "amount",
      "from_account",
      "to_account",
    ]);
  });
});

describe("a mapping a person made", () => {
  const header = ["Когда", "Сколько", "Кто", "Кому"];
  const text = csv([header, ["02.03.2026", "10,00", OWN, OTHER]]);
  const mapping = {
    name: "Банк / наш",
    columns: { Когда: "booked_at", Сколько: "amount", Кто: "from_account", Кому: "to_account" },
  };

  it("is needed where names and values do not tell, and then makes the file ready", async () => {
    expect(await recogniseText(text)).toMatchObject({ ready: false, mapping: null });
    expect(await recogniseText(text, { mapping })).toMatchObject({
      ready: true,
      mapping: "Банк / наш",
    });
    const { transfers } = await readText(text, { mapping });
    expect(transfers).toMatchObject([
      { from: { account: OWN }, to: { account: OTHER }, amount: 1000n },
    ]);
  });

  it("is found again by a header that differs only in case, spaces and the order of columns", async () => {
    await saveMapping(folder, mapping, header);
    expect(await findMapping(folder, ["КОМУ", " кто", "Сколько ", "Когда"])).toEqual(mapping);
    expect(await findMapping(folder, ["Кому", "Кто", "Сколько"])).toBeNull();
    expect(await findMapping(join(folder, "nowhere"), header)).toBeNull();
    expect(await recogniseText(text, { mappingsDir: folder })).toMatchObject({
      ready: true,
      mapping: "Банк / наш",
    });
    expect((await readText(text, { mappingsDir: folder })).transfers.length).toBe(1);
  });

  it("is read back by name, never from outside its folder", async () => {
    await saveMapping(folder, { ...mapping, name: "../../etc/x" }, header);
    expect(await readdir(folder)).toEqual(["-etc-x.json"]);
    expect(await readMappingFile(mappingPath(folder, "../../etc/x"))).toMatchObject({
      columns: mapping.columns,
    });
  });

  it("takes a meaning away from the column that was proposed for it, and can leave a column alone", async () => {
    const rows = csv([
      ["Дата", "Дата документа", "Сумма", "Счет плательщика", "Счет получателя"],
      ["02.03.2026", "01.03.2026", "10,00", OWN, OTHER],
    ]);
    const columns = { "Дата документа": "booked_at" };
    expect((await readText(rows, { mapping: { name: "m", columns } })).transfers[0]).toMatchObject({
      bookedAt: Date.UTC(2026, 1, 28, 19),
      extra: { Дата: "02.03.2026" },
    });
    const alone = { "Счет получателя": "extra" };
    expect(await recogniseText(rows, { mapping: { name: "m", columns: alone } })).toMatchObject({
      ready: false,
    });
  });

  it.each([
    ["not JSON", "{"],
    ["no columns", '{"name":"x"}'],
    ["an unknown meaning", '{"name":"x","columns":{"Сумма":"price"}}'],
  ])("is refused with its file's name: %s", async (_, content) => {
    const path = join(folder, "mine.json");
    await writeFile(path, content);
    await expect(readMappingFile(path)).rejects.toMatchObject({
      code: "mapping-unreadable",
      params: { file: path },
    });
  });
});
