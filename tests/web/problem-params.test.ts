import { describe, expect, it } from "vitest";
import { changeInWords, paramsInWords } from "../../web/ui/problem-params.ts";

const plain = (text: unknown) => String(text).replace(/[\u00a0\u202f]/g, " ");
const names = (code: string) => ({ court: "Суд", "claimant-phone": "Телефон истца" })[code];

describe("the figures of a refusal", () => {
  it("are days and sums as a person of that language writes them", () => {
    const { day, amount } = paramsInWords(
      { day: "2026-03-05", amount: "1500000.50 KZT" },
      "ru",
      names,
    );
    expect(plain(day)).toBe("5 мар. 2026");
    expect(plain(amount)).toBe("1 500 000,50 ₸");
    const row = { file: "late2.xlsx", row: "3", at: "2026-11-28T10:00:00.000Z" };
    expect(paramsInWords(row, "ru", names)).toEqual({ ...row, at: expect.stringContaining("28") });
    expect(plain(paramsInWords(row, "ru", names).at)).toBe("28 нояб. 2026, 15:00");
  });

  it("name what is missing; what has no name stays as it is", () => {
    const { missing } = paramsInWords({ missing: "court, claimant-phone, new" }, "ru", names);
    expect(missing).toBe("Суд, Телефон истца, new");
  });

  it("are written so in what a colleague did meanwhile, too", () => {
    expect(plain(changeInWords("400000.00 KZT", "ru"))).toBe("400 000,00 ₸");
    expect(plain(changeInWords("T-118: 1500.50 KZT", "en"))).toBe("T-118: 1,500.50 ₸");
    expect(changeInWords("C1-2", "ru")).toBe("C1-2");
  });

  it("leave numbers of claims, transfers and cases alone", () => {
    const params = { claim: "C1-2", transfer: "2026-118", count: 3, id: "1500 KZT2" };
    expect(paramsInWords(params, "en", names)).toEqual(params);
  });
});
