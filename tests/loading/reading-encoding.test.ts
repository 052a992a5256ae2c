import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { detectEncoding, type Encoding } from "../../server/loading/readers/encoding.ts";
import { findDialect } from "../../server/loading/readers/find-dialect.ts";

/**
 * Every encoding × language × delimiter × letter case a bank's file may combine: what is detected
 * wrongly is listed by name.
 */
const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ru: [
    ["Дата операции", "Сумма", "Валюта", "Плательщик", "Получатель", "Назначение платежа"],
    [
      "02.03.2026 10:15:00",
      "1500,50",
      "KZT",
      "Сергеева Анна Павловна",
      "ТОО Ромашка",
      "Оплата за услуги связи",
    ],
    [
      "03.03.2026 11:05:07",
      "99,00",
      "KZT",
      "ИП Жуков",
      "Щербаков Юрий",
      "Перевод собственных средств",
    ],
  ],
  kk: [
    ["Операцияның күні мен уақыты", "Сома", "Валютасы", "Төлеуші", "Алушы", "Төлем мақсаты"],
    [
      "02.03.2026 10:15:00",
      "1500,50",
      "KZT",
      "Әбдірахманов Нұрлан",
      "Қайрат ЖШС",
      "Қызмет үшін төлем",
    ],
    [
      "03.03.2026 11:05:07",
      "99,00",
      "KZT",
      "Ғабитова Гүлнар",
      "Өтегенова Іңкәр",
      "Өз қаражатын аудару",
    ],
  ],
  en: [
    ["Posting date", "Amount", "Currency", "Payer", "Payee", "Purpose"],
    ["2026-03-02 10:15:00", "1500.50", "KZT", "Anna Smith", "Romashka LLP", "Payment for services"],
    ["2026-03-03 11:05:07", "99.00", "KZT", "John Doe", "Jane Roe", "Own money"],
  ],
};

const WRITTEN: Readonly<
  Record<string, { encode(text: string): Buffer; accepted: readonly (Encoding | null)[] }>
> = {
  "UTF-8": { encode: (text) => Buffer.from(text), accepted: ["utf-8"] },
  "UTF-8 with mark": { encode: (text) => Buffer.from(`\ufeff${text}`), accepted: ["utf-8"] },
  "UTF-16 LE": { encode: (text) => iconv.encode(text, "utf-16le"), accepted: ["utf-16le"] },
  "UTF-16 LE with mark": {
    encode: (text) => iconv.encode(text, "utf-16le", { addBOM: true }),
    accepted: ["utf-16le"],
  },
  "UTF-16 BE": { encode: (text) => iconv.encode(text, "utf-16be"), accepted: ["utf-16be"] },
  "UTF-16 BE with mark": {
    encode: (text) => iconv.encode(text, "utf-16be", { addBOM: true }),
    accepted: ["utf-16be"],
  },
  "windows-1251": {
    encode: (text) => iconv.encode(withoutKazakh(text), "windows-1251"),
    accepted: ["rk1048"],
  },
  RK1048: { encode: (text) => iconv.encode(text, "rk1048"), accepted: ["rk1048"] },
  cp866: { encode: (text) => iconv.encode(withoutKazakh(text), "cp866"), accepted: ["cp866"] },
  "KOI8-R": { encode: (text) => iconv.encode(withoutKazakh(text), "koi8-r"), accepted: ["koi8-r"] },
};

const CASES: Readonly<Record<string, (text: string) => string>> = {
  "as written": (text) => text,
  capitals: (text) => text.toUpperCase(),
  "small letters": (text) => text.toLowerCase(),
};
const DELIMITERS = [",", ";", "\t", "|"];

/** Code pages without Kazakh letters are filled by banks with the Russian look-alikes. */
function withoutKazakh(text: string): string {
  const pairs: Readonly<Record<string, string>> = {
    ә: "а",
    ө: "о",
    ұ: "у",
    ү: "у",
    қ: "к",
    ң: "н",
    ғ: "г",
    і: "и",
    һ: "х",
  };
  return text.replace(/[әөұүқңғіһ]/giu, (letter) => {
    const small = pairs[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? small : small.toUpperCase();
  });
}

function* combinations() {
  for (const [encoding, { encode, accepted }] of Object.entries(WRITTEN)) {
    for (const [language, rows] of Object.entries(ROWS)) {
      for (const delimiter of DELIMITERS) {
        for (const [letters, change] of Object.entries(CASES)) {
          const cells = rows.map((row) =>
            row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)),
          );
          const text = change(cells.map((row) => row.join(delimiter)).join("\r\n"));
          yield {
            name: `${encoding}, ${language}, ${JSON.stringify(delimiter)}, ${letters}`,
            text,
            delimiter,
            encode,
            accepted,
            language,
          };
        }
      }
    }
  }
}

describe("encoding and dialect", () => {
  it("finds every encoding × language × delimiter × letter case", () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const { name, text, delimiter, encode, accepted, language } of combinations()) {
      tried += 1;
      const bytes = encode(text);
      const found = detectEncoding(bytes);
      const right =
        accepted.includes(found) ||
        (language === "en" && found === null && bytes.length === text.length);
      const dialect = findDialect(iconv.decode(bytes, found ?? "utf-8"));
      if (!right || dialect?.delimiter !== delimiter)
        wrong.push(`${name}: ${found}, ${dialect?.delimiter}`);
    }
    expect(tried).toBe(360);
    expect(wrong).toEqual([]);
  });

  it("needs no more than a header to tell the code page", () => {
    const wrong: string[] = [];
    for (const { name, text, encode, accepted, language } of combinations()) {
      const found = detectEncoding(encode(text.split("\r\n")[0] ?? ""));
      if (language !== "en" && !accepted.includes(found)) wrong.push(`${name}: ${found}`);
    }
    expect(wrong).toEqual([]);
  });
});
