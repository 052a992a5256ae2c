import { describe, expect, it } from "vitest";
import { csv, readText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";

const OTHER = "KZ516010007055433021";

describe("ways out", () => {
  const columns = [
    "Дата",
    "Сумма",
    "Вид операции",
    "Плательщик",
    "Счет плательщика",
    "Получатель",
    "Счет получателя",
    "КНП",
    "Назначение платежа",
  ];
  const read = async (...rows: string[][]) =>
    (
      await readText(
        csv([columns, ...rows.map((row) => ["02.03.2026 10:00:00", "100,00", ...row])]),
      )
    ).transfers;

  it("are told by the kind of operation, the counterparty, the code and the purpose", async () => {
    const transfers = await read(
      ["Снятие наличных", "Ерлан", OWN, "", "", "", ""],
      ["Взнос наличных", "Ерлан", "", "Ерлан", OWN, "", ""],
      ["Выдача наличных", "Ерлан", OWN, "Ерлан", OWN, "", ""],
      ["Покупка", "Ерлан", OWN, "MAGNUM CASH&CARRY", "", "", ""],
      ["Перевод", "Ерлан", OWN, "BINANCE", "", "", ""],
      ["Перевод", "Ерлан", OWN, "", "", "341", "операция по карте"],
      ["Перевод SWIFT", "Ерлан", OWN, "Hans", "", "", ""],
      ["Перевод", "Ерлан", OWN, "Hans", "DE89370400440532013000", "", ""],
      ["Перевод с карты на карту", "Ерлан", OWN, "Сауле", OTHER, "", "за покупку телефона"],
    );
    expect(
      transfers.map(({ channel, from, to }) => [
        channel,
        from.exit,
        to.exit,
        from.account,
        to.account,
      ]),
    ).toEqual([
      ["cash", null, "cash", OWN, null],
      ["cash", "cash", null, null, OWN],
      ["cash", null, "cash", OWN, null],
      ["pos", null, "pos", OWN, null],
      ["crypto", null, "crypto", OWN, null],
      ["cash", null, "cash", OWN, null],
      ["transfer", null, "foreign", OWN, null],
      ["transfer", null, "foreign", OWN, "DE89370400440532013000"],
      ["card", null, null, OWN, OTHER],
    ]);
    expect(
      new Set(
        transfers.slice(0, 8).map(({ from, to }) => (from.exit === null ? to.bank : from.bank)),
      ),
    ).toEqual(new Set(["722"]));
  });
});
