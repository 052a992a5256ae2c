import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zoneInText } from "../../server/loading/cells/zone-words.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import { parseIsoInstant } from "../../server/time/iso.ts";
import { dateOrderOf, parseClock, parseWrittenDate } from "../../server/time/written.ts";
import { fuzzing } from "../support/fuzzing.ts";
import { refusalOf, writeInput } from "../support/reading.ts";

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

describe("the zone of a table's times", () => {
  const zone = (text: string) => {
    const found = zoneInText(text);
    return found === null || found === "several" ? found : found.name;
  };

  it.each([
    ["Дата и время (UTC)", "Z"],
    ["Время, GMT", "Z"],
    ["Дата операции UTC+5", "+05:00"],
    ["Booked at (GMT +06:00)", "+06:00"],
    ["Время (+03:00)", "+03:00"],
    ["Дата и время (МСК)", "+03:00"],
    ["Дата операции, московское время", "+03:00"],
    ["Время по Гринвичу", "Z"],
    ["UTC / UTC+5", "several"],
    ["Дата операции", null],
    ["Дата операции 2025-03-04", null],
    ["Сумма +10 000", null],
    ["ТОО UTCOM", null],
  ])("is what the heading %s says: %s", (text, name) => {
    expect(zone(text)).toBe(name);
  });

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zones-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Instant, zone and whether it was assumed, of the first row of a table with these words. */
  async function read(heading: string, above = "", cell = "04.03.2026 09:05:07") {
    const accounts = "KZ86125KZT5004100100;KZ36601A871001726091";
    const rows = `${heading};Счет отправителя;Счет получателя;Сумма;Валюта\n${cell};${accounts};10,00;KZT\n`;
    const file = await writeInput(folder, "a.csv", above + rows);
    for await (const items of readItems(file, {}))
      for (const item of items)
        if (item.kind === "transfer")
          return [
            new Date(item.bookedAt).toISOString(),
            item.zone,
            item.warnings.some(({ code }) => code === "zone-assumed"),
          ];
    return null;
  }

  it("is taken from the column's heading, else from a line above, else assumed and said", async () => {
    expect(await read("Дата операции")).toEqual(["2026-03-04T04:05:07.000Z", "+05:00", true]);
    const inUtc = ["2026-03-04T09:05:07.000Z", "Z", false];
    expect(await read("Дата операции (UTC)")).toEqual(inUtc);
    expect(await read("Дата операции", "Время операций указано по UTC\n")).toEqual(inUtc);
    expect(await read("Дата операции", "ТОО UTC Logistics\n")).toEqual([
      "2026-03-04T04:05:07.000Z",
      "+05:00",
      true,
    ]);
    expect(await read("Дата операции (UTC)", "", "2026-03-04T09:05:07+05:00")).toEqual([
      "2026-03-04T04:05:07.000Z",
      "+05:00",
      false,
    ]);
  });

  it("is not chosen where two are named", async () => {
    const both = () => read("Дата операции (UTC)", "Время операций: московское\n");
    expect((await refusalOf(both)).code).toBe("zones-either-way");
  });
});
