import type { MeasureFields, MeasureKind } from "../../../contract/measures.ts";
import { foldName } from "../../identity/names.ts";

/**
 * The words by which tables name kinds of measures, forms of prevention and stages of a case: names
 * of the contract, then Russian, Kazakh and English words. A star ends a stem. Data, no code.
 */

const KINDS: Readonly<Record<MeasureKind, readonly string[]>> = {
  "incident-prepared": ["incident-prepared"],
  "restriction-prepared": ["restriction-prepared"],
  "notice-prepared": ["notice-prepared"],
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
  site: ["site*", "сайт*", "интернет-ресурс*", "блокиров* сайт*", "post blocked", "ресурс*"],
  fact: ["fact*", "факт*", "criminal*", "уголовн*", "дерек*", "қылмыс*"],
  prevention: ["prevention", "профилактик*", "алдын алу*"],
};

const FORMS: Readonly<Record<NonNullable<MeasureFields["form"]>, readonly string[]>> = {
  messages: ["message*", "sms*", "смс*", "сообщен*", "рассылк*", "хабарлама*"],
  brochures: ["brochure*", "leaflet*", "брошюр*", "буклет*", "листовк*", "памятк*", "кітапша*"],
  posts: ["post*", "пост*", "публикац*", "жазба*", "жарияланым*"],
  meetings: ["meeting*", "встреч*", "лекци*", "кездесу*", "дәріс*"],
  billboards: ["billboard*", "билборд*", "баннер*", "led*", "жарнама*"],
  robot: ["robot*", "робот*", "обзвон*", "автоинформатор*"],
};

const STAGES: Readonly<Record<NonNullable<MeasureFields["stage"]>, readonly string[]>> = {
  convicted: ["convicted", "осужд*", "приговор*", "сотталды", "сотталған", "үкім*"],
  "in-court": ["in-court", "in court", "в суде", "суд*", "сотта", "сотқа*"],
  investigated: ["investigat*", "расслед*", "производств*", "тергеп*", "тергеу*"],
};

export const kindIn = reading(KINDS);
export const formIn = reading(FORMS);
export const stageIn = reading(STAGES);

interface Phrase<Name> {
  readonly name: Name;
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly stem: boolean }[];
}

/** Tables repeat few words: each is looked up once. */
const REMEMBERED = 5_000;

/** The name whose phrase has most words in the text, the whole text before all; null = none. */
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
    const name = likeliest(phrases, foldName(text));
    known.set(text, name);
    return name;
  };
}

function likeliest<Name>(phrases: readonly Phrase<Name>[], folded: string): Name | null {
  const words = folded.split(" ");
  let best: { readonly name: Name; readonly worth: number } | null = null;
  for (const { name, text, words: own } of phrases) {
    const fits = own.every((part) =>
      words.some((word) => (part.stem ? word.startsWith(part.text) : word === part.text)),
    );
    const worth = own.length + (text === folded ? 10 : 0);
    if (fits && worth > (best?.worth ?? 0)) best = { name, worth };
  }
  return best?.name ?? null;
}
