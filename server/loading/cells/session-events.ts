import { SESSION_EVENTS, type SessionEvent } from "../../../contract/operators.ts";
import { finder } from "./bank-words.ts";

/** How logs of banks name events, in Russian, Kazakh and English; the first that fits counts. */
const WORDS: readonly (readonly [SessionEvent, readonly string[]])[] = [
  [
    "device-registered",
    [
      "регистрац устройств",
      "регистрац нов устройств",
      "регистрац мобильн устройств",
      "нов устройств",
      "привязк устройств",
      "добавлен устройств",
      "подключен устройств",
      "подтвержден устройств",
      "смена устройств",
      "құрылғы тірке",
      "құрылғыны тірке",
      "құрылғы қос",
      "жаңа құрылғы",
      "device regist",
      "device added",
      "device bound",
      "device enrol",
      "new device",
      "register device",
    ],
  ],
  [
    "phone-registered",
    [
      "регистрац телефон",
      "регистрац номер",
      "смена номер",
      "смена телефон",
      "изменен номер",
      "изменен телефон",
      "привязк номер",
      "привязк телефон",
      "нов номер",
      "телефон тірке",
      "телефонды тірке",
      "нөмірді ауыстыр",
      "нөмір ауыстыр",
      "нөмірді тірке",
      "жаңа нөмір",
      "phone regist",
      "phone chang",
      "phone number chang",
      "phone number regist",
      "new phone",
    ],
  ],
  [
    "password-reset",
    [
      "сброс парол",
      "смена парол",
      "изменен парол",
      "восстановлен парол",
      "восстановлен доступ",
      "сброс пин",
      "смена пин",
      "құпиясөзді",
      "құпия сөзді",
      "құпиясөз қалпына",
      "password reset",
      "password chang",
      "reset password",
      "pin reset",
      "access restor",
    ],
  ],
  [
    "cash-withdrawal",
    [
      "снят",
      "выдач налич",
      "получен налич",
      "обналич",
      "қолма қол",
      "ақша алу",
      "банкоматтан",
      "cash",
      "atm",
      "withdraw",
    ],
  ],
  ["login", ["вход", "авториза", "логин", "кіру", "login", "log in", "sign in", "logon"]],
  ["transfer", ["перевод", "платеж", "оплат", "аудар", "төлем", "transfer", "payment"]],
];

const FINDERS = WORDS.map(([event, words]) => ({ event, says: finder(words) }));
const CANONICAL: ReadonlySet<string> = new Set(SESSION_EVENTS);

/** The event that a log's word stands for; "other" for a word that is not known. */
export function sessionEventOf(text: string): SessionEvent {
  if (CANONICAL.has(text)) return text as SessionEvent;
  return FINDERS.find(({ says }) => says(text))?.event ?? "other";
}
