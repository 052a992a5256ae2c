import type { MeasureFields, MeasureKind } from "../../../contract/measures.ts";
import { foldName } from "../../identity/names.ts";

/**
 * The words by which tables name kinds of measures, forms of prevention and stages of a case: names
 * of the contract, then Russian, Kazakh and English words. A star ends a stem. Data, no code.
 */

const KINDS: Readonly<Record<MeasureKind, readonly string[]>> = {
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

export function kindIn(text: string): MeasureKind | null {
  return found(KINDS, text);
}
export function formIn(text: string): MeasureFields["form"] {
  return found(FORMS, text);
}
export function stageIn(text: string): MeasureFields["stage"] {
  return found(STAGES, text);
}

/** The name whose phrase has most words in the text; of equals the earlier one. */
function found<Name extends string>(
  list: Readonly<Record<Name, readonly string[]>>,
  text: string,
): Name | null {
  const words = foldName(text).split(" ");
  let best: { readonly name: Name; readonly length: number } | null = null;
  for (const [name, phrases] of Object.entries(list) as [Name, readonly string[]][]) {
    for (const phrase of phrases) {
      const parts = phrase.split(" ").map((part) => ({
        stem: part.endsWith("*"),
        words: foldName(part).split(" "),
      }));
      const fits = parts.every((part) =>
        part.words.every((own) =>
          words.some((word) => (part.stem ? word.startsWith(own) : word === own)),
        ),
      );
      const length = parts.length + (foldName(phrase) === foldName(text) ? 10 : 0);
      if (fits && length > (best?.length ?? 0)) best = { name, length };
    }
  }
  return best?.name ?? null;
}
