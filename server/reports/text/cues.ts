/**
 * Words beside a value that say whose it is, in Russian, Kazakh and English: data, in lower case. A
 * cue stands before its value; Kazakh endings stand after it.
 */
const BEFORE = {
  recipient:
    /получател|получил|кому|куда|на (?:его |её |ее |их |указанн\p{L}+ |эт\p{L}+ )?(?:банковск\p{L}+ )?(?:сч[её]т|карт|номер|имя)|клиенту|перев[её]л|алушы|кімге|қайда|аудардым|recipient|beneficiary|paid to|(?:^|\s)to(?: the)?(?: account| card)?[:\s]/giu,
  victim:
    /отправител|плательщик|откуда|заявител|потерпевш|обратил(?:ся|ась)|граждан(?:ин|ка)(?!\p{L})|списан|со сч[её]та|со? (?:сво\p{L}+ |мо\p{L}+ )?(?:сч[её]т|карт)|мо(?:й|я|его|ей|ю)\s|меня зовут|(?:^|[\s.,])я[,\s]|жіберуші|төлеуші|жәбірленуші|арыз беруші|менің|қайдан|(?:^|[\s.,])мен[,\s]|sender|payer|victim|from(?: my| the)?(?: account| card)?[:\s]|(?:^|\s)my\s/giu,
} as const;
const AFTER = {
  recipient:
    /^[\s,]*(?:деген )?(?:(?:шотына|картасына|нөміріне|атына)(?!н)|шотқа)|^(?:ге|ға|ке|қа|на)(?!\p{L})/iu,
  victim: /^[\s,]*(?:деген )?(?:шотымнан|шотынан|картамнан|картасынан)/iu,
} as const;

/** How a person at the telephone begins: whoever calls is the victim. */
export const OPENING =
  "[Зз]вонит|[Пп]озвонил[аи]?|[Пп]иш[еу]т|[Сс]ообщает|[Хх]абарласты|[Ққ]оңырау шалды|[Cc]alls";
/** All that stands before a value: nothing but that, and the name that the value belongs to. */
const CALLER = new RegExp(
  String.raw`^\s*(?:(?:${OPENING})[\s:,–-]+)?(?:(?:\p{Lu}[\p{L}.-]*[\s,:(–-]+){1,3}(?:ИИН|ЖСН|IIN)[\s:–-]*)?$`,
  "u",
);

/** So far before a value a cue still speaks of it. */
const REACH = 60;

export type Party = keyof typeof BEFORE;

/** Whose the value from `at` to `end` is; null where nothing says, or two cues are equally near. */
export function partyOf(text: string, at: number, end: number): Party | null {
  const after = (Object.keys(AFTER) as Party[]).filter((one) =>
    AFTER[one].test(text.slice(end, end + 30)),
  );
  if (after.length === 1) return after[0] ?? null;
  const before = sentenceBefore(text, at);
  const last = (party: Party) =>
    [...before.matchAll(BEFORE[party])].at(-1)?.index ?? Number.NEGATIVE_INFINITY;
  const [paid, paying] = [last("recipient"), last("victim")];
  if (paid === paying) return CALLER.test(text.slice(0, at)) ? "victim" : null;
  return paid > paying ? "recipient" : "victim";
}

/**
 * The words on the way to a place: of its own line or sentence, and no farther than a cue reaches.
 */
function sentenceBefore(text: string, at: number): string {
  const reached = text.slice(Math.max(0, at - REACH), at);
  return reached.split(SENTENCE_END).at(-1) ?? "";
}

const SENTENCE_END = /[\n;]|[.!?]\s+(?=\p{Lu})/u;

/** The number of the sentence or line that a place lies in, from 0. */
export function sentenceOf(text: string, at: number): number {
  // The sign that follows a place may end its sentence: one character beyond is looked at.
  return text.slice(0, at + 1).split(CLAUSE_END).length - 1;
}

/** "…, потом ещё 75 000": what follows is of the next payment, as in a sentence of its own. */
const CLAUSE_END = new RegExp(
  String.raw`${SENTENCE_END.source}|,\s+(?:(?:а|и|но|ал)\s+)?(?=(?:потом|затем|ещ[её]|кейін|тағы|then)(?!\p{L}))`,
  "u",
);

const BALANCE =
  /(?:остат\p{L}+|был[оаи]|лежал\p{L}*|доступн\p{L}+|баланс\p{L}*|қалды[қғ]\p{L}*|қолжетімді|available|balance)[^\d\n]{0,20}$/iu;
const FEE = /(?:комисси\p{L}+|fee|commission)[^\d\n]{0,15}$/iu;

/** Sums that a message gives beside the one that was paid. */
export function besideOf(text: string, at: number): "balance" | "fee" | null {
  const before = text.slice(Math.max(0, at - 40), at);
  return BALANCE.test(before) ? "balance" : FEE.test(before) ? "fee" : null;
}
