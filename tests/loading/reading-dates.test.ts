import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoInstant } from "../../server/time/iso.ts";
import { dateOrderOf, parseClock, parseWrittenDate } from "../../server/time/written.ts";
import { fuzzing } from "../support/fuzzing.ts";

const ZONE = { name: "+05:00", offset: 5 * 3_600_000 };
const at = (text: string, order: "day-first" | "month-first" = "day-first") => {
  const parsed = parseWrittenDate(text, order, ZONE);
  return parsed && new Date(parsed.instant).toISOString();
};
const NOON = "2026-03-02T04:05:06.000Z";
const MIDNIGHT = "2026-03-01T19:00:00.000Z";

describe("dates as banks write them", () => {
  it.each([
    "2026-03-02 09:05:06",
    "2026-03-02T09:05:06.000",
    "2026-03-02T09:05:06+05:00",
    "2026-03-02T04:05:06Z",
    "2026-03-02T10:05:06+06:00",
    "2026.03.02 09:05:06",
    "2026/03/02 09:05:06",
    "02.03.2026 09:05:06",
    "2.3.2026 9:05:06",
    "02.03.26 09:05:06",
    "02/03/2026 09:05:06",
    "02-03-2026 09:05:06",
    "02.03.2026, 09:05:06",
    "02.03.2026 г. 09:05:06",
    "09:05:06 02.03.2026",
    "02.03.2026 9:05:06 AM",
    "02.03.2026 04:05:06 UTC",
    "20260302090506",
    "2 марта 2026 г. 09:05:06",
    "02-MAR-2026 09:05:06",
    "02 мар 2026 09:05:06",
    "2026 ж. 2 наурыз 09:05:06",
    "Mar 2, 2026 9:05:06 am",
    "46083.37854166667",
    "46083,3785416667",
  ])("%s", (text) => {
    expect(at(text)).toBe(NOON);
  });

  it.each(["2026-03-02", "02.03.2026", "02.03.26", "20260302", "46083", "2 марта 2026"])(
    "a day alone: %s",
    (text) => {
      expect(parseWrittenDate(text, "day-first", ZONE)).toMatchObject({
        dayOnly: true,
        zoneAssumed: true,
      });
      expect(at(text)).toBe(MIDNIGHT);
    },
  );

  it.each([
    "",
    "31.02.2026",
    "2026-02-30",
    "00.03.2026",
    "02.13.2026",
    "02.03.2026 24:00:00",
    "02.03.2026 09:60",
    "1.2",
    "150000",
    "сегодня",
    "02.03",
    "29.02.2025",
  ])("is none: %s", (text) => {
    expect(at(text)).toBeNull();
  });

  it("puts the month first only where the column says so", () => {
    expect(dateOrderOf(["03/02/2026", "03/28/2026"])).toBe("month-first");
    expect(dateOrderOf(["03/02/2026", "28/03/2026"])).toBe("day-first");
    expect(dateOrderOf(["03/02/2026"])).toBe("day-first");
    expect(at("03/02/2026 09:05:06", "month-first")).toBe(NOON);
  });

  it("reads a time of day that stands apart", () => {
    expect(
      ["9:05", "09:05:07", "090507", "9:05 PM", "0,5", "25:00", "слово"].map(parseClock),
    ).toEqual([32_700_000, 32_707_000, 32_707_000, 75_900_000, 43_200_000, null, null]);
  });

  it("agrees with JavaScript on every ISO instant", () => {
    const instants = fc.date({
      min: new Date("1993-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseIsoInstant(date.toISOString(), ZONE.name, ZONE.offset)).toEqual({
          instant: date.getTime(),
          zone: "Z",
          zoneAssumed: false,
          dayOnly: false,
        });
      }),
      fuzzing(500),
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.:/-T Zгмарт+") }), (text) => {
        expect(() => parseWrittenDate(text, "day-first", ZONE)).not.toThrow();
      }),
      fuzzing(1000),
    );
  });
});
