import {
  compactAccountNumber,
  hasValidIbanChecksum,
  looksLikeKzIban,
} from "../../identity/iban.ts";
import { hasValidCheckDigit } from "../../identity/iin.ts";
import { latinCapitals } from "../../identity/latin-capitals.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { DAY, HOME_ZONE, type Instant, offsetMilliseconds } from "../../time/instant.ts";
import { parseClock, parseWrittenDate } from "../../time/written.ts";
import { withClocks } from "./clocks.ts";
import { apart, type Placed, placed } from "./placed.ts";

const ZONE = { name: HOME_ZONE, offset: offsetMilliseconds(HOME_ZONE) ?? 0 };

const IBAN = /(?<![\p{L}\d])[KК]Z[\s-]?(?:[\dA-Z][\s-]?){17}[\dA-Z](?![\p{L}\d])/giu;
/** Four groups of four, some digits hidden by stars, dots or X. */
const CARD = /(?<![\d*•])(?:[\d*•XxХх]{4}[ -]?){3}\d{4}(?!\d)/gu;
const CARD_CUE = /(?:карт\p{L}*|gold|голд|visa|mastercard|card)\s*(?:№|номер\p{L}*|:)?\s*$/iu;
const CARD_END = /(?<![\d*•])[*•]{1,4}\s?\d{4}(?!\d)/gu;

export function accountsIn(text: string): Placed[] {
  const ibans = [...text.matchAll(IBAN)].flatMap((match) => {
    const number = compactAccountNumber(latinCapitals(match[0].toUpperCase()));
    if (!looksLikeKzIban(number)) return [];
    return [placed(match, "account", number, { doubtful: !hasValidIbanChecksum(number) })];
  });
  const cards = [...text.matchAll(CARD)].flatMap((match) => {
    const number = match[0].replace(/[ -]/g, "").replace(/[•XxХх]/g, "*");
    if (number.includes("*")) return [placed(match, "account", number)];
    if (!/^\d{16}$/.test(number)) return [];
    if (isCard(number)) return [placed(match, "account", number)];
    // A digit was misheard or mistyped; a word says all the same that it is a card.
    return CARD_CUE.test(text.slice(0, match.index))
      ? [placed(match, "account", number, { doubtful: true })]
      : [];
  });
  const ends = [...text.matchAll(CARD_END)].map((match) =>
    placed(match, "account", `*${match[0].slice(-4)}`),
  );
  return apart([...ibans, ...cards, ...ends]);
}

