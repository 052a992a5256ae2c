import { expect, it } from "vitest";
import { courtOf } from "../../web/pages/cases/court-of.ts";

const RU = "Медеуский районный суд города Алматы";
const KK = "Алматы қаласының Медеу аудандық соты";
const table = { ru: RU, kk: KK };

it("a court is named in the language of the page, as far as it has a name in that", () => {
  expect(courtOf({ court: RU, courtKk: KK }, null, "kk")).toBe(KK);
  expect(courtOf({ court: RU, courtKk: KK }, null, "ru")).toBe(RU);
  expect(courtOf({ court: RU, courtKk: null }, table, "kk")).toBe(KK);
  expect(courtOf({ court: RU, courtKk: null }, null, "kk")).toBe(RU);
  expect(courtOf({ court: null, courtKk: KK }, null, "ru")).toBe(KK);
  expect(courtOf({ court: null, courtKk: null }, table, "kk")).toBe(KK);
  expect(courtOf(undefined, table, "en")).toBe(RU);
  expect(courtOf(undefined, null, "kk")).toBeUndefined();
});
