import { describe, expect, it } from "vitest";
import { foldName } from "../../server/identity/names.ts";
import { csv, readText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";

const OTHER = "KZ516010007055433021";

const THIRD = "KZ62722KZT7047514018";

const FOURTH = "KZ91722KZT7071271027";

describe("a row that cannot be taken", () => {
  const columns = ["Дата", "Сумма", "Валюта", "Счет плательщика", "Счет получателя", "Статус"];
  const good = ["02.03.2026", "100,00", "KZT", OWN, OTHER, "Исполнен"];

  it.each([
    ["date-not-understood", "Дата", "31.02.2026", good.with(0, "31.02.2026")],
    ["date-missing", "Дата", "", good.with(0, "")],
    ["date-out-of-range", "Дата", "02.03.0206", good.with(0, "02.03.0206")],
    ["date-out-of-range", "Дата", "02.03.1970", good.with(0, "02.03.1970")],
    ["date-out-of-range", "Дата", "2126-03-02T09:00:00Z", good.with(0, "2126-03-02T09:00:00Z")],
    ["amount-missing", "Сумма", "", good.with(1, "")],
    ["amount-not-a-number", "Сумма", "сто", good.with(1, "сто")],
    ["amount-too-many-decimals", "Сумма", "100,005", good.with(1, "100,005")],
    ["amount-zero", "Сумма", "0,00", good.with(1, "0,00")],
    ["amount-negative", "Сумма", "-100,00", good.with(1, "-100,00")],
    ["currency-not-understood", "Валюта", "ракушки", good.with(2, "ракушки")],
    ["missing-side", "Счет плательщика", "", good.with(3, "")],
    ["missing-side", "Счет получателя", "", good.with(4, "")],
    ["not-carried-out", "Статус", "Отклонен", good.with(5, "Отклонен")],
  ])(
    "is refused with its reason and remedy: %s in %s, value %j",
    async (code, column, value, row) => {
      const elsewhere = good.with(3, THIRD).with(4, FOURTH);
      const { transfers, refused } = await readText(csv([columns, good, row, elsewhere]));
      expect(transfers.length).toBe(2);
      expect(refused).toMatchObject([{ code, column, value, cells: row, position: { row: 3 } }]);
      expect(refused[0]?.reason).toMatch(/^.{10,}\.$/);
      expect(refused[0]?.remedy).toMatch(/^.{10,}\.$/);
    },
  );

  it("never takes the rows beside it along", async () => {
    const text = `${csv([columns, good])}02.03.2026;"100,00;KZT;${OWN};${OTHER};Исполнен\n${csv([good])}cut;in`;
    const { transfers, refused } = await readText(text);
    expect(transfers.length).toBe(2);
    expect(refused.map(({ position, code }) => [position.row, code])).toEqual([
      [3, "amount-not-a-number"],
      [5, "date-not-understood"],
    ]);
  });
});

describe("a name with characters that show nothing", () => {
  it("is the name as a person sees it, told, and equal to the name without them", async () => {
    const columns = ["Дата", "Сумма, KZT", "Счет плательщика", "Плательщик", "Счет получателя"];
    const name = "Ахме\u200bтов Ер\u00adлан";
    const row = ["02.03.2026", "100,00", OWN, name, OTHER];
    const { transfers } = await readText(csv([columns, row, row.with(3, "Ахметов Ерлан")]));
    expect(transfers.map(({ from }) => from.name)).toEqual(["Ахметов Ерлан", "Ахметов Ерлан"]);
    expect(transfers[0]?.warnings).toContainEqual({
      code: "invisible-letters",
      column: "Плательщик",
      value: name,
    });
    expect(transfers[1]?.warnings.map(({ code }) => code)).not.toContain("invisible-letters");
    expect(foldName(name)).toBe(foldName("Ахметов Ерлан"));
  });
});

describe("a row taken with a warning", () => {
  const columns = [
    "Дата",
    "Сумма, KZT",
    "Счет плательщика",
    "ИИН плательщика",
    "Счет получателя",
    "ИИН получателя",
  ];
  const good = ["2026-03-02T10:00:00+05:00", "100.00", OWN, "660817419154", OTHER, "030340088415"];

  it.each([
    ["iban-check-digit", good.with(2, "KZ05722KZT7000000000")],
    ["iban-length", good.with(2, `${OWN}1`)],
    ["account-masked", good.with(4, "KZ51601******433021")],
    ["account-digits-lost", good.with(4, "4,00E+19")],
    ["account-letters-mended", good.with(2, OWN.replace("K", "К"))],
    ["iin-check-digit", good.with(3, "660817419155")],
    ["leading-zeros-restored", good.with(5, "30340088415.0")],
    ["iin-not-understood", good.with(5, "12-34")],
    ["amount-float-rounded", good.with(1, "100.00000000000001")],
    ["zone-assumed", good.with(0, "2026-03-02 10:00:00")],
    ["same-account-both-sides", good.with(4, OWN)],
  ])("%s", async (code, row) => {
    const { transfers } = await readText(csv([columns, good, row]));
    expect(transfers.map(({ warnings }) => warnings.map((warning) => warning.code))).toEqual([
      [],
      [code],
    ]);
  });
});

describe("a bank's own number of an operation", () => {
  const read = async (...ids: string[]) => {
    const columns = ["ID операции", "Дата", "Сумма", "Счет плательщика", "Счет получателя"];
    const rows = ids.map((id) => [id, "02.03.2026", "100,00", OWN, OTHER]);
    return (await readText(csv([columns, ...rows]))).transfers.map((item) => [
      item.id,
      item.documentNumber,
    ]);
  };

  it("stands for the transfer where it can be no other's", async () => {
    expect(await read("606500123456", "606500123457")).toEqual([
      ["606500123456", null],
      ["606500123457", null],
    ]);
  });

  it("is only its document number where it is short or repeated", async () => {
    expect(await read("17", "18")).toEqual([
      [null, "17"],
      [null, "18"],
    ]);
    expect(await read("606500123456", "606500123456")).toEqual([
      [null, "606500123456"],
      [null, "606500123456"],
    ]);
  });
});

describe("the currency", () => {
  const row = ["2026-03-02T10:00:00+05:00", "100.00", OWN, OTHER];
  const read = async (amount: string) =>
    (await readText(csv([["Дата", amount, "Счет плательщика", "Счет получателя"], row])))
      .transfers[0];

  it("is taken from the heading of the amount", async () => {
    expect(await read("Сумма операции, USD")).toMatchObject({ currency: "USD", warnings: [] });
    expect(await read("Сумма (тенге)")).toMatchObject({ currency: "KZT", warnings: [] });
  });

  it("is said to be assumed where nothing names it", async () => {
    expect(await read("Сумма")).toMatchObject({
      currency: "KZT",
      warnings: [{ code: "currency-assumed", value: "KZT" }],
    });
  });
});

describe("bytes that are no letters", () => {
  it("are said on their row only", async () => {
    const line = (name: string) => `2026-03-02T10:00:00+05:00,100.00,${OWN},${OTHER},${name}\n`;
    const text = Buffer.concat([
      Buffer.from(`booked_at,amount,from_account,to_account,to_name\n${line("Сауле").repeat(40)}`),
      Buffer.from([...Buffer.from(line("Сауле")).subarray(0, -2), 0xff, 0x0a]),
      Buffer.from(line("Сауле")),
    ]);
    const { transfers } = await readText(text);
    expect(
      transfers.flatMap(({ position, warnings }) =>
        warnings.map(({ code }) => [position.row, code]),
      ),
    ).toEqual([[42, "letters-lost"]]);
  });
});
