import { describe, expect, it } from "vitest";
import { incomesOf, type Receipt } from "../../server/assets/incomes.ts";

let made = 0;
/** A receipt on a day, `YYYY-MM-DD`, of so many tenge. */
function receipt(day: string, tenge: number, more: Partial<Receipt> = {}): Receipt {
  made += 1;
  return {
    id: `T${made}`,
    account: "KZ1",
    payer: "BIN1",
    payerName: "ТОО Ромашка",
    payerKind: "organisation",
    payerIin: "123456789012",
    amount: BigInt(tenge) * 100n,
    currency: "KZT",
    bookedAt: Date.parse(`${day}T09:00:00+05:00`),
    purpose: null,
    sourceName: "statement.csv",
    row: made,
    ...more,
  };
}
const kinds = (receipts: readonly Receipt[]) =>
  incomesOf(receipts).map(({ kind, protection, months }) => [kind, protection, months]);

describe("income of a defendant", () => {
  it("is what the purpose calls so, in Russian, Kazakh and English, whatever letters are mixed in", () => {
    for (const purpose of [
      "Заработная плата за март",
      "Перечисление ЗАРПЛАТЫ",
      "Жалақы",
      "еңбекақы төлеу",
      "Salary 03/2026",
      "Зaрплата",
    ])
      expect(kinds([receipt("2026-03-05", 300_000, { purpose })])).toEqual([["salary", "half", 1]]);
    expect(kinds([receipt("2026-03-05", 90_000, { purpose: "Зейнетақы төлемі" })])).toEqual([
      ["pension", "half", 1],
    ]);
  });

  it("names what may not be taken by the article, and does not guess where it is unclear", () => {
    const paid = (purpose: string) => incomesOf([receipt("2026-03-05", 50_000, { purpose })])[0];
    expect(paid("Пособие по потере кормильца")).toMatchObject({
      kind: "breadwinner",
      protection: "whole",
      article: "261-IV, 98 (2)",
    });
    expect(paid("Пособие на ребенка инвалида")).toMatchObject({ protection: "whole" });
    expect(paid("Адресное пособие")).toMatchObject({ kind: "benefit", protection: "unclear" });
  });

  it("is no income where a person pays under the word salary: a pretext between droppers", () => {
    const person = { payer: "850101300123", payerKind: "person" } as const;
    expect(kinds([receipt("2026-03-05", 300_000, { ...person, purpose: "зарплата" })])).toEqual([]);
    expect(kinds([receipt("2026-03-05", 40_000, { ...person, purpose: "Алименты" })])).toEqual([
      ["alimony", "unclear", 1],
    ]);
  });

  it("is an organisation's like sum month after month; not two months, not any sums, not once a year", () => {
    const monthly = ["2026-01-10", "2026-02-10", "2026-03-10"].map((day) => receipt(day, 200_000));
    expect(kinds(monthly)).toEqual([["regular", "unclear", 3]]);
    expect(kinds(monthly.slice(1))).toEqual([]);
    expect(kinds([...monthly, receipt("2026-03-20", 900_000)])).toEqual([]);
    const rare = ["2026-01-10", "2026-07-10", "2026-12-10"].map((day) => receipt(day, 200_000));
    expect(kinds(rare)).toEqual([]);
  });

  it("adds up to the tiyn, and counts months as Kazakhstan does", () => {
    const purpose = "Заработная плата";
    const [found] = incomesOf([
      receipt("2026-01-31", 100_000, { purpose, amount: 10_000_001n }),
      // 23:30 UTC of 31 January is already February in Kazakhstan.
      receipt("2026-02-01", 0, {
        purpose,
        amount: 30_000_003n,
        bookedAt: Date.parse("2026-01-31T23:30:00Z"),
      }),
      receipt("2026-02-15", 0, { purpose, amount: 20_000_002n }),
    ]);
    expect(found).toMatchObject({ total: "60000006", usual: "20000002", months: 2, count: 3 });
  });
});
