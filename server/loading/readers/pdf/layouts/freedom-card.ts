import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Freedom Bank, cards: cells stand in the middle of their rows; what is pending says so. */
export const freedomCard: PdfLayout = {
  name: "freedom-card",
  bank: "551",
  marks: /KSNVKZKA|bankffin\.kz|ffin\.kz|freedombank\.kz/i,
  bankName: /freedom (?:finance )?bank|фридом|банк фридом/u,
  title:
    /выписка по карт|карта\p{L}* бойынша узинди|card statement|statement (?:of|for|on) (?:the )?card/u,
  headings: {},
  align: "middle",
  decimal: ".",
  unsigned: "in",
  kinds: [
    {
      moves: "transfer",
      pending: true,
      names: [
        "Сумма в обработке",
        "Өңделудегі сома",
        "Amount in process",
        "Amount being processed",
      ],
      totals: ["Сумма в обработке", "Өңделудегі сома", "Amount in process"],
    },
    {
      moves: "charge",
      names: ["Платеж по кредиту", "Погашение", "Овердрафт", "Несие төлемі", "Loan payment"],
      totals: [],
    },
    ...COMMON_KINDS,
  ],
};
