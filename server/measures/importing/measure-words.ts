import type { MeasureFields, MeasureKind } from "../../../contract/measures.ts";
import { foldName } from "../../identity/names.ts";

/**
 * The words by which tables name kinds of measures, forms of prevention and stages of a case: names
 * of the contract, then Russian, Kazakh and English words. A star ends a stem. Data, no code.
 */

/** "Пост" by its cases: as a stem it would be found in "постановление" and "поступление" too. */
const POSTS = ["пост", "поста", "посту", "посты", "постов", "постам", "постами"] as const;

const BLOCKED_POSTS = [
  ...POSTS.flatMap((post) => [`заблокир* ${post}`, `блокиров* ${post}`]),
  ...["post blocked", "posts blocked", "blocked post", "blocked posts", "жазба* бұғат*"],
];

const KINDS: Readonly<Record<MeasureKind, readonly string[]>> = {
  "incident-prepared": ["incident-prepared"],
  "restriction-prepared": ["restriction-prepared"],
  "notice-prepared": ["notice-prepared"],
  "letter-prepared": ["letter-prepared"],
  "block-asked-prepared": ["block-asked-prepared"],
  "loan-asked-prepared": ["loan-asked-prepared"],
  letter: ["letter"],
  incident: ["incident", "инцидент*", "событие", "оқиға*"],
  return: ["return*", "возврат*", "возвращен*", "қайтар*"],
  "loan-suspended": [
    ...["loan-suspended", "приостанов* кредит*", "приостанов* займ*", "отсрочк* кредит*"],
    ...["loan suspended", "приостанов* взыскан*", "несие* тоқтат*", "қарыз* тоқтат*"],
  ],
  "loan-stopped": [
    ...["loan-stopped", "loan stopped", "предотвращ* кредит*", "предотвращ* займ*"],
    ...["не выдан* кредит*", "остановлен* выдач*", "берілмеген несие", "алдын алынған несие"],
  ],
  "block-asked": [
    "block-asked",
    "запрос* о блокиров*",
    "запрос* на блокиров*",
    "бұғаттау* сұрат*",
    "бұғаттау* сұрау*",
  ],
  "loan-asked": [
    "loan-asked",
    "запрос* о приостанов* кредит*",
    "несие* тоқтату* сұрат*",
    "несие* тоқтат* сұрау*",
  ],
  refusal: ["refusal", "refused", "отказ*", "приостанов* платеж*", "бас тарт*"],
  restriction: ["restriction", "ограничен*", "неотложн*", "шектеу*"],
  block: ["block*", "блокиров* счет*", "блокиров* денег", "заблокир*", "блокировк*", "бұғат*"],
  notice: ["notice", "уведомлен*", "хабарлама*"],
  arrest: ["arrest*", "арест*", "тыйым*"],
  security: ["security", "обеспечен*", "қамтамасыз*"],
  "base-entry": ["base-entry", "base entry", "база*", "базу*", "базаға*", "внесен* в базу"],
  site: [
    ...["site*", "сайт*", "интернет-ресурс*", "ресурс*", "блокиров* сайт*", "заблокир* сайт*"],
    ...["заблокир* ресурс*", "блокиров* ресурс*", "блокиров* ссыл*", "заблокир* ссыл*"],
    ...BLOCKED_POSTS,
    ...["site* block*", "blocked link*", "сайт* бұғат*", "ресурс* бұғат*", "сілтеме* бұғат*"],
  ],
  fact: ["fact*", "факт*", "criminal*", "уголовн*", "дерек*", "қылмыс*"],
  prevention: ["prevention", "профилактик*", "алдын алу*"],
};

const FORMS: Readonly<Record<NonNullable<MeasureFields["form"]>, readonly string[]>> = {
  messages: ["message*", "sms*", "смс*", "сообщен*", "рассылк*", "хабарлама*"],
  brochures: ["brochure*", "leaflet*", "брошюр*", "буклет*", "листовк*", "памятк*", "кітапша*"],
  posts: ["post", "posts", ...POSTS, "публикац*", "жазба*", "жарияланым*"],
  meetings: ["meeting*", "встреч*", "лекци*", "кездесу*", "дәріс*"],
  billboards: ["billboard*", "билборд*", "баннер*", "led*", "жарнама*"],
  robot: ["robot*", "робот*", "обзвон*", "автоинформатор*"],
};

