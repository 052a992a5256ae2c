import { expect, it } from "vitest";
import { startOfDay } from "../../contract/format/dates.ts";
import { dayAxis } from "../../web/ui/day-axis.ts";

const seconds = (day: string, hours = 0) => (startOfDay(day) ?? 0) / 1000 + hours * 3600;
const DAYS = [{ day: "2026-11-30", amount: "215000000" }];
const november = { from: "2026-11-01", until: "2026-11-30" };

it("a chart of days has the axis of its period, and the bar stands at its day", () => {
  const axis = dayAxis(DAYS, november, "2026-11-30");
  expect([axis.first, axis.last]).toEqual([seconds("2026-11-01", -12), seconds("2026-11-30", 12)]);
  // Each day has a column, as wide as that of any other period of days.
  expect(axis.xs).toHaveLength(30);
  expect(axis.ys.filter((one) => one !== null)).toEqual([215000000]);
  expect(axis.xs[axis.ys.indexOf(215000000)]).toBe(seconds("2026-11-30"));
});

it("an open period has the days of its data, a single one too", () => {
  const open = dayAxis(DAYS, { from: null, until: null }, "2026-12-01");
  expect([open.first, open.last]).toEqual([seconds("2026-11-30", -12), seconds("2026-11-30", 12)]);
  const long = [{ day: "2023-01-01", amount: "1" }, ...DAYS];
  expect(dayAxis(long, { from: null, until: null }, "2026-12-01").xs).toHaveLength(2);
});

it("the year stands where the days are of several years, or of another than this", () => {
  expect(dayAxis(DAYS, november, "2026-12-31").withYear).toBe(false);
  expect(dayAxis(DAYS, november, "2027-01-01").withYear).toBe(true);
  expect(dayAxis(DAYS, { from: "2025-12-01", until: null }, "2026-11-30").withYear).toBe(true);
});
