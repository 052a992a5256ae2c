import { OPENING } from "./cues.ts";
import { accountsIn } from "./finders.ts";
import { apart, type Placed, placed } from "./placed.ts";

/** No letter and no digit behind a word: "KZ51…" is no part of a name. */
const ENDS = String.raw`(?![\p{L}\d])`;
/** Labels of receipts that begin with a capital as names do. */
const LABEL = String.raw`(?!(?:Карт|Комисси|Сумм|Дат|Сч[её]т|Номер|Банк|Телефон|Квитанци|Перевод|Статус|Назначени|Отправител|Получател|Остат|Доступно|Баланс|Шот|Алушы|Жіберуші|Күні|Сома|Kaspi|Halyk|Freedom|Forte|Card|Fee|Amount|Date|Account|Phone)\p{L}*)`;
const WORD = String.raw`${LABEL}\p{Lu}[\p{Ll}\p{Lu}]+${ENDS}`;
const INITIAL = String.raw`[ \u00a0]?\p{Lu}\.`;
/** Behind an initial stands only another one: "Артём З. Карта" is no name. */
const NAME = String.raw`${LABEL}\p{Lu}[\p{Ll}\p{Lu}]+(?:-\p{Lu}\p{Ll}+)?${ENDS}(?:(?:[ \u00a0]${WORD}){1,2}|(?:[ \u00a0]${WORD})?[ \u00a0]\p{Lu}\.(?:${INITIAL})?)`;
const CUE = String.raw`(?:отправитель|плательщик|получател[ья]|получателем|кому|клиенту(?: Kaspi)?|на имя|заявител[ья]|потерпевш(?:ая|ий|его|ей)|алушы|жіберуші|жәбірленуші|recipient|beneficiary|sender|victim|(?:[Мм]еня )?зовут|менің (?:атым|аты-жөнім)|(?<![\p{L}])[Яя],?|[Мм]ен,?|ФИО(?: получателя| отправителя)?)\s*[:–-]?\s*`;

/** "Ким Владимир Олегович, ИИН …": the IIN says that the words before it are a name. */
const BEFORE_IIN = new RegExp(
  String.raw`(?<![\p{L}\d-])(?!(?:${OPENING})(?!\p{L}))${NAME}(?=[\s,:(–-]{0,4}(?:ИИН|ЖСН|IIN)(?!\p{L}))`,
  "gu",
);
/** "Бекенов Рүстемге … аудардым": the ending says to whom, and is no part of the name. */
const PAID_IN_KAZAKH =
  /(?<![\p{L}\d-])(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+?(?: \p{Lu}\p{Ll}+(?:ұлы|қызы|вич|вна))?)(?:ге|ға|ке|қа|(?<=ұлы|қызы)на)(?!\p{L})(?=[^.!?\n;]{0,60}(?:аудар|жібер|салды|төле))/gu;

/**
 * Names behind a word that says whose they are, behind the account they hold, before their IIN, or
 * with a Kazakh ending that says whom somebody paid.
 */
export function namesIn(text: string): Placed[] {
  const cued = [...text.matchAll(new RegExp(CUE, "giu"))].flatMap((match) =>
    nameAt(text, (match.index ?? 0) + match[0].length),
  );
  const held = accountsIn(text).flatMap(({ end }) => {
    const [between = ""] = /^[\s,(–-]{1,4}/u.exec(text.slice(end)) ?? [];
    return nameAt(text, end + between.length);
  });
  const known = [...text.matchAll(BEFORE_IIN)].map((match) => placed(match, "name", match[0]));
  const paid = [...text.matchAll(PAID_IN_KAZAKH)].map((match) => {
    const [, name = ""] = match;
    return placed(Object.assign([name], { index: match.index }) as RegExpMatchArray, "name", name);
  });
  return apart([...cued, ...held, ...known, ...paid]);
}

/** The name that begins here; a word with a small letter is none. */
function nameAt(text: string, at: number): Placed[] {
  const [name] = new RegExp(`^${NAME}`, "u").exec(text.slice(at, at + 100)) ?? [];
  if (name === undefined) return [];
  const match = Object.assign([name], { index: at }) as RegExpMatchArray;
  return [placed(match, "name", name)];
}