/** The check digit of a card (ISO/IEC 7812, Luhn). */
function isCard(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const PHONE = /(?<!\d)(?:\+7|8|7)[\s(-]{0,2}7\d{2}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/g;

export function phonesIn(text: string): Placed[] {
  return [...text.matchAll(PHONE)].flatMap((match) => {
    const phone = normalisePhone(match[0]);
    return phone === null ? [] : [placed(match, "phone", phone)];
  });
}

/** Twelve digits are an IIN by their check digit; where a word names them so, also without. */
export function iinsIn(text: string): Placed[] {
  return [...text.matchAll(/(?<!\d)\d{12}(?!\d)/g)].flatMap((match) => {
    if (hasValidCheckDigit(match[0])) return [placed(match, "iin", match[0])];
    const isNamed = /(?:ИИН|ЖСН|IIN)\s*[:–-]?\s*$/iu.test(text.slice(0, match.index));
    return isNamed ? [placed(match, "iin", match[0], { doubtful: true })] : [];
  });
}

const CLOCK = String.raw`(?:\s*(?:г\.?|ж\.?)?[\s,]*(?:в|сағат|at)?\s*(\d{1,2}:\d{2}(?::\d{2})?))?`;
const TIMES: readonly RegExp[] = [
  /(?<!\d)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g,
  new RegExp(String.raw`(?<![\d.])(\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?!\d)${CLOCK}`, "giu"),
  new RegExp(String.raw`(?<!\d)(\d{1,2}\s+\p{L}{3,}\s+\d{4})(?!\d)${CLOCK}`, "giu"),
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?[\s,]+\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)/g,
];
const NEAR: readonly (readonly [RegExp, number])[] = [
  [new RegExp(String.raw`(?<!\p{L})(?:сегодня|бүгін|today)(?!\p{L})${CLOCK}`, "giu"), 0],
  [new RegExp(String.raw`(?<!\p{L})(?:вчера|кеше|yesterday)(?!\p{L})${CLOCK}`, "giu"), 1],
];

/** "в 18.40": a clock with a point, behind a word of time. */
const DOTTED =
  /(?<=(?<!\p{L})(?:в|около|сағат|at)\s+)([01]?\d|2[0-3])\.([0-5]\d)(?!\d|[.,]\d|\s*(?:тыс|млн|мың|₸|тг|тенге|теңге|раз))/giu;

/** `now` settles "today" and "yesterday". A day that may be a month gives both readings. */
export function timesIn(said: string, now: Instant): Placed[] {
  const text = said.replace(DOTTED, "$1:$2");
  return clocked(text, now).map((one) => ({ ...one, written: said.slice(one.at, one.end) }));
}

function clocked(text: string, now: Instant): Placed[] {
  const dated = TIMES.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => timesOf(match)),
  );
  const near = NEAR.flatMap(([pattern, ago]) =>
    [...text.matchAll(pattern)].map((match) => {
      const clock = match[1] === undefined ? null : parseClock(match[1]);
      const day = parseWrittenDate(dayText(dayOf(now) - ago), "day-first", ZONE);
      return placed(match, "time", String((day?.instant ?? 0) + (clock ?? 0)), {
        dayOnly: clock === null,
      });
    }),
  );
  const days = apart([...dated, ...near, ...yearlessIn(text, now)]);
  return withClocks(text, days).filter(
    ({ kind, value }) => kind === "clock" || Number(value) <= now + DAY,
  );
}

/** "28 ноября" without a year: the last such day up to `now`. */
function yearlessIn(text: string, now: Instant): Placed[] {
  const pattern = new RegExp(
    String.raw`(?<![\d.,])(\d{1,2}\s+\p{L}{3,})(?!\p{L})(?!\s+\d{4})${CLOCK}`,
    "giu",
  );
  const year = Number(dayText(dayOf(now)).slice(0, 4));
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [, day = "", clock] = match;
    const readings = [year, year - 1].flatMap(
      (one) =>
        parseWrittenDate(`${day} ${one}${clock ? ` ${clock}` : ""}`, "day-first", ZONE) ?? [],
    );
    const last = readings.find(({ instant }) => instant <= now);
    if (last === undefined) return [];
    return [placed(match, "time", String(last.instant), { dayOnly: last.dayOnly })];
  });
}

function timesOf(match: RegExpMatchArray): Placed[] {
  const [whole, day, clock] = match;
  const written = day === undefined ? whole : `${day}${clock === undefined ? "" : ` ${clock}`}`;
  const slashed = written.includes("/");
  const orders = slashed ? (["day-first", "month-first"] as const) : (["day-first"] as const);
  const readings = orders.flatMap((order) => {
    const read = parseWrittenDate(written, order, ZONE);
    return read === null ? [] : [read];
  });
  const values = [...new Map(readings.map((one) => [one.instant, one])).values()];
  return values.map(({ instant, dayOnly }) => placed(match, "time", String(instant), { dayOnly }));
}

const REGISTER =
  /(?:ЕРДР|КУИ|СДТБТ|заявлени[ея]|материал|арыз)\p{L}*\s*(?:№|#|N|номер\p{L}*|нөмірі)?\s*:?\s*(\d[\d/-]{3,19}\d)/giu;

export function numbersIn(text: string): Placed[] {
  return [...text.matchAll(REGISTER)].map((match) => placed(match, "number", match[1] ?? ""));
}
