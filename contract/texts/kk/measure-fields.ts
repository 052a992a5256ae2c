import type { SameKeys } from "../catalogue.ts";
import type { measureFields as en } from "../en/measure-fields.ts";

/** Names of what an entry of the register says, for the page and for refused rows of a table. */
export const measureFields: SameKeys<typeof en> = {
  kind: "Түрі",
  day: "Күні",
  amount: "Сома",
  currency: "Валюта",
  count: "Саны",
  form: "Нысаны",
  stage: "Кезеңі",
  article: "Бап",
  address: "Сайт мекенжайы",
  persons: "Тұлғалар",
  iin: "ЖСН не БСН",
  account: "Шот",
  bank: "Банк",
  case: "Іс",
  claim: "Талап-арыз",
  transfer: "Ұрланған аударым",
  block: "Бұғаттау",
  reports: "Арыздар",
  paper: "Құжат нөмірі",
  sanction: "Санкция нөмірі",
  sanctionDay: "Санкция күні",
  file: "Файл",
  district: "Аудан",
  note: "Ескерту",
  due: "Соңғы күн",
};
