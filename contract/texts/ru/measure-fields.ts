import type { SameKeys } from "../catalogue.ts";
import type { measureFields as en } from "../en/measure-fields.ts";

/** Names of what an entry of the register says, for the page and for refused rows of a table. */
export const measureFields: SameKeys<typeof en> = {
  kind: "Вид",
  day: "День",
  amount: "Сумма",
  currency: "Валюта",
  count: "Число",
  form: "Форма",
  stage: "Стадия",
  article: "Статья",
  address: "Адрес сайта",
  persons: "Лица",
  iin: "ИИН или БИН",
  account: "Счёт",
  bank: "Банк",
  case: "Дело",
  claim: "Иск",
  transfer: "Похищенный перевод",
  block: "Блокировка",
  reports: "Заявления",
  paper: "Номер документа",
  sanction: "Номер санкции",
  sanctionDay: "День санкции",
  file: "Файл",
  district: "Район",
  note: "Примечание",
  due: "Последний день",
};
