import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAccount, shortAccount } from "../../contract/format/accounts.ts";
import {
  fieldDay,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatDuration,
  formatMonth,
  formatPeriod,
  isoDay,
  startOfDay,
} from "../../contract/format/dates.ts";
import {
  formatAmount,
  formatMoney,
  formatMoneyShort,
  parseTypedAmount,
  sumAmounts,
} from "../../contract/format/money.ts";
import { formatBytes, formatNumber, formatShare } from "../../contract/format/numbers.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("amounts on the screen", () => {
  it("group by three, with the narrow tenge sign and the language's decimal sign", () => {
    expect(plain(formatMoney("150050", "KZT", "ru"))).toBe("1 500,50 ₸");
    expect(plain(formatMoney("150050", "KZT", "kk"))).toBe("1 500,50 ₸");
    expect(plain(formatMoney("150050", "KZT", "en"))).toBe("1,500.50 ₸");
    expect(formatMoney("150050", "KZT", "ru")).toBe("1\u202f500,50\u00a0₸");
  });
  it("leave out tiyn only when there are none", () => {
    expect(plain(formatMoney("150000", "KZT", "ru"))).toBe("1 500 ₸");
    expect(plain(formatMoney("150000", "KZT", "ru", true))).toBe("1 500,00 ₸");
    expect(plain(formatMoney("7", "KZT", "ru"))).toBe("0,07 ₸");
    expect(plain(formatMoney("-7", "KZT", "ru"))).toBe("−0,07 ₸");
  });
  it("know currencies with other digits and other signs", () => {
    expect(plain(formatMoney("1500", "JPY", "en"))).toBe("1,500 JPY");
    expect(plain(formatMoney("1234567", "KWD", "en"))).toBe("1,234.567 KWD");
    expect(plain(formatMoney("100", "USD", "en"))).toBe("1 $");
  });
  it("shorten to three figures without a float", () => {
    expect(plain(formatMoneyShort("2730000000", "KZT", "en"))).toBe("27.3 M ₸");
    expect(plain(formatMoneyShort("2730000000", "KZT", "ru"))).toBe("27,3 млн ₸");
    expect(plain(formatMoneyShort("92300000", "KZT", "kk"))).toBe("923 мың ₸");
    expect(plain(formatMoneyShort("53140000", "KZT", "en"))).toBe("531,000 ₸");
    expect(plain(formatMoneyShort("1234500", "KZT", "en"))).toBe("12,300 ₸");
    expect(plain(formatMoneyShort("99999999999", "KZT", "en"))).toBe("1 bn ₸");
    expect(plain(formatMoneyShort("999900", "KZT", "en"))).toBe("9,999 ₸");
    expect(plain(formatMoneyShort("999999", "KZT", "ru"))).toBe("9 999,99 ₸");
    expect(plain(formatMoneyShort("-986", "USD", "en"))).toBe("−9.86 $");
    expect(plain(formatMoneyShort("99999900", "KZT", "en"))).toBe("1 M ₸");
    expect(plain(formatMoneyShort("-2730000000", "KZT", "en"))).toBe("−27.3 M ₸");
  });
  it("lose no tiyn of any amount, however large", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (minor) => {
        const text = formatAmount(minor, "KZT", "en", true)
          .replaceAll(",", "")
          .replace("\u2212", "-")
          .replace(".", "");
        expect(BigInt(text)).toBe(minor);
      }),
    );
  });
  it("read back what a person types", () => {
    expect(parseTypedAmount("1 500,50", "KZT")).toBe("150050");
    expect(parseTypedAmount("1500.5", "KZT")).toBe("150050");
    expect(parseTypedAmount("1500", "KZT")).toBe("150000");
    expect(parseTypedAmount("1,500.50", "KZT")).toBe("150050");
    expect(parseTypedAmount("50,000", "KZT")).toBe("5000000");
    expect(parseTypedAmount("1,500", "KWD")).toBe("1500");
    expect(parseTypedAmount("1500.505", "KZT")).toBeNull();
    expect(parseTypedAmount("-5", "KZT")).toBeNull();
    expect(parseTypedAmount("five", "KZT")).toBeNull();
  });
  it("add up exactly", () => {
    expect(sumAmounts(["9007199254740993", "1"])).toBe(9007199254740994n);
  });
});

