import { describe, expect, it } from "vitest";
import { BANK_CODES } from "../../contract/bank-names.ts";
import { bankAddressed, bankNamed } from "../../server/evidence/letters/bank-legal-names.ts";
import { attachmentsOf, firstDay } from "../../server/evidence/papers/sources.ts";

it("banks are asked from the day of the first claimed transfer on, whatever came back before", () => {
  const line = (amount: bigint, day: string) => ({ amount, bookedAt: Date.parse(day) });
  const lines = [
    line(100n, "2026-09-05T13:03:00+05:00"),
    line(50n, "2026-09-07T10:00:00+05:00"),
    line(-20n, "2026-09-01T10:00:00+05:00"),
  ] as unknown as Parameters<typeof firstDay>[0]["lines"];
  expect(firstDay({ lines })).toBe("05.09.2026");
  expect(firstDay({ lines: [] })).toBeNull();
});

describe("the bank that a person wrote down", () => {
  it("is known by its name in every language, with its legal form or without", () => {
    for (const code of BANK_CODES)
      for (const language of ["ru", "kk", "en"] as const)
        expect(bankNamed(bankAddressed(code, language))).toBe(code);
    expect(bankNamed("АО Kaspi Bank")).toBe("722");
    expect(bankNamed("Kaspi Bank, отдел запросов")).toBe("722");
    expect(bankNamed("Иванов И. И., потерпевший")).toBeNull();
    expect(bankNamed("Kaspi Bank и Halyk Bank")).toBeNull();
  });

  it("is the bank of the attached answer; transfers name none, all of one bank though they be", () => {
    const source = { sha256: "s1", fileName: "answer.csv", requestNumber: "12", requestDate: null };
    const line = { sourceId: "s1", from: "KZ637220000000000001", to: "KZ417220000000000002" };
    const named = (handedBy: string | null, moves: readonly object[] = []) =>
      attachmentsOf(
        {
          facts: { sources: [{ ...source, sanctionedBy: null, handedBy }], transfers: [line] },
          claim: { lines: [line], joint: null, moves },
          ...{ minor: true, dossier: { penalty: null, filing: null, fields: { fee: null } } },
        } as unknown as Parameters<typeof attachmentsOf>[0],
        "ru",
      ).map(({ name }) => name);
    expect(named("АО Kaspi Bank").join("; ")).toContain("Ответ банка АО «Kaspi Bank» на запрос");
    expect(named(null).join("; ")).not.toContain("Kaspi");
    expect(named("Иванов И. И., потерпевший").join("; ")).not.toContain("Kaspi");
    // The demand that was sent is attached too.
    expect(named(null).join("; ")).not.toContain("претензия");
    const step = (from: string, to: string, facts = {}) => ({ from, to, facts });
    const steps = [step("draft", "review"), step("review", "approved")];
    const demand = { day: "2026-11-30", reference: "15-7/101", term: "2026-12-10" };
    expect(named(null, [...steps, step("approved", "demand", demand)])).toContain(
      "Досудебная претензия № 15-7/101 от 30.11.2026 и документ о её отправке",
    );
  });
});
