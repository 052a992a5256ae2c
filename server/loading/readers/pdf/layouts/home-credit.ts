import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Home Credit Bank: the time of day, the shop, and bonuses beside the amount. */
export const homeCredit: PdfLayout = {
  name: "home-credit",
  bank: "886",
  marks: /INLMKZKA|home(?:credit|bank)\.kz/i,
  bankName: /home credit|хоум кредит/u,
  title: /выписка|узинди|statement/u,
  headings: {
    details: [
      "Наименование",
      "Наименование операции",
      "Операция",
      "Атауы",
      "Операция атауы",
      "Name",
      "Transaction name",
      "Описание",
    ],
    kind: [
      "Категория",
      "Тип операции",
      "Вид операции",
      "Санаты",
      "Санат",
      "Операция түрі",
      "Category",
      "Type",
      "Transaction type",
    ],
  },
  align: "middle",
  decimal: ",",
  unsigned: "in",
  kinds: COMMON_KINDS,
};
