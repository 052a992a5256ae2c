import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldDay } from "../../contract/format/dates.ts";
import { typedDay } from "../../web/format/typed-day.ts";

describe("a day typed by hand", () => {
  it.each([
    ["05.03.2026", "2026-03-05"],
    ["5.3.2026", "2026-03-05"],
    ["10.12.2026", "2026-12-10"],
    ["25.12.2026", "2026-12-25"],
    ["10/12/2026", "2026-12-10"],
    ["10-12-2026", "2026-12-10"],
    ["05.03.26", "2026-03-05"],
    ["10 декабря 2026", "2026-12-10"],
    ["10 дек. 2026 г.", "2026-12-10"],
    ["3 мая 2026", "2026-05-03"],
    ["3 мар. 2026", "2026-03-03"],
    ["10 желтоқсан 2026", "2026-12-10"],
    ["1 мам. 2026", "2026-05-01"],
    ["1 мау. 2026", "2026-06-01"],
    ["2026 ж. 10 жел.", "2026-12-10"],
    ["2026 жылғы 10 желтоқсан", "2026-12-10"],
    ["2026ж. 1 мам", "2026-05-01"],
    ["10 Dec 2026", "2026-12-10"],
    ["2026-12-10", "2026-12-10"],
    [" 29.02.2028 ", "2028-02-29"],
  ])("%s is %s", (text, day) => {
    expect(typedDay(text)).toBe(day);
  });

  it.each([
    "",
    "25",
    "25.12",
    "25.12.20",
    "25.12.202",
    "31.04.2026",
    "29.02.2026",
    "12.25.2026",
    "0.1.2026",
    "1.0.2026",
    "5 foo 2026",
    "завтра",
  ])("%s is no day yet", (text) => {
    expect(typedDay(text)).toBeNull();
  });

  it("is the same day however the field shows it, in every language", () => {
    const days = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom("ru" as const, "kk" as const, "en" as const),
        fc.constantFrom("short", "long"),
        (date, language, month) => {
          const day = date.toISOString().slice(0, 10);
          const name = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" })
            .formatToParts(date)
            .find(({ type }) => type === "month")?.value;
          expect(typedDay(`${date.getUTCDate()} ${name} ${date.getUTCFullYear()}`)).toBe(day);
          expect(typedDay(fieldDay(day, language))).toBe(day);
          const [year, number, of] = day.split("-");
          expect(typedDay(`${of}.${number}.${year}`)).toBe(day);
        },
      ),
    );
  });
});