/** Letters have these words too: among others they do not say that it is prevention. */
const AMBIGUOUS = ["message*", "сообщен*", "хабарлама*"];

const STAGES: Readonly<Record<NonNullable<MeasureFields["stage"]>, readonly string[]>> = {
  convicted: ["convicted", "осужд*", "приговор*", "сотталды", "сотталған", "үкім*"],
  "in-court": ["in-court", "in court", "в суде", "суд*", "сотта", "сотқа*"],
  investigated: ["investigat*", "расслед*", "производств*", "тергеп*", "тергеу*"],
};

const NAMED_KIND = reading({
  ...KINDS,
  prevention: [
    ...KINDS.prevention,
    ...Object.values(FORMS)
      .flat()
      .filter((phrase) => !AMBIGUOUS.includes(phrase)),
  ],
});
export const formIn = reading(FORMS);
export const stageIn = reading(STAGES);

/** A form of prevention by itself names the kind: offices write "Брошюры", not "Профилактика". */
export function kindIn(text: string): MeasureKind | null {
  const isOneWord = !foldName(text).includes(" ");
  return NAMED_KIND(text) ?? (isOneWord && formIn(text) !== null ? "prevention" : null);
}

/** The article as a cell writes it: "ст. 232-1 ч. 4", "232-1 бап", "article 190"; null = none. */
const ARTICLE =
  /(?:^|[^\p{L}])(?:ст(?:\.|атья|атьи|атье)?|art(?:\.|icle)?)\s*(\d{1,3}(?:-\d{1,2})?(?:\s*,?\s*(?:ч(?:\.|асть|асти)?|part)\s*\d{1,2})?)/iu;
const ARTICLE_BEFORE = /(\d{1,3}(?:-\d{1,2})?)\s*-?\s*(?:бап|ст\b)/iu;

export function articleIn(text: string): string | null {
  const [, found] = ARTICLE.exec(text) ?? ARTICLE_BEFORE.exec(text) ?? [];
  return found?.trim() ?? null;
}

interface Phrase<Name> {
  readonly name: Name;
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly stem: boolean }[];
}

/** Tables repeat few words: each is looked up once. */
const REMEMBERED = 5_000;

/**
 * The name whose phrase has most words in the text, the whole text before all; of several the one
 * that heads the text. null = none.
 */
function reading<Name extends string>(
  list: Readonly<Record<Name, readonly string[]>>,
): (text: string) => Name | null {
  const phrases = (Object.entries(list) as [Name, readonly string[]][]).flatMap(([name, all]) =>
    all.map((phrase): Phrase<Name> => {
      const words = phrase.split(" ").flatMap((part) => {
        const own = foldName(part).split(" ");
        return own.map((text) => ({ text, stem: part.endsWith("*") }));
      });
      return { name, text: foldName(phrase), words };
    }),
  );
  const known = new Map<string, Name | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const name = likeliest(phrases, foldName(text), KAZAKH.test(text));
    known.set(text, name);
    return name;
  };
}

/** Kazakh puts the word that names the measure last, Russian and English put it first. */
const KAZAKH = /[әғқңөұүһі]/iu;

function likeliest<Name>(
  phrases: readonly Phrase<Name>[],
  folded: string,
  isKazakh: boolean,
): Name | null {
  const words = folded.split(" ");
  let best: { readonly name: Name; readonly worth: number; readonly place: number } | null = null;
  for (const { name, text, words: own } of phrases) {
    const places = own.map((part) =>
      part.stem ? words.findIndex((word) => word.startsWith(part.text)) : words.indexOf(part.text),
    );
    if (places.includes(-1)) continue;
    const worth = own.length + (text === folded ? 10 : 0);
    const place = isKazakh ? -Math.max(...places) : Math.min(...places);
    const isLikelier =
      best === null || worth > best.worth || (worth === best.worth && place < best.place);
    if (isLikelier) best = { name, worth, place };
  }
  return best?.name ?? null;
}
