import { expect, it } from "vitest";
import { openingPeriod } from "../../web/pages/summary/opening-period.ts";

it("the summary opens on the current month, unless its address has a period or says all time", () => {
  const opened = (search: string) =>
    openingPeriod(new URLSearchParams(search), "2026-02-11")?.toString() ?? null;
  expect(opened("")).toBe("from=2026-02-01&until=2026-02-28");
  expect(opened("district=A")).toBe("district=A&from=2026-02-01&until=2026-02-28");
  expect([opened("from=2026-01-01"), opened("until=2026-01-01"), opened("all=yes")]).toEqual([
    ...[null, null, null],
  ]);
});
