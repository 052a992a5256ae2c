import { describe, expect, it } from "vitest";
import { approvalChanges, priceChanges } from "../../server/claims/approval-changes.ts";

const CLAIM = {
  amount: "100.00",
  victim: { name: "Сапарова", iin: "850101400120", accounts: ["KZ1"] },
  lines: [{ transfer: "t1", claimed: "100.00" }],
  trace: [],
};
const DOSSIER = {
  court: "Медеуский районный суд",
  fee: "pay",
  fee_basis: null,
  circumstances: "Позвонили «из банка».",
  defendant: { name: "Омаров", birth_date: null, address: "г. Алматы" },
  attachments: [{ file: "ответ.xlsx", request_number: "12/3" }],
};
const text = (change: object = {}, dossier: object | null = {}) =>
  JSON.stringify({ ...CLAIM, ...change, ...(dossier && { dossier: { ...DOSSIER, ...dossier } }) });

describe("what has changed since an approval", () => {
  it("is nothing where claim and dossier are the same", () => {
    expect(approvalChanges(text(), text())).toEqual([]);
  });

  it("names the part, and both texts where they are words", () => {
    const now = text(
      { amount: "90.00", lines: [] },
      { court: null, fee_basis: "квитанция 7", attachments: [] },
    );
    expect(approvalChanges(text(), now)).toEqual([
      { part: "amount", was: "100.00", is: "90.00" },
      { part: "lines", was: null, is: null },
      { part: "court", was: "Медеуский районный суд", is: null },
      { part: "fee", was: null, is: "квитанция 7" },
      { part: "attachments", was: null, is: null },
    ]);
  });

  it("names the field of a party", () => {
    const defendant = { ...DOSSIER.defendant, birth_date: "1990-02-02", address: "г. Астана" };
    expect(approvalChanges(text(), text({}, { defendant }))).toEqual([
      { part: "defendant", field: "birthDate", was: null, is: "1990-02-02" },
      { part: "defendant", field: "address", was: "г. Алматы", is: "г. Астана" },
    ]);
  });

  it("says nothing of a dossier that an older version did not freeze", () => {
    expect(approvalChanges(text({}, null), text({}, { court: "другой" }))).toEqual([]);
  });
});

describe("money that nobody approved", () => {
  const RATES = ": 18 % (2026-01-26)";
  const priced = (change: object = {}) =>
    text({}, { rate: "523.45, 2026-03-05, Bank", penalty: `a – b${RATES}`, ...change });
  const parts = (change: object, owed = true) => priceChanges(priced(), priced(change), owed);

  it("is asked where penalty, rate or the choice of fee are others", () => {
    expect(parts({})).toEqual([]);
    expect(parts({ penalty: `a – c${RATES}` })).toEqual(["penalty"]);
    expect(parts({ penalty: "a – b: 17 % (2026-05-01)" })).toEqual(["penalty"]);
    expect(parts({ penalty: undefined })).toEqual(["penalty"]);
    expect(parts({ rate: "999.99, 2026-03-05, Bank", fee: "exempt" })).toEqual(["rate", "fee"]);
    expect(parts({ rate: null })).toEqual(["rate"]);
  });

  it("is not asked where only words or sources are others", () => {
    expect(parts({ rate: "523,450, 2026-03-06, Notice", fee_basis: "receipt 7" })).toEqual([]);
    expect(parts({ court: "Another court" })).toEqual([]);
    // Of a claim that was paid in full no rate is known.
    expect(parts({ penalty: "a – b: " }, false)).toEqual([]);
    expect(parts({ penalty: "a – c: " }, false)).toEqual(["penalty"]);
    expect(priceChanges(text({}, null), priced(), true)).toEqual([]);
    expect(priceChanges(undefined, priced(), true)).toEqual([]);
  });
});