describe("dates on the screen", () => {
  const night = Date.UTC(2026, 9, 2, 20, 30);
  it("are in UTC+05:00 with four-digit years", () => {
    expect(plain(formatDate(night, "ru"))).toBe("3 окт. 2026");
    expect(plain(formatDateTime(night, "en"))).toBe("3 Oct 2026, 01:30");
    expect(plain(formatDateTime(night, "kk", true))).toBe("2026 ж. 3 қаз., 01:30:00");
    expect(isoDay(night)).toBe("2026-10-03");
  });
  it("leave the year or the day out where it stands elsewhere", () => {
    expect(plain(formatDayMonth(night, "ru"))).toBe("3 окт.");
    expect(plain(formatDayMonth(night, "kk"))).toBe("3 қаз.");
    expect(plain(formatMonth(night, "en"))).toBe("Oct 2026");
    expect(plain(formatMonth(night, "kk"))).toBe("2026 ж. қаз.");
  });
  it("name a period as briefly as it stays clear", () => {
    const day = (month: number, date: number, year = 2026) => Date.UTC(year, month - 1, date, 6);
    expect(plain(formatPeriod(day(3, 3), day(3, 9), "ru"))).toBe("3–9 мар. 2026");
    expect(plain(formatPeriod(day(2, 28), day(3, 3), "en"))).toBe("28 Feb – 3 Mar 2026");
    expect(plain(formatPeriod(day(2, 28), day(3, 3), "ru"))).toBe("28 февр. – 3 мар. 2026");
    expect(plain(formatPeriod(day(3, 3), day(3, 9), "kk"))).toBe("2026 ж. 3–9 нау.");
    expect(plain(formatPeriod(day(2, 28), day(3, 3), "kk"))).toBe("2026 ж. 28 ақп. – 3 нау.");
    expect(plain(formatPeriod(day(12, 30, 2025), day(1, 2), "en"))).toBe(
      "30 Dec 2025 – 2 Jan 2026",
    );
    expect(plain(formatPeriod(day(3, 3), day(3, 3), "ru"))).toBe("3 мар. 2026");
  });
  it("write the months and their order as CLDR does", () => {
    for (const language of ["ru", "kk"] as const) {
      const cldr = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "Asia/Almaty",
      });
      for (let month = 1; month <= 12; month += 1) {
        const instant = Date.UTC(2026, month - 1, 3, 6);
        const written = plain(cldr.format(instant)).replace(" г.", "");
        expect(plain(formatDate(instant, language))).toBe(written);
      }
    }
  });
  it("go to the start of a day and back", () => {
    expect(isoDay(startOfDay("2026-03-01") ?? 0)).toBe("2026-03-01");
    expect(startOfDay("1.3.2026")).toBeNull();
  });
  it("say how long in two units", () => {
    expect(plain(formatDuration(38 * 60_000, "ru"))).toBe("38 мин");
    expect(plain(formatDuration(26 * 3_600_000, "en"))).toBe("26 h");
    expect(plain(formatDuration(86 * 60_000, "ru"))).toBe("1 ч 26 мин");
    expect(plain(formatDuration(75 * 3_600_000, "kk"))).toBe("3 күн 3 сағ");
  });
  it("count a long time in whole days: nobody needs the hour of an age of half a year", () => {
    const age = (199 * 24 + 1) * 3_600_000;
    expect(plain(formatDuration(age, "ru"))).toBe("199 сут");
    expect(plain(formatDuration(age, "kk"))).toBe("199 күн");
    expect(plain(formatDuration(age, "en"))).toBe("199 d");
    expect(plain(formatDuration((9 * 24 + 23) * 3_600_000, "ru"))).toBe("9 сут 23 ч");
  });
  it("stand in fields as the language writes them, with spaces of a keyboard", () => {
    expect(fieldDay("2026-10-03", "ru")).toBe("3 окт. 2026");
    expect(fieldDay("2026-10-03", "kk")).toBe("2026 ж. 3 қаз.");
    expect(fieldDay("2026-10-03", "en")).toBe("3 Oct 2026");
  });
});

describe("numbers and accounts on the screen", () => {
  it("never round a share to all or nothing", () => {
    expect(plain(formatShare(0.999, "en"))).toBe("99 %");
    expect(plain(formatShare(0.001, "en"))).toBe("1 %");
    expect(plain(formatShare(1, "en"))).toBe("100 %");
    expect(plain(formatShare(0, "en"))).toBe("0 %");
  });
  it("group counts and bytes", () => {
    expect(plain(formatNumber(1234567, "ru"))).toBe("1 234 567");
    expect(plain(formatNumber(12.34, "ru", 1))).toBe("12,3");
    expect(plain(formatNumber(-3, "ru"))).toBe("−3");
    expect(plain(formatBytes(252_000_000, "en"))).toBe("252 MB");
    expect(plain(formatBytes(1_500, "ru"))).toBe("1,5 КБ");
  });
  it("write an IBAN in groups of four and leave other keys alone", () => {
    expect(plain(formatAccount("KZ86601KZT3193768896"))).toBe("KZ86 601K ZT31 9376 8896");
    expect(formatAccount("EXIT:cash:Halyk")).toBe("EXIT:cash:Halyk");
    expect(shortAccount("KZ86601KZT3193768896")).toBe("…8896");
  });
});
