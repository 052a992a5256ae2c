import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Eurasian Bank: day and time one above the other, the account's sum signed beside the operation's. */
export const eurasian: PdfLayout = {
  name: "eurasian",
  bank: "948",
  marks: /EURIKZKA|eubank\.kz/i,
  bankName: /евразийск\p{L}* банк|еуразия банк|eurasian bank/u,
  title: /выписка|узинди|statement/u,
  headings: {
    kind: ["Категория", "Операция", "Санат", "Category"],
    accountAmount: [
      "Сумма в валюте счета",
      "Сумма по счету",
      "В валюте счета",
      "Шот валютасында",
      "Amount in account currency",
      "In account currency",
    ],
  },
  align: "top",
  decimal: null,
  unsigned: "kind",
  kinds: COMMON_KINDS,
};
